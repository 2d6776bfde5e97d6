#include "ui/screens/needs/history_questions.hpp"

#include "core/base/format.hpp"
#include "ui/screens/needs/history_sample.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/segmented.hpp"
#include "ui/widgets/text.hpp"
#include "ui/words.hpp"

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
    pen.at += segmented_height(pen.frame, pen.frame.texts[caption], choices, pen.width) + gap;
    return chosen;
}

void explain(Pen& pen, Text why, bool is_open) {
    Theme const& theme = pen.frame.theme;
    pen.at += paragraph(pen.frame, pen.x, pen.at, pen.width, pen.frame.texts[why],
                        {.size = type::body, .colour = is_open ? theme.warn : theme.muted}) +
              8;
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

void ask_date_order(Pen& pen) {
    auto const choices =
        choices_of(pen.frame, std::array{Text::history_ymd, Text::history_dmy, Text::history_mdy});
    auto const chosen = choose(pen, "date_order", Text::history_date_order, choices,
                               index_of(taken(pen, &HistoryOptions::date_order)));
    if (chosen) {
        pen.changed().date_order = static_cast<DateOrder>(*chosen);
    }
}

void ask_decimal_mark(Pen& pen) {
    auto const choices =
        choices_of(pen.frame, std::array{Text::history_mark_comma, Text::history_mark_point});
    auto const chosen = choose(pen, "mark", Text::history_mark, choices,
                               index_in(marks, taken(pen, &HistoryOptions::decimal_mark)));
    if (chosen) {
        pen.changed().decimal_mark = marks[*chosen];
    }
}

constexpr std::array unit_texts{Text::history_hours,        Text::history_minutes,
                                Text::history_seconds,      Text::history_days,
                                Text::history_working_days, Text::history_hours_and_minutes};
static_assert(unit_texts.size() == duration_unit_count);

void ask_duration_unit(Pen& pen) {
    auto const choices = choices_of(pen.frame, unit_texts);
    auto const chosen = choose(pen, "unit", Text::history_unit, choices,
                               index_of(taken(pen, &HistoryOptions::duration_unit)));
    if (chosen) {
        pen.changed().duration_unit = static_cast<DurationUnit>(*chosen);
    }
}

void ask_day_length(Pen& pen) {
    constexpr std::array<std::int32_t, 4> lengths{360, 450, 480, 1440};
    std::vector<Choice> choices;
    for (std::int32_t const minutes : lengths) {
        choices.push_back(
            {std::to_string(minutes), counted_hours(pen.frame, Minutes{minutes}), {}});
    }
    auto const taken_length = taken(pen, &HistoryOptions::minutes_a_day);
    auto const selected = std::ranges::find(lengths, taken_length.value_or(0));
    auto const chosen = choose(pen, "day_length", Text::history_day_length, choices,
                               static_cast<std::size_t>(selected - lengths.begin()));
    if (chosen) {
        pen.changed().minutes_a_day = lengths[*chosen];
    }
}

void ask_sum_rows(Pen& pen) {
    auto const choices = choices_of(
        pen.frame, std::array{Text::history_sum_rows_left_out, Text::history_sum_rows_counted});
    auto const chosen = choose(pen, "sum_rows", Text::history_sum_rows, choices,
                               index_of(taken(pen, &HistoryOptions::sum_rows)));
    if (chosen) {
        pen.changed().sum_rows = static_cast<SumRows>(*chosen);
    }
}

// Everything else in the file is another then.
void ask_sheet(Pen& pen) {
    std::vector<Choice> choices;
    for (std::string const& sheet : pen.state.history->sheets) {
        choices.push_back({std::to_string(choices.size()), sheet, {}});
    }
    auto const chosen =
        choose(pen, "sheet", Text::history_sheet, choices, taken(pen, &HistoryOptions::sheet));
    if (chosen) {
        pen.answer = HistoryOptions{};
        pen.answer->sheet = chosen;
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
        options.date_column = options.duration = std::nullopt;
    }
}

void ask_date_column(Pen& pen) {
    std::vector<Choice> choices;
    for (std::string const& heading : pen.state.history->headings) {
        choices.push_back({std::to_string(choices.size()),
                           shortened(pen.frame, heading, type::small, pen.width - 24), heading});
    }
    auto const chosen = choose(pen, "date", Text::history_date_column, choices,
                               taken(pen, &HistoryOptions::date_column));
    if (chosen) {
        // What could be the duration depends on it.
        pen.changed().date_column = *chosen;
        pen.answer->duration.reset();
    }
}

// Two ways may differ by the unit of the break alone.
std::string duration_name(Frame const& frame, History const& history, std::size_t index) {
    DurationSource const& source = history.durations[index];
    std::string name = name_of(source, history.headings);
    auto const is_same = [&](DurationSource const& other) {
        return other != source && name_of(other, history.headings) == name;
    };
    if (source.break_unit && std::ranges::any_of(history.durations, is_same)) {
        Text const unit = unit_texts[static_cast<std::size_t>(*source.break_unit)];
        name =
            frame.texts.fill(Text::history_break_in, {{"name", name}, {"unit", frame.texts[unit]}});
    }
    return name;
}

void ask_duration(Pen& pen) {
    History const& history = *pen.state.history;
    std::vector<Choice> choices;
    for (std::size_t index = 0; index < history.durations.size(); ++index) {
        std::string const name = duration_name(pen.frame, history, index);
        choices.push_back(
            {std::to_string(index), shortened(pen.frame, name, type::small, pen.width - 24), name});
    }
    if (choices.empty()) {
        return;
    }
    auto const chosen = choose(pen, "duration", Text::history_duration_column, choices,
                               taken(pen, &HistoryOptions::duration));
    if (chosen) {
        pen.changed().duration = *chosen;
        pen.answer->duration_unit.reset();
    }
}

struct Question {
    void (*ask)(Pen&) = nullptr;
    std::optional<Text> why;
};

// In the order of HistoryQuestion.
constexpr std::array questions{
    Question{ask_sheet, {}},
    Question{ask_date_column, Text::history_date_column_why},
    Question{ask_duration, Text::history_duration_why},
    Question{ask_date_order, Text::history_date_order_why},
    Question{ask_decimal_mark, Text::history_mark_why},
    Question{ask_duration_unit, Text::history_unit_why},
    Question{ask_day_length, Text::history_day_length_why},
    Question{ask_sum_rows, Text::history_sum_rows_why},
};
static_assert(questions.size() == history_question_count);

template <typename Value>
void take(std::optional<Value>& option, std::optional<Value> const& proposal) {
    option = option ? option : proposal;
}

// Every open question answered with what was proposed.
HistoryOptions confirmed(HistoryState const& state) {
    HistoryOptions options = state.options;
    HistoryOptions const& proposed = state.history->understood;
    for (HistoryQuestion const question : state.history->questions) {
        switch (question) {
        case HistoryQuestion::sheet:
            take(options.sheet, proposed.sheet);
            break;
        case HistoryQuestion::date_column:
            take(options.date_column, proposed.date_column);
            break;
        case HistoryQuestion::duration:
            take(options.duration, proposed.duration);
            break;
        case HistoryQuestion::date_order:
            take(options.date_order, proposed.date_order);
            break;
        case HistoryQuestion::decimal_mark:
            take(options.decimal_mark, proposed.decimal_mark);
            break;
        case HistoryQuestion::duration_unit:
            take(options.duration_unit, proposed.duration_unit);
            break;
        case HistoryQuestion::day_length:
            take(options.minutes_a_day, proposed.minutes_a_day);
            break;
        case HistoryQuestion::sum_rows:
            take(options.sum_rows, proposed.sum_rows);
            break;
        }
    }
    return options;
}

bool may_confirm(History const& history) {
    return history.error == HistoryError::none && !history.questions.empty();
}

} // namespace

void note_questions(History const& history, HistoryQuestions& asked) {
    for (HistoryQuestion const question : history.questions) {
        asked[static_cast<std::size_t>(question)] = true;
    }
    // A month too large is mostly one of minutes taken for hours, or of 1,500 for 1500.
    asked[static_cast<std::size_t>(HistoryQuestion::duration_unit)] |=
        history.error == HistoryError::month_too_large;
}

Questions draw_asked(Frame& frame, HistoryState const& state, float x, float y, float width) {
    HistoryQuestions const& asked = state.asked;
    if (asked == HistoryQuestions{}) {
        return {};
    }
    Container const group(frame, "asked", Role::group, frame.texts[Text::history_asked]);
    Pen pen{frame, state, x, y, width};
    std::vector<HistoryQuestion> const& open = state.history->questions;
    for (std::size_t index = 0; index < questions.size(); ++index) {
        if (asked[index]) {
            if (questions[index].why) {
                // An answered one stays, so that the answer can be changed.
                bool const is_open =
                    std::ranges::find(open, static_cast<HistoryQuestion>(index)) != open.end();
                explain(pen, *questions[index].why, is_open || state.history->months.empty());
            }
            questions[index].ask(pen);
        }
    }
    pen.at += draw_sample(frame, *state.history, x, pen.at, width);
    if (may_confirm(*state.history)) {
        std::string_view const label = frame.texts[Text::history_confirm];
        if (button(frame, "confirm", x, pen.at, width, label, ButtonKind::primary)) {
            pen.answer = confirmed(state);
        }
        pen.at += button_height + gap;
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
    pen.at += 4;
    History const& history = *state.history;
    if (history.sheets.empty()) {
        ask_delimiter(pen);
    }
    constexpr std::array needs_reason{HistoryQuestion::day_length, HistoryQuestion::sum_rows};
    for (std::size_t index = 0; index < questions.size(); ++index) {
        auto const question = static_cast<HistoryQuestion>(index);
        bool const is_idle = (question == HistoryQuestion::sheet && history.sheets.size() < 2) ||
                             std::ranges::find(needs_reason, question) != needs_reason.end();
        if (!state.asked[index] && !is_idle) {
            questions[index].ask(pen);
        }
    }
    return {pen.at - y, pen.answer};
}

} // namespace kontingent::ui
