// A quote that was issued: its pages, what can be had of it, what happened, and what can happen.
#include "core/base/format.hpp"
#include "core/document/events.hpp"
#include "ui/paint.hpp"
#include "ui/screens/desk/outputs.hpp"
#include "ui/screens/desk/places.hpp"
#include "ui/screens/desk/preview.hpp"
#include "ui/screens/desk/totals.hpp"
#include "ui/widgets/card.hpp"
#include "ui/widgets/segmented.hpp"
#include "ui/widgets/table.hpp"
#include "ui/widgets/text.hpp"
#include "ui/words.hpp"

#include <array>
#include <string>
#include <vector>

namespace kontingent::ui::desk {

namespace {

struct Shown {
    QuoteDocument const& document;
    Version const& version;
    VersionState state;
    documents::Printable const& printable;
};

// "Standard · 12 Monate"
std::string offer_words(Frame const& frame, documents::Printable const& printable,
                        std::size_t index) {
    OfferedAlternative const& one = printable.alternatives[index];
    Offer const* const offer = printable.catalogue.find_offer(one.chosen.package_id);
    std::string words = offer->name.in(frame.language);
    if (offer->subscription) {
        words += " · " + months_words(frame, one.chosen.term_months);
    }
    return words;
}

float draw_outputs(Frame& frame, Session& session, Shown const& shown, Spot spot) {
    DeskTexts const& texts = session.texts;
    ButtonRow row(frame, spot);
    if (session.state.focus == Focus::pdf) {
        frame.wants_focus = frame.id("pdf");
    }
    if (row.add("pdf", texts[DeskText::download_pdf], ButtonKind::primary)) {
        put_out(session, shown.document, shown.printable, Output::pdf);
    }
    if (row.add("print", texts[DeskText::print])) {
        session.platform.print();
    }
    if (row.add("copy", texts[DeskText::copy_text])) {
        put_out(session, shown.document, shown.printable, Output::text);
    }
    auto const& offered = shown.printable.alternatives;
    for (std::size_t index = 0; index < offered.size(); ++index) {
        // A UBL quotation has one set of lines: each alternative is one.
        std::string const label =
            offered.size() == 1
                ? std::string{texts[DeskText::download_ubl]}
                : texts.fill(DeskText::download_ubl_of,
                             {{"offer", offer_words(frame, shown.printable, index)}});
        if (row.add("ubl" + std::to_string(index), label)) {
            put_out_ubl(session, shown.printable, index);
        }
    }
    if (row.add("json", texts[DeskText::download_json])) {
        put_out(session, shown.document, shown.printable, Output::json);
    }
    return row.height();
}

void open_panel(Session& session, QuotePanel panel) {
    session.state.quote.panel = session.state.quote.panel == panel ? QuotePanel::none : panel;
    session.state.quote.reason.clear();
    session.state.focus = Focus::panel;
}

float draw_steps(Frame& frame, Session& session, Shown const& shown, Spot spot) {
    struct Possible {
        std::string_view key;
        DeskText label;
        QuotePanel panel;
        EventKind kind;
    };

    constexpr std::array<Possible, 4> all{
        {{"accept", DeskText::accept, QuotePanel::accept, EventKind::accepted},
         {"decline", DeskText::decline, QuotePanel::decline, EventKind::declined},
         {"withdraw", DeskText::withdraw, QuotePanel::withdraw, EventKind::withdrawn},
         {"counter_entry", DeskText::counter_entry, QuotePanel::counter_entry,
          EventKind::counter_entry}}};
    ButtonRow row(frame, spot);
    for (Possible const& one : all) {
        if (state_after(shown.state, one.kind) && row.add(one.key, session.texts[one.label])) {
            open_panel(session, one.panel);
        }
    }
    std::string const key = session.state.quote.key;
    bool const wants_version = row.add("new_version", session.texts[DeskText::new_version]);
    bool const wants_copy = row.add("duplicate", session.texts[DeskText::duplicate]);
    float const height = row.height();
    if (wants_version) {
        session.start_new_version();
    } else if (wants_copy) {
        session.duplicate(key);
    }
    return height;
}

float panel_field(Frame& frame, std::string_view key, std::string_view caption,
                  std::string_view type, Spot spot, std::string& value) {
    return text_field(frame,
                      {.key = key,
                       .caption = caption,
                       .traits = {.name = std::string{key},
                                  .type = std::string{type},
                                  .autocomplete = "off",
                                  .input_mode = {},
                                  .placeholder = {},
                                  .length_max = 254},
                       .need = Need::required},
                      spot.x, spot.y, spot.width, value);
}

float draw_acceptance(Frame& frame, Session& session, Shown const& shown, Spot spot) {
    DeskTexts const& texts = session.texts;
    QuoteState& state = session.state.quote;
    float at = spot.y;
    auto const& offered = shown.printable.alternatives;
    if (offered.size() > 1) {
        std::vector<Choice> choices;
        for (std::size_t index = 0; index < offered.size(); ++index) {
            choices.push_back(
                {std::to_string(index), offer_words(frame, shown.printable, index), {}});
        }
        if (auto const chosen =
                segmented(frame, "alternative", spot.x, at, spot.width,
                          texts[DeskText::alternative], choices, state.alternative)) {
            state.alternative = *chosen;
        }
        at += segmented_height(frame, texts[DeskText::alternative], choices, spot.width) + row_gap;
    }
    std::array<Choice, 3> const ways{
        Choice{"email", std::string{texts[DeskText::way_email]}, {}},
        Choice{"telephone", std::string{texts[DeskText::way_telephone]}, {}},
        Choice{"letter", std::string{texts[DeskText::way_letter]}, {}}};
    if (auto const way = segmented(frame, "way", spot.x, at, spot.width, texts[DeskText::way], ways,
                                   state.way)) {
        state.way = *way;
    }
    at += segmented_height(frame, texts[DeskText::way], ways, spot.width) + row_gap;
    FieldGrid grid({spot.x, at, spot.width}, 240);
    grid.took(
        panel_field(frame, "on", texts[DeskText::accepted_on], "date", grid.next(), state.on));
    grid.took(
        panel_field(frame, "name", texts[DeskText::accepted_by], "text", grid.next(), state.name));
    at += grid.finish() + row_gap;
    if (button(frame, "record", spot.x, at, spot.width, texts[DeskText::record_acceptance],
               ButtonKind::primary)) {
        session.accept();
    }
    if (session.state.focus == Focus::panel) {
        frame.wants_focus = frame.id("on");
    }
    return at + button_height - spot.y;
}

float draw_reason(Frame& frame, Session& session, Spot spot) {
    DeskTexts const& texts = session.texts;
    QuotePanel const panel = session.state.quote.panel;
    float const field = panel_field(frame, "reason", texts[DeskText::reason], "text", spot,
                                    session.state.quote.reason);
    if (session.state.focus == Focus::panel) {
        frame.wants_focus = frame.id("reason");
    }
    float const at = spot.y + field + row_gap;
    DeskText const label = panel == QuotePanel::decline    ? DeskText::record_decline
                           : panel == QuotePanel::withdraw ? DeskText::record_withdraw
                                                           : DeskText::record_counter_entry;
    if (button(frame, "record", spot.x, at, spot.width, texts[label], ButtonKind::primary)) {
        if (panel == QuotePanel::decline) {
            session.decline();
        } else if (panel == QuotePanel::withdraw) {
            session.withdraw();
        } else {
            session.add_counter_entry();
        }
    }
    return at + button_height - spot.y;
}

float draw_panel(Frame& frame, Session& session, Shown const& shown, Spot spot) {
    QuotePanel const panel = session.state.quote.panel;
    if (panel == QuotePanel::none) {
        return 0;
    }
    return row_gap + (panel == QuotePanel::accept ? draw_acceptance(frame, session, shown, spot)
                                                  : draw_reason(frame, session, spot));
}

float draw_versions(Frame& frame, Session& session, Shown const& shown, Spot spot) {
    if (shown.document.versions.size() < 2) {
        return 0;
    }
    DeskTexts const& texts = session.texts;
    std::vector<Choice> versions;
    for (Version const& version : shown.document.versions) {
        versions.push_back({std::to_string(version.number), std::to_string(version.number), {}});
    }
    auto const selected = static_cast<std::size_t>(shown.version.number) - 1;
    if (auto const chosen = segmented(frame, "version", spot.x, spot.y, spot.width,
                                      texts[DeskText::version], versions, selected)) {
        session.show_version(static_cast<std::int32_t>(*chosen) + 1);
        frame.state_changed();
    }
    float at = spot.y + segmented_height(frame, texts[DeskText::version], versions, spot.width) + 8;
    if (shown.version.number > 1) {
        bool is_compared = session.state.quote.compared_with > 0;
        at += checkbox(frame, "compare", spot.x, at, spot.width,
                       texts.fill(DeskText::show_changes,
                                  {{"version", std::to_string(shown.version.number - 1)}}),
                       {}, Need::optional, is_compared);
        std::int32_t const compared_with = is_compared ? shown.version.number - 1 : 0;
        if (compared_with != session.state.quote.compared_with) {
            session.state.quote.compared_with = compared_with;
            frame.state_changed();
        }
    }
    return at + 8 - spot.y;
}

float draw_changes(Frame& frame, Session const& session, Shown const& shown, Spot spot) {
    if (!shown.printable.changes) {
        return 0;
    }
    static_cast<void>(session);
    Container const list(frame, "changes", Role::list, shown.printable.changes->title);
    float at = spot.y;
    std::int64_t index = 0;
    for (std::string const& line : shown.printable.changes->lines) {
        Container const item(frame, std::to_string(index++), Role::list_item, "");
        at += paragraph(frame, spot.x, at, spot.width, line, body_style(frame)) + 4;
    }
    return at + 12 - spot.y;
}

std::string event_words(Session const& session, EventKind kind) {
    DeskTexts const& texts = session.texts;
    switch (kind) {
    case EventKind::issued:
        return std::string{texts[DeskText::state_issued]};
    case EventKind::accepted:
        return std::string{texts[DeskText::state_accepted]};
    case EventKind::declined:
        return std::string{texts[DeskText::state_declined]};
    case EventKind::withdrawn:
        return std::string{texts[DeskText::state_withdrawn]};
    case EventKind::superseded:
        return std::string{texts[DeskText::state_superseded]};
    case EventKind::expired:
        return std::string{texts[DeskText::state_expired]};
    case EventKind::counter_entry:
        return std::string{texts[DeskText::counter_entry]};
    }
    return {};
}

float draw_events(Frame& frame, Session& session, Shown const& shown, Spot spot) {
    DeskTexts const& texts = session.texts;
    Card card(frame, "events", Role::region, texts[DeskText::events_title], spot.x, spot.y,
              spot.width);
    card.at += section_title(frame, card.x, card.at, card.width, texts[DeskText::events_title]) + 8;
    // Where there is little room, the version stands beside what happened.
    bool const is_narrow = frame.viewport.width < size::row_min;
    std::vector<Column> columns{
        {.title = texts[DeskText::event_what], .weight = 1.2F, .align = Align::left},
        {.title = texts[DeskText::version], .weight = 0.6F, .align = Align::left},
        {.title = texts[DeskText::event_when], .weight = 1.2F, .align = Align::left},
        {.title = texts[DeskText::event_who], .weight = 1.6F, .align = Align::left}};
    if (is_narrow) {
        columns.erase(columns.begin() + 1);
    }
    {
        Table table(frame, "table", card.x, card.at, card.width, texts[DeskText::events_title],
                    columns);
        table.header();
        for (kontingent::Event const& event : shown.document.events) {
            auto const day = session.platform.day_in(session.catalogue.seller.zone, event.at);
            std::string who = event.by;
            for (std::string const& more : {event.name, event.reason}) {
                who += more.empty() ? "" : " · " + more;
            }
            std::vector<std::string> cells{
                event_words(session, event.kind), std::to_string(event.version),
                day ? format_date(*day, frame.language) : to_text(event.at), who};
            if (is_narrow) {
                cells[0] += ", " + std::string{texts[DeskText::version]} + " " + cells[1];
                cells.erase(cells.begin() + 1);
            }
            table.row(cells);
        }
        card.at += table.height();
    }
    return card.finish();
}

// The pages show these as they are printed; here they are tables that assistive technology reads.
float draw_amounts(Frame& frame, Session& session, Shown const& shown, Spot spot) {
    DeskTexts const& texts = session.texts;
    Card card(frame, "amounts", Role::region, texts[DeskText::summary_title], spot.x, spot.y,
              spot.width);
    card.at +=
        section_title(frame, card.x, card.at, card.width, texts[DeskText::summary_title]) + 8;
    FieldGrid grid({card.x, card.at, card.width}, 300);
    auto const& offered = shown.printable.alternatives;
    for (std::size_t index = 0; index < offered.size(); ++index) {
        Spot const place = grid.next();
        std::string const name = offer_words(frame, shown.printable, index);
        Container const group(frame, std::to_string(index), Role::group, name);
        float const title =
            heading(frame, place.x, place.y, place.width, name, 3, title_style(frame)) + 8;
        grid.took(title + draw_totals(frame, session, shown.printable.catalogue, offered[index],
                                      name, {place.x, place.y + title, place.width}));
    }
    card.at += grid.finish();
    return card.finish();
}

float draw_head(Frame& frame, Session& session, Shown const& shown, Card& card) {
    DeskTexts const& texts = session.texts;
    float const before = card.at;
    card.at += section_title(frame, card.x, card.at, card.width,
                             printed_number(shown.document, shown.version)) +
               4;
    card.at += paragraph(frame, card.x, card.at, card.width,
                         customer_words(shown.document.customer), body_style(frame));
    std::string state{words_of(texts, shown.state)};
    if (auto const& until = shown.version.content.valid_until) {
        state += " · " +
                 texts.fill(DeskText::card_valid, {{"day", format_date(*until, frame.language)}});
    }
    card.at += paragraph(frame, card.x, card.at, card.width, state,
                         {.size = type::body,
                          .weight = Weight::semibold,
                          .colour = colour_of(frame.theme, shown.state)}) +
               row_gap;
    return card.at - before;
}

} // namespace

float draw_quote(Frame& frame, Session& session, Spot spot) {
    StoredQuote const* const stored = session.state.find(session.state.quote.key);
    if (stored == nullptr || !stored->document) {
        return paragraph(frame, spot.x, spot.y, spot.width, session.texts[DeskText::quote_gone],
                         body_style(frame));
    }
    // Steps replace what is stored; what is drawn here stays until the end of the frame.
    QuoteDocument const document = *stored->document;
    auto const printable = shown_printable(session, document);
    if (!printable) {
        return 0;
    }
    Version const& version =
        document.versions[static_cast<std::size_t>(session.state.quote.version) - 1];
    Shown const shown{document, version, state_at(version, session.now()), *printable};
    float at = spot.y;
    {
        Card card(frame, "quote", Role::region, printed_number(document, version), spot.x, at,
                  spot.width);
        draw_head(frame, session, shown, card);
        card.at += draw_outputs(frame, session, shown, {card.x, card.at, card.width}) + row_gap;
        card.at += draw_steps(frame, session, shown, {card.x, card.at, card.width}) + row_gap;
        card.at += draw_panel(frame, session, shown, {card.x, card.at, card.width});
        card.at += draw_versions(frame, session, shown, {card.x, card.at, card.width});
        card.at += draw_changes(frame, session, shown, {card.x, card.at, card.width});
        at += card.finish() + gap;
    }
    at += draw_amounts(frame, session, shown, {spot.x, at, spot.width}) + gap;
    at += draw_events(frame, session, shown, {spot.x, at, spot.width}) + gap;
    Container const preview(frame, "preview", Role::region, session.texts[DeskText::preview]);
    at += draw_pages(frame, session, *printable, {spot.x, at, spot.width});
    return at - spot.y;
}

} // namespace kontingent::ui::desk
