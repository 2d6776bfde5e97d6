// What is in no catalogue, and what the document says around its figures.
#include "ui/screens/desk/editor_parts.hpp"
#include "ui/widgets/card.hpp"
#include "ui/widgets/segmented.hpp"
#include "ui/widgets/text.hpp"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace kontingent::ui::desk {

namespace {

// Returns the height; `is_removed` where the item goes.
float draw_item(Frame& frame, Session& session, Computed const& now, std::size_t index, Spot spot,
                bool& is_removed) {
    DeskTexts const& texts = session.texts;
    FieldErrors const& errors = now.drafted.errors;
    ItemForm& one = session.state.editor->form.items[index];
    std::string const key = "item." + std::to_string(index);
    Container const group(frame, key, Role::group,
                          texts.fill(DeskText::item_name, {{"number", std::to_string(index + 1)}}));
    FieldGrid grid(spot, 160);
    grid.took(form_field(
        frame, session, errors, key + ".text", texts[DeskText::item_text], grid.next(2), one.text,
        {.autocomplete = "off", .type = "text", .input_mode = {}, .need = Need::required}));
    if (session.state.focus == Focus::item &&
        index + 1 == session.state.editor->form.items.size()) {
        frame.wants_focus = frame.id(key + ".text");
    }
    grid.took(form_field(frame, session, errors, key + ".quantity", texts[DeskText::item_quantity],
                         grid.next(), one.quantity,
                         {.autocomplete = "off", .type = "text", .input_mode = "numeric"}));
    grid.took(form_field(
        frame, session, errors, key + ".price", texts[DeskText::item_price], grid.next(), one.price,
        {.autocomplete = "off", .type = "text", .input_mode = {}, .need = Need::required}));
    std::array<Choice, 2> const often{
        Choice{"once", std::string{texts[DeskText::every_once]}, {}},
        Choice{"month", std::string{texts[DeskText::every_month]}, {}}};
    Spot const place = grid.next(2);
    if (auto const every =
            segmented(frame, "every", place.x, place.y, place.width, texts[DeskText::item_every],
                      often, static_cast<std::size_t>(one.every))) {
        one.every = static_cast<Every>(*every);
    }
    grid.took(segmented_height(frame, texts[DeskText::item_every], often, place.width));
    float at = spot.y + grid.finish() + 4;
    at += checkbox(frame, "optional", spot.x, at, spot.width, texts[DeskText::item_optional], {},
                   Need::optional, one.is_optional);
    is_removed = button(frame, "remove", spot.x, at, spot.width, texts[DeskText::remove_item],
                        ButtonKind::quiet);
    return at + button_height - spot.y;
}

float draw_area(Frame& frame, Session const& session, std::string_view key, DeskText caption,
                Spot spot, std::string& value) {
    return text_area(frame,
                     {.key = key,
                      .caption = session.texts[caption],
                      .traits = {.name = std::string{key},
                                 .type = "text",
                                 .autocomplete = "off",
                                 .input_mode = {},
                                 .placeholder = {},
                                 .length_max = 5'000}},
                     spot.x, spot.y, spot.width, value) +
           row_gap;
}

float draw_template_buttons(Frame& frame, Session& session, Spot spot) {
    DeskTexts const& texts = session.texts;
    Form& form = session.state.editor->form;
    ButtonRow row(frame, spot);
    for (std::size_t index = 0; index < session.state.templates.size(); ++index) {
        TextTemplate const& one = session.state.templates[index];
        if (row.add("template" + std::to_string(index),
                    texts.fill(DeskText::use_template, {{"name", one.name}}))) {
            form.introduction = one.introduction;
            form.closing = one.closing;
            form.payment_terms = one.payment_terms;
        }
    }
    return row.height() > 0 ? row.height() + row_gap : 0;
}

float draw_terms(Frame& frame, Session& session, Computed const& now, Spot spot) {
    DeskTexts const& texts = session.texts;
    Form& form = session.state.editor->form;
    FieldGrid grid(spot, 240);
    grid.took(form_field(frame, session, now.drafted.errors, "valid_until",
                         texts[DeskText::valid_until], grid.next(), form.valid_until,
                         {.autocomplete = "off",
                          .type = "date",
                          .input_mode = {},
                          .need = Need::required,
                          .length_max = 0}));
    std::array<Choice, 2> const vat{
        Choice{"domestic", std::string{texts[DeskText::vat_domestic]}, {}},
        Choice{"reverse", std::string{texts[DeskText::vat_reverse]}, {}}};
    bool const has_choice =
        !session.catalogue.is_small_business && !session.catalogue.prices_include_vat;
    if (has_choice) {
        Spot const place = grid.next();
        if (auto const chosen =
                segmented(frame, "vat", place.x, place.y, place.width, texts[DeskText::vat], vat,
                          static_cast<std::size_t>(form.vat))) {
            form.vat = static_cast<Vat>(*chosen);
        }
        grid.took(segmented_height(frame, texts[DeskText::vat], vat, place.width));
    }
    std::vector<Choice> languages;
    std::size_t selected = 0;
    for (Language const one : session.catalogue.languages) {
        selected = one == form.language ? languages.size() : selected;
        languages.push_back({std::string{tag(one)}, std::string{name_of(one)}, {}});
    }
    if (languages.size() > 1) {
        Spot const place = grid.next();
        if (auto const chosen = segmented(frame, "language", place.x, place.y, place.width,
                                          texts[DeskText::language], languages, selected)) {
            form.language = session.catalogue.languages[*chosen];
        }
        grid.took(segmented_height(frame, texts[DeskText::language], languages, place.width));
    }
    return grid.finish() + row_gap;
}

} // namespace

float draw_items(Frame& frame, Session& session, Computed const& now, Spot spot) {
    DeskTexts const& texts = session.texts;
    Form& form = session.state.editor->form;
    Card card(frame, "items", Role::region, texts[DeskText::items_title], spot.x, spot.y,
              spot.width);
    card.at += section_title(frame, card.x, card.at, card.width, texts[DeskText::items_title]) + 8;
    std::optional<std::size_t> removed;
    for (std::size_t index = 0; index < form.items.size(); ++index) {
        bool is_removed = false;
        card.at +=
            draw_item(frame, session, now, index, {card.x, card.at, card.width}, is_removed) + gap;
        removed = is_removed ? std::optional{index} : removed;
    }
    if (removed) {
        form.items.erase(form.items.begin() + static_cast<std::ptrdiff_t>(*removed));
        frame.wants_focus = frame.id("add");
    }
    if (form.items.size() < item_count_max &&
        button(frame, "add", card.x, card.at, card.width, texts[DeskText::add_item],
               ButtonKind::quiet)) {
        form.items.emplace_back();
        session.state.focus = Focus::item;
    }
    card.at += button_height;
    return card.finish();
}

float draw_texts(Frame& frame, Session& session, Computed const& now, Spot spot) {
    DeskTexts const& texts = session.texts;
    Form& form = session.state.editor->form;
    Card card(frame, "texts", Role::region, texts[DeskText::texts_title], spot.x, spot.y,
              spot.width);
    card.at += section_title(frame, card.x, card.at, card.width, texts[DeskText::texts_title]) + 8;
    card.at += draw_terms(frame, session, now, {card.x, card.at, card.width});
    card.at += draw_template_buttons(frame, session, {card.x, card.at, card.width});
    card.at += form_field(frame, session, now.drafted.errors, "title", texts[DeskText::title],
                          {card.x, card.at, card.width}, form.title) +
               row_gap;
    card.at += draw_area(frame, session, "introduction", DeskText::introduction,
                         {card.x, card.at, card.width}, form.introduction);
    card.at += draw_area(frame, session, "closing", DeskText::closing,
                         {card.x, card.at, card.width}, form.closing);
    card.at += draw_area(frame, session, "payment_terms", DeskText::payment_terms,
                         {card.x, card.at, card.width}, form.payment_terms);
    card.at += draw_area(frame, session, "notes", DeskText::notes, {card.x, card.at, card.width},
                         form.notes);
    return card.finish();
}

} // namespace kontingent::ui::desk
