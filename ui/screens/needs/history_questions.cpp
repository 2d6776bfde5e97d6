#include "ui/screens/needs/history_questions.hpp"

#include "ui/paint.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/segmented.hpp"
#include "ui/widgets/text.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <vector>

namespace kontingent::ui {

namespace {

constexpr float gap = 16;
constexpr std::array delimiters{',', ';', '\t', '|'};
constexpr std::array marks{',', '.'};

// Lays questions out and gathers the answer.
struct Pen {
    Frame& frame;
    HistoryState const& state;
    float x = 0, at = 0, width = 0;
    std::optional<HistoryOptions> answer = std::nullopt;

    HistoryOptions& changed() { return answer ? *answer : answer.emplace(state.options); }
};

enum class Explanation : std::uint8_t { none, why };

// A person's word, or what was recognised.
template <typename Value>
std::optional<Value> taken(Pen const& pen, std::optional<Value> HistoryOptions::* member) {
    std::optional<Value> const& corrected = pen.state.options.*member;
    return corrected ? corrected : pen.state.history->understood.*member;
}

std::optional<std::size_t> choose(Pen& pen, std::string_view key, Text caption,
                                  std::span<Choice const> choices,
                                  std::optional<std::size_t> selected) {
    auto const chosen =
        segmented(pen.frame, key, pen.x, pen.at, pen.width, pen.frame.texts[caption], choices,
                  selected.value_or(choices.size()));
    pen.at += segmented_height(pen.frame, choices, pen.width) + gap;
    return chosen;
}

void explain(Pen& pen, Explanation explanation, Text why) {
    if (explanation == Explanation::why) {
        pen.at += paragraph(pen.frame, pen.x, pen.at, pen.width, pen.frame.texts[why],
                            {.size = type::body, .colour = pen.frame.theme.warn}) +
                  8;
    }
}

template <std::size_t count>
std::array<Choice, count> choices_of(Frame const& frame, std::array<Text, count> const& labels) {
    std::array<Choice, count> choices;
    for (std::size_t index = 0; index < count; ++index) {
        choices[index] = {std::to_string(index), std::string{frame.texts[labels[index]]}, {}};
    }
    return choices;
}

template <typename Value>
std::optional<std::size_t> index_of(std::optional<Value> value) {
    return value ? std::optional{static_cast<std::size_t>(*value)} : std::nullopt;
}

std::optional<std::size_t> index_in(std::span<char const> values, std::optional<char> value) {
    auto const found = std::ranges::find(values, value.value_or('\0'));
    return found == values.end() ? std::nullopt
                                 : std::optional{static_cast<std::size_t>(found - values.begin())};
}

void ask_date_order(Pen& pen, Explanation explanation) {
    explain(pen, explanation, Text::history_date_order_why);
    auto const choices =
        choices_of(pen.frame, std::array{Text::history_ymd, Text::history_dmy, Text::history_mdy});
    auto const chosen = choose(pen, "date_order", Text::history_date_order, choices,
                               index_of(taken(pen, &HistoryOptions::date_order)));
    if (chosen) {
        pen.changed().date_order = static_cast<DateOrder>(*chosen);
    }
}

void ask_decimal_mark(Pen& pen, Explanation explanation) {
    explain(pen, explanation, Text::history_mark_why);
    auto const choices =
        choices_of(pen.frame, std::array{Text::history_mark_comma, Text::history_mark_point});
    auto const chosen = choose(pen, "mark", Text::history_mark, choices,
                               index_in(marks, taken(pen, &HistoryOptions::decimal_mark)));
    if (chosen) {
        pen.changed().decimal_mark = marks[*chosen];
    }
}

void ask_duration_unit(Pen& pen, Explanation explanation) {
    explain(pen, explanation, Text::history_unit_why);
    auto const choices = choices_of(
        pen.frame, std::array{Text::history_hours, Text::history_minutes, Text::history_seconds});
    auto const chosen = choose(pen, "unit", Text::history_unit, choices,
                               index_of(taken(pen, &HistoryOptions::duration_unit)));
    if (chosen) {
        pen.changed().duration_unit = static_cast<DurationUnit>(*chosen);
    }
}

// Other columns come out, so those that were chosen mean nothing any more.
void ask_delimiter(Pen& pen) {
    auto const choices =
        choices_of(pen.frame, std::array{Text::history_comma, Text::history_semicolon,
                                         Text::history_tab, Text::history_bar});
    auto const chosen = choose(pen, "delimiter", Text::history_delimiter, choices,
                               index_in(delimiters, taken(pen, &HistoryOptions::delimiter)));
    if (chosen) {
        HistoryOptions& options = pen.changed();
        options.delimiter = delimiters[*chosen];
        options.date_column = options.duration_column = std::nullopt;
    }
}

// What fits, so that no heading reaches into its neighbour.
std::string shortened(Frame const& frame, std::string const& text, float size, float width) {
    TextStyle const style{.size = size, .weight = Weight::semibold};
    constexpr std::string_view rest = " …";
    if (paint::width(frame, text, style) <= width) {
        return text;
    }
    auto const lines = paint::wrap(frame, text, style, width - paint::width(frame, rest, style));
    return lines.size() < 2 ? text : std::string{lines.front()} + std::string{rest};
}

struct ColumnQuestion {
    std::string_view key;
    Text found, caption;
    std::optional<std::size_t> HistoryOptions::* column;
    bool HistoryState::* shows_all;
};

constexpr ColumnQuestion date_question{"date", Text::history_date_found, Text::history_date_column,
                                       &HistoryOptions::date_column,
                                       &HistoryState::shows_date_columns};
constexpr ColumnQuestion duration_question{
    "duration", Text::history_duration_found, Text::history_duration_column,
    &HistoryOptions::duration_column, &HistoryState::shows_duration_columns};

// True when another column was chosen.
bool ask_column(Pen& pen, ColumnQuestion const& question) {
    std::vector<Choice> choices;
    for (std::string const& heading : pen.state.history->headings) {
        choices.push_back({std::to_string(choices.size()),
                           shortened(pen.frame, heading, type::small, pen.width - 24), heading});
    }
    auto const chosen =
        choose(pen, question.key, question.caption, choices, taken(pen, question.column));
    if (chosen) {
        pen.changed().*question.column = *chosen;
    }
    return chosen.has_value();
}

// The column that was found; all of a tracker's twenty only when somebody wants another.
void offer_column(Pen& pen, HistoryState& state, ColumnQuestion const& question) {
    Frame& frame = pen.frame;
    auto const& headings = state.history->headings;
    std::size_t const column = taken(pen, question.column).value_or(headings.size());
    std::string const label = frame.texts.fill(
        question.found, {{"heading", column < headings.size() ? headings[column] : "–"}});
    bool& shows_all = state.*question.shows_all;
    if (disclosure_text(frame, std::string{question.key} + "_found", pen.x, pen.at,
                        shortened(frame, label, type::body, pen.width - 28),
                        shows_all ? Openness::open : Openness::closed)) {
        shows_all = !shows_all;
        frame.state_changed();
    }
    pen.at += disclosure_text_height;
    if (shows_all && ask_column(pen, question)) {
        shows_all = false;
    }
}

} // namespace

void note_questions(History const& history, HistoryQuestions& asked) {
    asked.date_order |= history.is_date_order_ambiguous;
    asked.decimal_mark |= history.is_decimal_mark_ambiguous;
    // A month too large is mostly one of minutes taken for hours, or of 1,500 for 1500.
    bool const is_too_large = history.error == HistoryError::month_too_large;
    asked.duration_unit |= history.is_duration_unit_ambiguous || is_too_large;
    asked.date_column |= history.error == HistoryError::no_date_column;
    asked.duration_column |= history.error == HistoryError::no_duration_column;
}

Questions draw_asked(Frame& frame, HistoryState const& state, float x, float y, float width) {
    HistoryQuestions const& asked = state.asked;
    if (asked == HistoryQuestions{}) {
        return {};
    }
    Container const group(frame, "asked", Role::group, frame.texts[Text::history_asked]);
    Pen pen{frame, state, x, y, width};
    if (asked.date_column) {
        ask_column(pen, date_question);
    }
    if (asked.duration_column) {
        ask_column(pen, duration_question);
    }
    if (asked.date_order) {
        ask_date_order(pen, Explanation::why);
    }
    if (asked.decimal_mark) {
        ask_decimal_mark(pen, Explanation::why);
    }
    if (asked.duration_unit) {
        ask_duration_unit(pen, Explanation::why);
    }
    return {pen.at - y, pen.answer};
}

Questions draw_others(Frame& frame, HistoryState& state, float x, float y, float width) {
    Container const group(frame, "others", Role::group, frame.texts[Text::history_options]);
    if (disclosure_text(frame, "options", x, y, frame.texts[Text::history_options],
                        state.shows_options ? Openness::open : Openness::closed)) {
        state.shows_options = !state.shows_options;
        frame.state_changed();
    }
    Pen pen{frame, state, x, y + disclosure_text_height, width};
    if (!state.shows_options) {
        return {pen.at - y, {}};
    }
    HistoryQuestions const& asked = state.asked;
    pen.at += 4;
    ask_delimiter(pen);
    if (!asked.date_column) {
        offer_column(pen, state, date_question);
    }
    if (!asked.date_order) {
        ask_date_order(pen, Explanation::none);
    }
    if (!asked.duration_column) {
        offer_column(pen, state, duration_question);
    }
    if (!asked.duration_unit) {
        ask_duration_unit(pen, Explanation::none);
    }
    if (!asked.decimal_mark) {
        ask_decimal_mark(pen, Explanation::none);
    }
    return {pen.at - y, pen.answer};
}

} // namespace kontingent::ui
