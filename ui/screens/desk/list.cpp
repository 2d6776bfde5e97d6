// All quotes: searched, filtered, sorted; or how to begin.
#include "core/base/format.hpp"
#include "ui/paint.hpp"
#include "ui/screens/desk/places.hpp"
#include "ui/widgets/card.hpp"
#include "ui/widgets/list_table.hpp"
#include "ui/widgets/press.hpp"
#include "ui/widgets/segmented.hpp"
#include "ui/widgets/text.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace kontingent::ui::desk {

namespace {

struct RowWords {
    std::string number, customer, state, sum, valid_until;
    std::string name; // what the row is called
};

RowWords words_of(Frame const& frame, Session const& session, ListRow const& row) {
    DeskTexts const& texts = session.texts;
    std::string_view const none = "–";
    StoredQuote const& quote = session.state.quotes[row.quote];
    RowWords words{.number = row.number.empty() ? std::string{none} : row.number,
                   .customer = row.customer,
                   .state = std::string{desk::words_of(texts, row.state)},
                   .sum = std::string{none},
                   .valid_until = std::string{none},
                   .name = row.number.empty() ? std::string{texts[DeskText::no_number_yet]}
                                              : row.number};
    if (!row.is_readable) {
        words.state = texts[DeskText::unreadable];
    } else if (is_second(quote.key)) {
        words.state += ", ";
        words.state += texts[DeskText::second_copy];
    } else if (is_sample(quote)) {
        words.state += ", ";
        words.state += texts[DeskText::sample];
    }
    if (row.sum) {
        words.sum = money_words(frame, session, *row.sum);
    }
    if (row.valid_until) {
        words.valid_until = format_date(*row.valid_until, frame.language);
    }
    return words;
}

void sort_by(ListState& list, ListColumn column) {
    bool const is_again = list.column == column;
    list.order =
        is_again && list.order == ListOrder::rising ? ListOrder::falling : ListOrder::rising;
    list.column = column;
}

std::array<ListColumnHead, 5> heads(Session const& session) {
    DeskTexts const& texts = session.texts;
    ListState const& list = session.state.list;
    std::array<ListColumnHead, 5> heads{
        {{.title = std::string{texts[DeskText::column_number]}, .name = {}, .weight = 1.1F},
         {.title = std::string{texts[DeskText::column_customer]}, .name = {}, .weight = 1.6F},
         {.title = std::string{texts[DeskText::column_state]}, .name = {}, .weight = 1.1F},
         {.title = std::string{texts[DeskText::column_sum]}, .name = {}, .align = Align::right},
         {.title = std::string{texts[DeskText::column_valid]},
          .name = {},
          .align = Align::right,
          .weight = 1.2F}}};
    for (std::size_t index = 0; index < heads.size(); ++index) {
        heads[index].name = texts.fill(DeskText::sort_by, {{"column", heads[index].title}});
        if (static_cast<std::size_t>(list.column) == index) {
            heads[index].sorted =
                list.order == ListOrder::rising ? Sorted::rising : Sorted::falling;
        }
    }
    return heads;
}

Colour ink_of(Frame const& frame, ListRow const& row) {
    return row.is_readable ? colour_of(frame.theme, row.state) : frame.theme.bad;
}

float draw_table(Frame& frame, Session& session, std::vector<ListRow> const& rows, Spot spot) {
    auto const columns = heads(session);
    ListTable table(frame, "quotes", spot.x, spot.y, spot.width,
                    session.texts[DeskText::list_title], columns);
    std::string opened;
    if (auto const column = table.header()) {
        sort_by(session.state.list, static_cast<ListColumn>(*column));
    }
    for (ListRow const& row : rows) {
        RowWords const words = words_of(frame, session, row);
        std::array<ListCell, 5> const cells{{{words.number, frame.theme.text, Weight::semibold},
                                             {words.customer, frame.theme.text},
                                             {words.state, ink_of(frame, row), Weight::semibold},
                                             {words.sum, frame.theme.text},
                                             {words.valid_until, frame.theme.text}}};
        std::string const& key = session.state.quotes[row.quote].key;
        if (table.row(key, words.name + ", " + words.customer, cells)) {
            opened = key;
        }
    }
    float const height = table.height();
    if (!opened.empty()) {
        session.open_quote(opened);
    }
    return height;
}

// A quote as a card, all of which opens it, as a row of the table does. Returns its height.
float draw_card(Frame& frame, Session const& session, ListRow const& row, Spot spot,
                bool& is_opened) {
    struct Line {
        std::string text;
        TextStyle style;
        float below = 0;
    };

    constexpr float chevron_room = 28;
    RowWords const words = words_of(frame, session, row);
    std::array<Line, 4> const lines{
        {{words.customer, title_style(frame), 4},
         {row.number.empty() ? words.state : words.number + " · " + words.state,
          {.size = type::small, .weight = Weight::semibold, .colour = ink_of(frame, row)}},
         {session.texts.fill(DeskText::card_sum, {{"sum", words.sum}}), body_style(frame)},
         {session.texts.fill(DeskText::card_valid, {{"day", words.valid_until}}),
          muted_style(frame)}}};
    float const padding = card_padding(frame);
    float const inner = spot.width - 2 * padding - chevron_room;
    float height = 2 * padding;
    for (Line const& line : lines) {
        height += text_height(frame, line.text, line.style, inner) + line.below;
    }
    Rect const rect{spot.x, spot.y, spot.width, height};
    Id const id = frame.id("open");
    Press const press = press_area(frame, id, rect);
    paint::fill(frame, rect, press.is_hovered ? frame.theme.sunken : frame.theme.card,
                size::card_radius);
    paint::border(frame, rect, frame.theme.line, size::card_radius);
    if (frame.shows_focus_ring(id)) {
        paint::focus_ring(frame, rect, size::card_radius);
    }
    frame.record(id, Role::button, words.name + ", " + words.customer, rect);
    float at = spot.y + padding;
    for (Line const& line : lines) {
        at += paragraph(frame, spot.x + padding, at, inner, line.text, line.style) + line.below;
    }
    paint::chevron(frame, spot.x + spot.width - padding - 5, spot.y + height / 2, 10,
                   paint::Chevron::right, frame.theme.muted);
    is_opened = press.is_activated;
    return height;
}

// Below size::row_min.
float draw_cards(Frame& frame, Session& session, std::vector<ListRow> const& rows, Spot spot) {
    Container const list(frame, "cards", Role::list, session.texts[DeskText::list_title]);
    std::string opened;
    float at = spot.y;
    for (ListRow const& row : rows) {
        std::string const& key = session.state.quotes[row.quote].key;
        Container const item(frame, key, Role::list_item, "");
        bool is_opened = false;
        at += draw_card(frame, session, row, {spot.x, at, spot.width}, is_opened) + 12;
        opened = is_opened ? key : opened;
    }
    if (!opened.empty()) {
        frame.state_changed();
        session.open_quote(opened);
    }
    return at - spot.y;
}

float draw_filter(Frame& frame, Session& session, Spot spot) {
    ListState& list = session.state.list;
    DeskTexts const& texts = session.texts;
    float const field = text_field(frame,
                                   {.key = "search",
                                    .caption = texts[DeskText::search],
                                    .traits = {.name = "search",
                                               .type = "search",
                                               .autocomplete = "off",
                                               .input_mode = {},
                                               .placeholder = {}}},
                                   spot.x, spot.y, std::min(spot.width, 420.0F), list.search);
    std::vector<Choice> choices{{"all", std::string{texts[DeskText::all_states]}, {}}};
    constexpr std::array<VersionState, 5> states{VersionState::draft, VersionState::issued,
                                                 VersionState::accepted, VersionState::declined,
                                                 VersionState::expired};
    std::size_t selected = 0;
    for (std::size_t index = 0; index < states.size(); ++index) {
        choices.push_back({std::string{text_of(states[index])},
                           std::string{desk::words_of(texts, states[index])},
                           {}});
        selected = list.state == states[index] ? index + 1 : selected;
    }
    float const at = spot.y + field + row_gap;
    if (auto const chosen = segmented(frame, "state", spot.x, at, spot.width,
                                      texts[DeskText::column_state], choices, selected)) {
        list.state = *chosen == 0 ? std::nullopt : std::optional{states[*chosen - 1]};
        frame.state_changed();
    }
    return field + row_gap +
           segmented_height(frame, texts[DeskText::column_state], choices, spot.width) + row_gap;
}

float draw_empty(Frame& frame, Session& session, Spot spot) {
    DeskTexts const& texts = session.texts;
    Card card(frame, "empty", Role::region, texts[DeskText::empty_title], spot.x, spot.y,
              spot.width);
    card.at += section_head(frame, card.x, card.at, card.width, texts[DeskText::empty_title],
                            texts[DeskText::empty_lead]) +
               row_gap;
    ButtonRow row(frame, {card.x, card.at, card.width});
    if (row.add("begin", texts[DeskText::go_start], ButtonKind::primary)) {
        session.go(Place::start);
    }
    if (row.add("samples", texts[DeskText::add_samples])) {
        session.add_samples();
    }
    if (row.add("import", texts[DeskText::import_all])) {
        session.platform.choose_file(FilePurpose::import);
    }
    card.at += row.height();
    return card.finish();
}

// A copy is due a week after the last one, or as soon as there is anything.
float draw_reminder(Frame& frame, Session& session, Spot spot) {
    constexpr std::int64_t week_ms = 7LL * 86'400'000;
    DeskTexts const& texts = session.texts;
    auto const copied = copied_at(session.state.records);
    std::string words{texts[DeskText::copy_never]};
    bool is_due = true;
    if (copied) {
        is_due = session.platform.now_ms() - copied->milliseconds > week_ms;
        auto const day = session.platform.day_in(session.catalogue.seller.zone, *copied);
        words = texts.fill(is_due ? DeskText::copy_due : DeskText::copy_last,
                           {{"day", day ? format_date(*day, frame.language) : std::string{}}});
    }
    TextStyle const style{.size = type::small,
                          .colour = is_due ? frame.theme.warn : frame.theme.muted};
    float at = spot.y + paragraph(frame, spot.x, spot.y, spot.width, words, style);
    if (!session.state.storage.is_persistent) {
        at += paragraph(frame, spot.x, at, spot.width, texts[DeskText::not_persistent],
                        muted_style(frame));
    }
    ButtonRow row(frame, {spot.x, at + 8, spot.width});
    if (row.add("export", texts[DeskText::export_all])) {
        session.export_all();
    }
    if (row.add("import", texts[DeskText::import_all])) {
        session.platform.choose_file(FilePurpose::import);
    }
    if (session.has_samples() && row.add("remove_samples", texts[DeskText::remove_samples])) {
        session.remove_samples();
    }
    return at + 8 + row.height() - spot.y;
}

} // namespace

float draw_list(Frame& frame, Session& session, Spot spot) {
    if (session.state.focus == Focus::heading && session.state.quotes.empty()) {
        frame.wants_focus = semantics::derive(frame.id("empty"), "begin");
    }
    if (!session.state.has_records) {
        return 0;
    }
    if (session.state.quotes.empty()) {
        return draw_empty(frame, session, spot);
    }
    DeskTexts const& texts = session.texts;
    Card card(frame, "list", Role::region, texts[DeskText::list_title], spot.x, spot.y, spot.width);
    card.at += section_title(frame, card.x, card.at, card.width, texts[DeskText::list_title]) + 8;
    card.at += draw_filter(frame, session, {card.x, card.at, card.width});
    if (session.state.focus == Focus::heading) {
        frame.wants_focus = frame.id("search");
    }
    auto const rows = rows_of(session.state.quotes, session.state.list, session.now());
    Spot const inner{card.x, card.at, card.width};
    if (rows.empty()) {
        card.at += paragraph(frame, card.x, card.at, card.width, texts[DeskText::nothing_found],
                             body_style(frame));
    } else {
        card.at += frame.viewport.width < size::row_min ? draw_cards(frame, session, rows, inner)
                                                        : draw_table(frame, session, rows, inner);
    }
    card.at += gap;
    card.at += draw_reminder(frame, session, {card.x, card.at, card.width});
    return card.finish();
}

} // namespace kontingent::ui::desk
