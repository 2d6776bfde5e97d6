#include "tests/core/history_generator/third_tables.hpp"

#include <array>

namespace kontingent::tests {

namespace {

std::int64_t pause_of(Entry const& entry) {
    return entry.pause;
}

// Times that no number could be.
bool has_clear_clock(Hand const& hand) {
    return hand.clock != ThirdClock::point && hand.clock != ThirdClock::digits;
}

ThirdColumn pause_column(Hand& hand) {
    SpanPlan plan{ThirdSpan::clock, std::string(third_word(hand, ThirdWord::pause))};
    switch (hand.random.between(0, 3)) {
    case 0:
        plan.form = ThirdSpan::minutes;
        plan.heading = with_unit(hand.random, plan.heading, "min");
        break;
    case 1:
        plan.form = ThirdSpan::minutes_unit;
        break;
    case 2:
        plan.form = ThirdSpan::clock_padded;
        break;
    default:
        break;
    }
    return span_column(hand, plan, pause_of);
}

// Nothing says how long, but begin, end and break.
GeneratedTable punched(Hand& hand) {
    bool const has_breaks = chance(hand.random, 60);
    ThirdSheet sheet = sheet_of(
        hand, {.per_day = 2, .has_breaks = has_breaks, .has_nights = chance(hand.random, 15)});
    sheet.columns = {date_column(hand)};
    append(sheet.columns, clock_columns(hand));
    if (has_breaks) {
        sheet.columns.push_back(pause_column(hand));
    }
    append(sheet.columns, other_columns(hand, 4));
    if (chance(hand.random, 30)) {
        shuffle_columns(sheet);
    }
    return finished(sheet, has_clear_clock(hand));
}

// Personio, a time clock: begin, end, break, and what they make.
GeneratedTable punched_with_hours(Hand& hand) {
    SpanPlan const plan = span_plan(hand);
    ThirdSheet sheet =
        sheet_of(hand, {.step = exact_step(plan.form), .per_day = 2, .has_breaks = true});
    sheet.columns = {text_column(hand, ThirdWord::person), date_column(hand)};
    append(sheet.columns, clock_columns(hand));
    sheet.columns.push_back(pause_column(hand));
    sheet.columns.push_back(net_column(hand, plan));
    append(sheet.columns, other_columns(hand, 3));
    if (chance(hand.random, 30)) {
        sheet.below = {
            sum_row(sheet, sheet.entries, std::string(third_word(hand, ThirdWord::total)))};
    }
    return finished(sheet, true);
}

// A day, what should be worked, what was, and the difference, perhaps summed up.
GeneratedTable attendance(Hand& hand) {
    ThirdSpan const form = chance(hand.random, 60) ? ThirdSpan::clock : ThirdSpan::decimal;
    ThirdSheet sheet = sheet_of(
        hand, {.step = exact_step(form), .net_max = 600, .per_day = 1, .has_breaks = true});
    constexpr std::int64_t target = 480;
    sheet.columns = {date_column(hand), text_column(hand, ThirdWord::weekday)};
    bool const has_clock = chance(hand.random, 60);
    if (has_clock) {
        append(sheet.columns, clock_columns(hand));
        sheet.columns.push_back(pause_column(hand));
    }
    std::vector<ThirdColumn> sums{
        span_column(hand, {form, std::string(third_word(hand, ThirdWord::target))},
                    [](Entry const&) { return target; }),
        net_column(hand, span_plan(hand, form)),
        signed_column(hand, std::string(third_word(hand, ThirdWord::balance)), form,
                      [](Entry const& entry) { return entry.net - target; })};
    if (chance(hand.random, 30)) {
        sums.push_back(span_column(
            hand, {form, std::string(third_word(hand, ThirdWord::overtime))},
            [](Entry const& entry) { return entry.net > target ? entry.net - target : 0; }));
    }
    append(sheet.columns, std::move(sums));
    append(sheet.columns, {text_column(hand, ThirdWord::note)});
    if (chance(hand.random, 40)) {
        sheet.below = {
            sum_row(sheet, sheet.entries, std::string(third_word(hand, ThirdWord::total)))};
    }
    return finished(sheet, true);
}

// Days without work between the others.
GeneratedTable absences(Hand& hand) {
    ThirdSheet sheet = sheet_of(hand, {.per_day = 1, .has_breaks = true});
    sheet.columns = {date_column(hand)};
    append(sheet.columns, clock_columns(hand));
    sheet.columns.push_back(pause_column(hand));
    if (chance(hand.random, 60)) {
        sheet.columns.push_back(net_column(hand, span_plan(hand, ThirdSpan::clock)));
    }
    std::size_t const note = sheet.columns.size();
    sheet.columns.push_back(text_column(hand, ThirdWord::note));
    bool const has_zero = note > 4 && chance(hand.random, 50);
    for (std::size_t index = 0; index + 1 < sheet.entries.size(); ++index) {
        if (sheet.entries[index].day + std::chrono::days{1} < sheet.entries[index + 1].day) {
            ThirdRow row(sheet.columns.size());
            row[0] = sheet.columns[0].cell({sheet.entries[index].day + std::chrono::days{1}});
            row[note].text = std::string(third_word(hand, ThirdWord::absence));
            if (has_zero) {
                row[4].text = "0:00";
            }
            sheet.behind[index].push_back(row);
        }
    }
    GeneratedTable table = finished(sheet, has_clear_clock(hand));
    table.may_reject_rows = true;
    return table;
}

// Two spans a day, with or without their sum.
GeneratedTable two_spans(Hand& hand) {
    ThirdSheet sheet = sheet_of(hand, {.step = 3, .per_day = 1, .has_breaks = true});
    auto const middle = [](Entry const& entry) { return entry.begin + entry.net / 2; };
    auto const begins = third_words_of(ThirdWord::begin, hand.language);
    auto const ends = third_words_of(ThirdWord::end, hand.language);
    bool const is_numbered = chance(hand.random, 70);
    std::string const first = is_numbered ? " 1" : "", second = is_numbered ? " 2" : "";
    auto const at = [&](std::string_view word, std::string const& number, MinutesOf minute) {
        sheet.columns.push_back(clock_column(hand, std::string(word) + number, std::move(minute)));
    };
    sheet.columns = {date_column(hand)};
    at(begins[0], first, [](Entry const& entry) { return entry.begin; });
    at(ends[0], first, middle);
    at(begins[0], second, [=](Entry const& entry) { return middle(entry) + entry.pause; });
    at(ends[0], second, [](Entry const& entry) { return entry.end(); });
    bool const has_sum = chance(hand.random, 60);
    if (has_sum) {
        sheet.columns.push_back(net_column(hand, span_plan(hand)));
    }
    return finished(sheet, has_sum || (is_numbered && has_clear_clock(hand)));
}

// Breaks with begin and end.
GeneratedTable punched_breaks(Hand& hand) {
    ThirdSheet sheet = sheet_of(hand, {.step = 3, .per_day = 1, .has_breaks = true});
    std::erase_if(sheet.entries, [](Entry const& entry) { return entry.pause == 0; });
    if (sheet.entries.empty()) {
        sheet.entries = {{std::chrono::sys_days{std::chrono::days{20000}}, 480, 30, 420}};
    }
    auto const middle = [](Entry const& entry) { return entry.begin + entry.net / 2; };
    auto const froms = third_words_of(ThirdWord::pause_begin, hand.language);
    auto const tos = third_words_of(ThirdWord::pause_end, hand.language);
    auto clocks = clock_columns(hand);
    sheet.columns = {date_column(hand), clocks[0],
                     clock_column(hand, std::string(froms[0]), middle),
                     clock_column(hand, std::string(tos[0]),
                                  [=](Entry const& entry) { return middle(entry) + entry.pause; }),
                     clocks[1]};
    if (chance(hand.random, 50)) {
        sheet.columns.push_back(net_column(hand, span_plan(hand)));
    }
    return finished(sheet, has_clear_clock(hand));
}

// A running sum beside the hours.
GeneratedTable with_running_sum(Hand& hand) {
    ThirdSpan const form = chance(hand.random, 50) ? ThirdSpan::clock : ThirdSpan::decimal;
    ThirdSheet sheet = sheet_of(hand, {.step = exact_step(form)});
    sheet.may_turn = false;
    sheet.columns = {date_column(hand)};
    if (chance(hand.random, 50)) {
        append(sheet.columns, clock_columns(hand));
    }
    sheet.columns.push_back(net_column(hand, span_plan(hand, form)));
    sheet.columns.push_back(
        span_column(hand, {form, std::string(third_word(hand, ThirdWord::running_sum))},
                    [entries = sheet.entries](Entry const& entry) {
                        std::int64_t sum = 0;
                        for (Entry const& other : entries) {
                            sum += other.net;
                            if (other.day == entry.day && other.begin == entry.begin) {
                                break;
                            }
                        }
                        return sum;
                    }));
    sheet.columns.back().sum = {};
    append(sheet.columns, other_columns(hand, 3));
    return finished(sheet, true);
}

// Presence, break and what is left of it.
GeneratedTable gross_and_net(Hand& hand) {
    constexpr std::array<std::array<std::string_view, 2>, table_languages> names{
        {{"Anwesenheit", "Netto-Arbeitszeit"},
         {"Gross time", "Net time"},
         {"Amplitude", "Temps net"},
         {"Czas obecności", "Czas netto"},
         {"Tiempo bruto", "Tiempo neto"},
         {"Presenza", "Tempo netto"},
         {"Bruto tijd", "Netto tijd"}}};
    ThirdSheet sheet = sheet_of(hand, {.per_day = 1, .has_breaks = true});
    auto const& name = names[hand.language];
    sheet.columns = {date_column(hand)};
    bool const has_clock = chance(hand.random, 50);
    if (has_clock) {
        append(sheet.columns, clock_columns(hand));
    }
    sheet.columns.push_back(
        span_column(hand, {ThirdSpan::clock, std::string(name[0])},
                    [](Entry const& entry) { return entry.net + entry.pause; }));
    sheet.columns.push_back(pause_column(hand));
    sheet.columns.push_back(net_column(hand, {ThirdSpan::clock, std::string(name[1])}));
    return finished(sheet, has_clock);
}

constexpr std::array<ThirdKind, 8> kinds{{
    {"punched", punched},
    {"punched with hours", punched_with_hours},
    {"attendance", attendance},
    {"absences", absences},
    {"two spans", two_spans},
    {"punched breaks", punched_breaks},
    {"with running sum", with_running_sum},
    {"gross and net", gross_and_net},
}};

} // namespace

std::span<ThirdKind const> third_day_sheets() {
    return kinds;
}

} // namespace kontingent::tests
