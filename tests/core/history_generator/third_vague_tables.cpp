#include "tests/core/history_generator/third_tables.hpp"
#include "tests/core/workbook_writer.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace kontingent::tests {

namespace {

std::string word_of(Hand& hand, ThirdWord word) {
    return std::string(third_word(hand, word));
}

// The table does not say how long anybody worked.
GeneratedTable without_months(ThirdSheet& sheet) {
    GeneratedTable table = finished(sheet, false);
    table.months = std::nullopt;
    return table;
}

// "Time", "Quantity": of hours or minutes.
GeneratedTable vague_heading(Hand& hand) {
    constexpr std::array forms{ThirdSpan::decimal, ThirdSpan::minutes, ThirdSpan::clock};
    ThirdSpan const form = any_of(hand.random, forms);
    ThirdSheet sheet = sheet_of(hand, {.step = exact_step(form)});
    sheet.columns = {date_column(hand), net_column(hand, {form, word_of(hand, ThirdWord::vague)})};
    append(sheet.columns, other_columns(hand, 5));
    shuffle_columns(sheet);
    return finished(sheet, false);
}

GeneratedTable no_headings_at_all(Hand& hand) {
    SpanPlan const plan = span_plan(hand);
    ThirdSheet sheet = sheet_of(hand, {.step = exact_step(plan.form)});
    sheet.has_headings = false;
    sheet.columns = {date_column(hand), net_column(hand, plan)};
    if (chance(hand.random, 40)) {
        append(sheet.columns, clock_columns(hand));
    }
    append(sheet.columns, other_columns(hand, 5));
    shuffle_columns(sheet);
    return finished(sheet, false);
}

// Days from 1 to 12, months first or days first.
GeneratedTable early_days(Hand& hand) {
    hand.language = 1;
    hand.decimal_mark = '.';
    hand.date = chance(hand.random, 50) ? ThirdDate::english_numeric : ThirdDate::local;
    SpanPlan const plan = span_plan(hand);
    ThirdSheet sheet = sheet_of(hand, {.step = exact_step(plan.form)});
    for (Entry& entry : sheet.entries) {
        std::chrono::year_month_day const date{entry.day};
        entry.day = date.year() / date.month() /
                    std::chrono::day{(static_cast<unsigned>(date.day()) - 1) % 12 + 1};
    }
    std::ranges::sort(sheet.entries, {}, &Entry::day);
    sheet.may_be_workbook = false;
    sheet.columns = {date_column(hand), net_column(hand, plan), text_column(hand, ThirdWord::note)};
    return finished(sheet, false);
}

// 7.30 is seven hours and a half, as time clocks print it.
GeneratedTable dotted_hours(Hand& hand) {
    ThirdSheet sheet = sheet_of(hand, {.per_day = 1});
    sheet.may_be_workbook = false;
    sheet.columns = {date_column(hand), net_column(hand, span_plan(hand, ThirdSpan::dotted))};
    if (chance(hand.random, 40)) {
        append(sheet.columns, clock_columns(hand));
    }
    return finished(sheet, false);
}

// SAP: quantity and unit, a column each.
GeneratedTable unit_beside(Hand& hand) {
    ThirdSheet sheet = sheet_of(hand, {.step = 3});
    bool const is_mixed = chance(hand.random, 40);
    constexpr std::array<std::string_view, table_languages> units{"STD", "H",   "H",  "GODZ",
                                                                  "H",   "ORE", "UUR"};
    auto const in_minutes = [=](Entry const& entry) { return is_mixed && drawn(entry, 0, 2) == 0; };
    sheet.may_be_workbook = false;
    sheet.columns = {
        text_column(hand, ThirdWord::number),
        date_column(hand),
        {hand.language == 1 ? "Quantity" : word_of(hand, ThirdWord::vague),
         [=, writing = hand](Entry const& entry) {
             return ThirdCell{third_span(
                 writing, in_minutes(entry) ? ThirdSpan::minutes : ThirdSpan::decimal, entry.net)};
         }},
        {hand.language == 0 ? "Einheit" : "Unit",
         [=, unit = std::string(units[hand.language])](Entry const& entry) {
             return ThirdCell{in_minutes(entry) ? "MIN" : unit};
         }},
        text_column(hand, ThirdWord::task)};
    return finished(sheet, false);
}

// Regular hours and overtime, perhaps with their sum.
GeneratedTable overtime_apart(Hand& hand) {
    ThirdSpan const form = chance(hand.random, 50) ? ThirdSpan::clock : ThirdSpan::decimal;
    ThirdSheet sheet = sheet_of(hand, {.step = exact_step(form), .net_max = 660, .per_day = 1});
    auto const overtime = [](Entry const& entry) {
        return std::max<std::int64_t>(entry.net - 480, 0);
    };
    sheet.columns = {date_column(hand), text_column(hand, ThirdWord::person),
                     span_column(hand, {form, word_of(hand, ThirdWord::regular_hours)},
                                 [=](Entry const& entry) { return entry.net - overtime(entry); }),
                     span_column(hand, {form, word_of(hand, ThirdWord::overtime)}, overtime)};
    if (chance(hand.random, 50)) {
        sheet.columns.push_back(net_column(hand, {form, word_of(hand, ThirdWord::hours)}));
    }
    return finished(sheet, false);
}

// Harvest, Timely, Tempo: hours, and as many as are charged.
GeneratedTable billed_beside(Hand& hand) {
    ThirdSpan const form = chance(hand.random, 30) ? ThirdSpan::clock : ThirdSpan::decimal;
    ThirdSheet sheet = sheet_of(hand, {.step = 3});
    std::int64_t const kind = hand.random.between(0, 2);
    sheet.columns = {date_column(hand), text_column(hand, ThirdWord::project),
                     net_column(hand, span_plan(hand, form)),
                     span_column(hand, {form, word_of(hand, ThirdWord::billable_hours)},
                                 [=](Entry const& entry) {
                                     return kind == 0   ? (entry.net + 14) / 15 * 15
                                            : kind == 1 ? (drawn(entry, 0, 2) == 0 ? 0 : entry.net)
                                                        : entry.net;
                                 })};
    append(sheet.columns, other_columns(hand, 4));
    shuffle_columns(sheet);
    return finished(sheet, false);
}

// "08:00-12:30"
GeneratedTable range_in_a_cell(Hand& hand) {
    hand.clock = chance(hand.random, 70) ? ThirdClock::colon : ThirdClock::unpadded;
    ThirdSheet sheet = sheet_of(hand, {});
    bool const has_blanks = chance(hand.random, 50);
    sheet.columns = {
        date_column(hand),
        {word_of(hand, chance(hand.random, 50) ? ThirdWord::vague : ThirdWord::duration),
         [=, writing = hand](Entry const& entry) {
             return ThirdCell{third_clock(writing, entry.begin) + (has_blanks ? " - " : "-") +
                              third_clock(writing, entry.end())};
         }},
        text_column(hand, ThirdWord::note)};
    return finished(sheet, false);
}

// The date in the first row of each day only.
GeneratedTable date_once(Hand& hand) {
    SpanPlan const plan = span_plan(hand);
    ThirdSheet sheet = sheet_of(hand, {.step = exact_step(plan.form)});
    sheet.may_turn = false;
    sheet.columns = {date_column(hand), text_column(hand, ThirdWord::note), net_column(hand, plan)};
    std::vector<std::pair<std::chrono::sys_days, std::int64_t>> firsts;
    for (Entry const& entry : sheet.entries) {
        if (firsts.empty() || firsts.back().first != entry.day) {
            firsts.emplace_back(entry.day, entry.begin);
        }
    }
    sheet.columns[0].cell = [=, cell = sheet.columns[0].cell](Entry const& entry) {
        bool const is_first =
            std::ranges::find(firsts, std::pair{entry.day, entry.begin}) != firsts.end();
        return is_first ? cell(entry) : ThirdCell{};
    };
    GeneratedTable table = finished(sheet, false);
    table.may_reject_rows = true;
    return table;
}

// Days of the month below the month's name.
GeneratedTable day_numbers(Hand& hand) {
    SpanPlan const plan = span_plan(hand);
    ThirdSheet sheet = sheet_of(hand, {.step = exact_step(plan.form)});
    auto const month = std::chrono::year_month_day{sheet.entries.front().day}.month();
    std::erase_if(sheet.entries, [=](Entry const& entry) {
        return std::chrono::year_month_day{entry.day}.month() != month;
    });
    std::chrono::year_month_day const date{sheet.entries.front().day};
    sheet.above = {{{std::string(third_months(hand.language)[static_cast<unsigned>(month) - 1]) +
                     " " + std::to_string(static_cast<int>(date.year()))}}};
    sheet.columns = {{word_of(hand, ThirdWord::date),
                      [](Entry const& entry) {
                          return ThirdCell{std::to_string(
                              static_cast<unsigned>(std::chrono::year_month_day{entry.day}.day()))};
                      }},
                     net_column(hand, plan),
                     text_column(hand, ThirdWord::note)};
    return finished(sheet, false);
}

// Corrections below 0.
GeneratedTable corrections(Hand& hand) {
    ThirdSpan const form = chance(hand.random, 50) ? ThirdSpan::clock : ThirdSpan::decimal;
    SpanPlan const plan = span_plan(hand, form);
    ThirdSheet sheet = sheet_of(hand, {.step = 3});
    for (Entry& entry : sheet.entries) {
        if (drawn(entry, 0, 9) == 0) {
            entry.net = -entry.net;
        }
    }
    sheet.may_be_workbook = false;
    sheet.columns = {
        date_column(hand),
        signed_column(hand, plan.heading, form, [](Entry const& entry) { return entry.net; }),
        text_column(hand, ThirdWord::note)};
    GeneratedTable table = finished(sheet, false);
    table.may_reject_rows = true;
    return table;
}

// A target and a balance; an amount; a begin: no duration.
GeneratedTable no_duration(Hand& hand) {
    ThirdSheet sheet = sheet_of(hand, {.step = 3, .per_day = 1});
    sheet.columns = {date_column(hand)};
    switch (hand.random.between(0, 4)) {
    case 0:
        append(sheet.columns,
               {span_column(hand, {ThirdSpan::clock, word_of(hand, ThirdWord::target)},
                            [](Entry const&) { return std::int64_t{480}; }),
                signed_column(hand, word_of(hand, ThirdWord::balance), ThirdSpan::clock,
                              [](Entry const& entry) { return entry.net - 480; })});
        break;
    case 1:
        append(sheet.columns, {money_column(hand), text_column(hand, ThirdWord::rate)});
        break;
    case 2:
        append(sheet.columns, {clock_columns(hand)[0], text_column(hand, ThirdWord::note)});
        break;
    case 3:
        append(sheet.columns,
               {span_column(hand, {ThirdSpan::clock, word_of(hand, ThirdWord::pause)},
                            [](Entry const& entry) { return 15 + entry.net % 30; }),
                text_column(hand, ThirdWord::person)});
        break;
    default:
        append(sheet.columns,
               {text_column(hand, ThirdWord::distance), text_column(hand, ThirdWord::number)});
        break;
    }
    return without_months(sheet);
}

// "0.5 d", "1d": how long a day is, nobody says.
GeneratedTable worked_days(Hand& hand) {
    ThirdSheet sheet = sheet_of(hand, {.per_day = 1});
    bool const has_blank = chance(hand.random, 50);
    constexpr std::array<std::string_view, 3> parts{"0.5", "1", "0.25"};
    sheet.may_be_workbook = false;
    sheet.columns = {date_column(hand),
                     {word_of(hand, ThirdWord::duration),
                      [=](Entry const& entry) {
                          auto const choice = static_cast<std::size_t>(drawn(entry, 0, 2));
                          return ThirdCell{std::string(parts[choice]) + (has_blank ? " d" : "d")};
                      }},
                     text_column(hand, ThirdWord::task)};
    return without_months(sheet);
}

constexpr std::array<ThirdKind, 13> kinds{{
    {"vague heading", vague_heading},
    {"no headings at all", no_headings_at_all},
    {"early days", early_days},
    {"dotted hours", dotted_hours},
    {"unit beside", unit_beside},
    {"overtime apart", overtime_apart},
    {"billed beside", billed_beside},
    {"range in a cell", range_in_a_cell},
    {"date once", date_once},
    {"day numbers", day_numbers},
    {"corrections", corrections},
    {"no duration", no_duration},
    {"worked days", worked_days},
}};

} // namespace

std::span<ThirdKind const> third_vague_tables() {
    return kinds;
}

} // namespace kontingent::tests
