#include "ui/screens/needs/needs_history.hpp"

#include "core/base/format.hpp"
#include "ui/paint.hpp"
#include "ui/screens/missing_part.hpp"
#include "ui/screens/needs/history_months.hpp"
#include "ui/screens/needs/history_questions.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/progress.hpp"
#include "ui/widgets/text.hpp"
#include "ui/widgets/text_field.hpp"
#include "ui/words.hpp"

#include <algorithm>
#include <utility>

namespace kontingent::ui {

namespace {

constexpr float gap = 16;
// A longer text is read at once: it is not for reading in a field.
constexpr std::size_t pasted_max = std::size_t{1} << 16U;

void begin(HistoryState& state, Needs& needs) {
    needs.way = NeedsWay::history;
    state.is_reading = true;
    state.is_correction = std::exchange(state.awaits_correction, false);
    if (!state.is_correction) {
        state.history.reset();
        state.options = {};
        state.asked = {};
        state.shows_all_months = state.shows_rejected = state.shows_options = false;
    }
}

void take(HistoryRead const& read, HistoryState& state, Needs& needs) {
    state.is_reading = false;
    state.history = read.history;
    state.file_name = read.file_name;
    note_questions(read.history, state.asked);
    needs.past.clear();
    if (read.history.error == HistoryError::none) {
        auto const& months = read.history.months;
        std::size_t const count = std::min(months.size(), past_months_max);
        needs.past.assign(months.end() - static_cast<std::ptrdiff_t>(count), months.end());
    }
}

TextStyle small_style(Frame const& frame) {
    return {.size = type::small, .colour = frame.theme.muted};
}

// A column is named as one; "Gehen − Kommen" says it itself.
std::string source_words(Frame const& frame, History const& history) {
    DurationSource const& source = history.durations[history.understood.duration.value_or(0)];
    std::string name = name_of(source, history.headings);
    return source.columns.size() == 1
               ? frame.texts.fill(Text::history_source_column, {{"name", name}})
               : name;
}

// What was understood, in a sentence.
std::string understood_words(Frame const& frame, History const& history) {
    return fill(form_for(frame, Text::history_understood, history.rows_read),
                {{"n", format_integer(history.rows_read, frame.language)},
                 {"first", format_date(Day{history.first_day}, frame.language)},
                 {"last", format_date(Day{history.last_day}, frame.language)},
                 {"source", source_words(frame, history)}});
}

// Rows that are neither read nor rejected; "" where there are none.
std::string others_words(Frame const& frame, OtherRows const& others) {
    struct Count {
        std::int64_t rows;
        Text words;
    };

    std::string list;
    for (Count const& count :
         {Count{others.sums, Text::history_sums}, Count{others.headings, Text::history_headings},
          Count{others.other_table, Text::history_other_table}}) {
        if (count.rows > 0) {
            list += (list.empty() ? "" : ", ") + counted(frame, count.words, count.rows);
        }
    }
    return list.empty() ? list : frame.texts.fill(Text::history_not_counted, {{"list", list}});
}

// What was read and what was not.
std::string result_words(Frame const& frame, History const& history) {
    std::string words = counted(frame, Text::history_rows, history.rows_read);
    if (history.rows_rejected > 0) {
        words += ", " + counted(frame, Text::history_rejected, history.rows_rejected);
    }
    return words;
}

bool has_rows(History const& history) {
    return history.questions.empty() &&
           (history.error == HistoryError::none || history.error == HistoryError::month_too_large);
}

float draw_understood(Frame& frame, History const& history, float x, float y, float width) {
    if (!has_rows(history) || history.rows_read == 0) {
        return 0;
    }
    float at = y + 4;
    at += paragraph(frame, x, at, width, understood_words(frame, history),
                    {.size = type::body, .colour = frame.theme.text});
    std::string const others = others_words(frame, history.others);
    if (!others.empty()) {
        at += paragraph(frame, x, at, width, others, small_style(frame));
    }
    if (history.rows_without_break > 0) {
        at += paragraph(frame, x, at, width,
                        counted(frame, Text::history_no_break, history.rows_without_break),
                        {.size = type::body, .colour = frame.theme.warn});
    }
    return at - y;
}

// Where the months come from, and how far it is with them.
float draw_source(Frame& frame, HistoryState const& state, Needs const& needs, float x, float y,
                  float width) {
    float at = y;
    TextStyle const title{
        .size = type::body, .weight = Weight::semibold, .colour = frame.theme.text};
    bool const shows_file = state.history && (!state.is_reading || state.is_correction);
    if (shows_file) {
        at += paragraph(frame, x, at, width,
                        state.file_name.empty() ? frame.texts[Text::history_pasted]
                                                : std::string_view{state.file_name},
                        title);
    } else if (!needs.past.empty() && !state.is_reading) {
        at += paragraph(frame, x, at, width, frame.texts[Text::history_restored], title);
    } else if (!state.is_reading) {
        at += paragraph(frame, x, at, width, frame.texts[Text::history_lead],
                        {.size = type::body, .colour = frame.theme.text});
    }
    if (state.is_reading) {
        std::int64_t const percent = state.per_mille / 10;
        BasisPoints const done{percent * 100};
        at += progress(frame, "status", x, at, width,
                       frame.texts.fill(Text::history_reading,
                                        {{"percent", format_percent(done, frame.language)}}),
                       state.per_mille);
    } else {
        at += status_line(frame, "status", x, at, width,
                          state.history && has_rows(*state.history)
                              ? result_words(frame, *state.history)
                              : std::string{},
                          small_style(frame));
    }
    if (shows_file && !state.is_reading) {
        at += draw_understood(frame, *state.history, x, at, width);
    }
    if (shows_file && state.history->error != HistoryError::none) {
        Container const alert(frame, "error", Role::alert, "");
        at += 4 + paragraph(frame, x, at + 4, width, sentence(state.history->error, frame.language),
                            {.size = type::body, .colour = frame.theme.bad});
    }
    return at - y;
}

void discard(Frame& frame, HistoryState& state, Needs& needs) {
    state = {};
    needs.past.clear();
    frame.wants_focus = frame.id("choose");
    frame.state_changed();
}

float draw_buttons(Frame& frame, HistoryState& state, Needs& needs, HistoryResult& result, float x,
                   float y, float width) {
    bool const is_empty = !state.history && needs.past.empty();
    std::string_view const choose =
        frame.texts[is_empty ? Text::history_choose : Text::history_another];
    float const choose_width = std::min(width, button_width(frame, choose));
    result.wants_file = button(frame, "choose", {x, y, choose_width, button_height}, choose,
                               is_empty ? ButtonKind::primary : ButtonKind::quiet);
    if (is_empty || state.is_reading) {
        return button_height;
    }
    std::string_view const drop = frame.texts[Text::history_discard];
    float const drop_width = button_width(frame, drop);
    bool const fits = choose_width + 12 + drop_width <= width;
    float const top = fits ? 0 : button_height + 8;
    if (button(frame, "discard",
               {fits ? x + choose_width + 12 : x, y + top, drop_width, button_height}, drop,
               ButtonKind::quiet)) {
        discard(frame, state, needs);
    }
    return top + button_height;
}

void read_pasted(Frame& frame, HistoryState& state, HistoryResult& result, std::string text) {
    result.wants_text = std::move(text);
    state.pasted.clear();
    state.shows_paste = false;
    frame.wants_focus = frame.id("paste");
    frame.state_changed();
}

float draw_paste(Frame& frame, HistoryState& state, HistoryResult& result, float x, float y,
                 float width) {
    if (disclosure_text(frame, "paste", x, y, frame.texts[Text::history_paste],
                        state.shows_paste ? Openness::open : Openness::closed)) {
        state.shows_paste = !state.shows_paste;
        frame.state_changed();
    }
    float at = y + disclosure_text_height;
    if (!state.shows_paste) {
        return at - y;
    }
    std::string const* entered = frame.text_entered(frame.id("pasted"));
    if (entered != nullptr && entered->size() > pasted_max) {
        read_pasted(frame, state, result, *entered);
        return at - y;
    }
    at += text_area(
        frame, {.key = "pasted", .caption = frame.texts[Text::history_paste_field], .traits = {}},
        x, at, width, state.pasted);
    std::string_view const label = frame.texts[Text::history_read];
    if (button(frame, "read", x, at + 8, width, label, ButtonKind::quiet) &&
        !state.pasted.empty()) {
        read_pasted(frame, state, result, state.pasted);
    }
    return at + 8 + button_height - y;
}

float draw_rejected(Frame& frame, HistoryState& state, float x, float y, float width) {
    History const& history = *state.history;
    if (disclosure_text(frame, "rejected", x, y,
                        counted(frame, Text::history_rejected, history.rows_rejected),
                        state.shows_rejected ? Openness::open : Openness::closed)) {
        state.shows_rejected = !state.shows_rejected;
        frame.state_changed();
    }
    float at = y + disclosure_text_height;
    if (!state.shows_rejected) {
        return at - y;
    }
    auto const listed = static_cast<std::int64_t>(history.rejected.size());
    if (listed < history.rows_rejected) {
        at += paragraph(frame, x, at, width,
                        frame.texts.fill(Text::history_rejected_first,
                                         {{"n", format_integer(listed, frame.language)}}),
                        small_style(frame));
    }
    Container const list(frame, "rows", Role::list, frame.texts[Text::history_rejected_title]);
    for (RejectedRow const& row : history.rejected) {
        Container const item(frame, std::to_string(row.line), Role::list_item, "");
        at += paragraph(
            frame, x, at, width,
            frame.texts.fill(Text::history_rejected_line,
                             {{"line", format_integer(row.line, frame.language)},
                              {"reason", sentence(row.error, frame.language)}}),
            {.size = type::small, .weight = Weight::semibold, .colour = frame.theme.text});
        at += paragraph(frame, x, at, width, row.text, small_style(frame)) + 8;
    }
    return at - y;
}

// What the file came to.
float draw_content(Frame& frame, HistoryState& state, Needs& needs, HistoryResult& result, float x,
                   float y, float width) {
    float at = y;
    auto const ask_again = [&](std::optional<HistoryOptions> const& options) {
        if (options) {
            state.options = *options;
            state.awaits_correction = true;
            result.wants_again = options;
            frame.state_changed();
        }
    };
    if (state.history) {
        Questions const asked = draw_asked(frame, state, x, at, width);
        at += asked.height;
        ask_again(asked.answer);
    }
    bool const is_too_large =
        state.history && state.history->error == HistoryError::month_too_large;
    std::vector<PastMonth> const& months = is_too_large ? state.history->months : needs.past;
    if (!months.empty()) {
        at += draw_past_months(frame, months, needs.gaps, state.shows_all_months, x, at, width);
    }
    if (state.history && state.history->rows_rejected > 0) {
        at += draw_rejected(frame, state, x, at, width);
    }
    if (state.history && !state.history->headings.empty()) {
        Questions const others = draw_others(frame, state, x, at, width);
        at += others.height;
        ask_again(others.answer);
    }
    return at - y;
}

} // namespace

void take_history_events(Frame const& frame, HistoryState& state, Needs& needs) {
    for (Event const& event : frame.events()) {
        if (auto const* reading = std::get_if<HistoryProgress>(&event)) {
            if (reading->per_mille == 0) {
                begin(state, needs);
            }
            state.per_mille = reading->per_mille;
        } else if (auto const* read = std::get_if<HistoryRead>(&event)) {
            take(*read, state, needs);
        }
    }
}

void read_history(PageActions& page, HistoryResult const& wanted) {
    if (wanted.wants_file) {
        page.choose_history_file();
    }
    if (wanted.wants_text) {
        page.read_history_text(*wanted.wants_text);
    }
    if (wanted.wants_again) {
        page.read_history_again(*wanted.wants_again);
    }
}

KONTINGENT_DEFERRED HistoryResult draw_history(DeferredCode, Frame& frame, HistoryState& state,
                                               Needs& needs, float x, float y, float width) {
    Container const group(frame, "history", Role::group, frame.texts[Text::history_title]);
    HistoryResult result;
    float at = y;
    at += draw_source(frame, state, needs, x, at, width) + 12;
    at += draw_buttons(frame, state, needs, result, x, at, width);
    if (!state.history) {
        at += 12 + paragraph(frame, x, at + 12, width, frame.texts[Text::history_private],
                             small_style(frame));
    }
    at += draw_paste(frame, state, result, x, at + 4, width) + 4;
    if (!state.is_reading || state.is_correction) {
        at += gap / 2;
        at += draw_content(frame, state, needs, result, x, at, width);
    }
    result.height = at - y;
    return result;
}

HistoryResult draw_missing_history(Frame& frame, float x, float y, float width) {
    Container const group(frame, "history", Role::group, frame.texts[Text::history_title]);
    MissingPart const missing = draw_missing_part(frame, x, y, width);
    HistoryResult result;
    result.height = missing.height;
    result.wants_code = missing.wants_code;
    return result;
}

} // namespace kontingent::ui
