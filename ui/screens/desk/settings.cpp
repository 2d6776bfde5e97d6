// What is set once: number prefix, who, what a new quote begins with, the limit; texts to choose.
#include "ui/screens/desk/places.hpp"
#include "ui/screens/desk/preview.hpp"
#include "ui/widgets/card.hpp"
#include "ui/widgets/text.hpp"

#include <optional>
#include <string>

namespace kontingent::ui::desk {

namespace {

struct Line {
    std::string_view key;
    DeskText caption;
    std::string_view input_mode = {};
    std::string_view autocomplete = "off";
};

float draw_line(Frame& frame, Session& session, Line const& line, Spot spot, std::string& value) {
    return text_field(frame,
                      {.key = line.key,
                       .caption = session.texts[line.caption],
                       .traits = {.name = std::string{line.key},
                                  .type = "text",
                                  .autocomplete = std::string{line.autocomplete},
                                  .input_mode = std::string{line.input_mode},
                                  .placeholder = {},
                                  .length_max = 254}},
                      spot.x, spot.y, spot.width, value);
}

float draw_text(Frame& frame, Session& session, Line const& line, Spot spot, std::string& value) {
    return text_area(frame,
                     {.key = line.key,
                      .caption = session.texts[line.caption],
                      .traits = {.name = std::string{line.key},
                                 .type = "text",
                                 .autocomplete = "off",
                                 .input_mode = {},
                                 .placeholder = {},
                                 .length_max = 5'000}},
                     spot.x, spot.y, spot.width, value) +
           row_gap;
}

float draw_texts(Frame& frame, Session& session, Spot spot, TextTemplate& texts) {
    float at = spot.y;
    at += draw_text(frame, session, {"introduction", DeskText::introduction},
                    {spot.x, at, spot.width}, texts.introduction);
    at += draw_text(frame, session, {"closing", DeskText::closing}, {spot.x, at, spot.width},
                    texts.closing);
    at += draw_text(frame, session, {"payment_terms", DeskText::payment_terms},
                    {spot.x, at, spot.width}, texts.payment_terms);
    return at - spot.y;
}

float draw_templates(Frame& frame, Session& session, Spot spot) {
    DeskTexts const& texts = session.texts;
    TextTemplates& templates = session.state.settings_form.templates;
    float at = spot.y;
    at += heading(frame, spot.x, at, spot.width, texts[DeskText::templates_title], 3,
                  title_style(frame)) +
          4;
    at += paragraph(frame, spot.x, at, spot.width, texts[DeskText::templates_lead],
                    muted_style(frame)) +
          row_gap;
    std::optional<std::size_t> removed;
    for (std::size_t index = 0; index < templates.size(); ++index) {
        TextTemplate& one = templates[index];
        Container const group(frame, "template" + std::to_string(index), Role::group, one.name);
        at += draw_line(frame, session, {"name", DeskText::template_name}, {spot.x, at, spot.width},
                        one.name) +
              row_gap;
        at += draw_texts(frame, session, {spot.x, at, spot.width}, one);
        if (button(frame, "remove", spot.x, at, spot.width, texts[DeskText::remove_template],
                   ButtonKind::quiet)) {
            removed = index;
        }
        at += button_height + gap;
    }
    if (removed) {
        templates.erase(templates.begin() + static_cast<std::ptrdiff_t>(*removed));
    }
    if (templates.size() < template_count_max &&
        button(frame, "add_template", spot.x, at, spot.width, texts[DeskText::add_template],
               ButtonKind::quiet)) {
        templates.push_back({.name = std::string{texts[DeskText::template_name]},
                             .introduction = {},
                             .closing = {},
                             .payment_terms = {}});
    }
    return at + button_height - spot.y;
}

float draw_prefix_note(Frame& frame, Session const& session, Spot spot) {
    return paragraph(frame, spot.x, spot.y, spot.width, session.texts[DeskText::prefix_note],
                     muted_style(frame));
}

// The note stands below its field, or below the row where there is one.
float draw_basics(Frame& frame, Session& session, Spot spot) {
    SettingsForm& form = session.state.settings_form;
    FieldGrid grid(spot, 220);
    bool const is_narrow = grid.columns() == 1;
    Spot const first = grid.next();
    float height = draw_line(frame, session, {"prefix", DeskText::prefix}, first, form.prefix);
    if (is_narrow) {
        height +=
            4 + draw_prefix_note(frame, session, {first.x, first.y + height + 4, first.width});
    }
    grid.took(height);
    grid.took(
        draw_line(frame, session, {"owner", DeskText::owner, {}, "name"}, grid.next(), form.owner));
    grid.took(draw_line(frame, session, {"validity_days", DeskText::validity_days, "numeric"},
                        grid.next(), form.validity_days));
    grid.took(draw_line(frame, session, {"discount_max", DeskText::discount_max}, grid.next(),
                        form.discount_max));
    float const at = spot.y + grid.finish() + 8;
    float const note = is_narrow ? 0 : draw_prefix_note(frame, session, {spot.x, at, spot.width});
    return at + note - spot.y;
}

// The letterhead's: the site's, or one of one's own.
float draw_logo_choice(Frame& frame, Session& session, Spot spot) {
    DeskTexts const& texts = session.texts;
    std::string& own = session.state.settings_form.logo;
    std::string_view const shown = own.empty() ? session.site_logo : own;
    Container const group(frame, "logo_choice", Role::group, texts[DeskText::logo]);
    float at = spot.y;
    at += heading(frame, spot.x, at, spot.width, texts[DeskText::logo], 3, title_style(frame)) + 4;
    DeskText const words = !own.empty()     ? DeskText::has_own_logo
                           : !shown.empty() ? DeskText::has_logo
                                            : DeskText::no_logo;
    at +=
        status_line(frame, "which_logo", spot.x, at, spot.width, texts[words], muted_style(frame)) +
        12;
    if (!shown.empty()) {
        at += draw_logo_alone(frame, session, shown, {spot.x, at, spot.width}) + 12;
    }
    ButtonRow row(frame, {spot.x, at, spot.width});
    if (row.add("choose", texts[DeskText::choose_logo])) {
        session.platform.choose_file(FilePurpose::logo);
    }
    if (!own.empty() && row.add("remove_logo", texts[DeskText::remove_logo])) {
        own.clear();
        frame.wants_focus = frame.id("choose");
    }
    return at + row.height() - spot.y;
}

} // namespace

float draw_settings(Frame& frame, Session& session, Spot spot) {
    DeskTexts const& texts = session.texts;
    SettingsForm& form = session.state.settings_form;
    Card card(frame, "settings", Role::region, texts[DeskText::settings_title], spot.x, spot.y,
              spot.width);
    card.at += section_head(frame, card.x, card.at, card.width, texts[DeskText::settings_title],
                            texts[DeskText::settings_lead]) +
               row_gap;
    if (session.state.focus == Focus::heading) {
        frame.wants_focus = frame.id("prefix");
    }
    card.at += draw_basics(frame, session, {card.x, card.at, card.width}) + row_gap;
    card.at += draw_text(frame, session, {"introduction", DeskText::introduction},
                         {card.x, card.at, card.width}, form.introduction);
    card.at += draw_text(frame, session, {"closing", DeskText::closing},
                         {card.x, card.at, card.width}, form.closing);
    card.at += draw_text(frame, session, {"payment_terms", DeskText::payment_terms},
                         {card.x, card.at, card.width}, form.payment_terms);
    card.at += draw_logo_choice(frame, session, {card.x, card.at, card.width}) + gap;
    card.at += draw_templates(frame, session, {card.x, card.at, card.width}) + gap;
    if (button(frame, "save", card.x, card.at, card.width, texts[DeskText::save_settings],
               ButtonKind::primary)) {
        session.save_settings();
    }
    card.at += button_height;
    return card.finish();
}

} // namespace kontingent::ui::desk
