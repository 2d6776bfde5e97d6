// Tables of past hours as people have them, made at random, with the months that are right. Used
// to hold the reader to one rule: it is right, or it asks.
#pragma once

#include "core/history/history.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kontingent::tests {

enum class TableKind : std::uint8_t {
    plain,              // date and duration, anything else beside them
    begin_end,          // no duration
    begin_end_dates,    // a date at each
    begin_end_break,    // the break in hours, minutes or h:mm; past midnight
    with_duration,      // begin, end, break and the duration
    net_minutes,        // all in minutes
    target_balance,     // the actual hours beside target and balance
    clock_and_duration, // a time of day beside the duration
    balance_only,       // nothing says how long
    running_sums,       // begin and end, and sums that run on
    running_sum_only,   // durations would be differences of rows
    numbered_parts,     // "Hours 1", "Hours 2"
    hours_and_minutes,  // a column each
    repeated_heading,
    no_headings,
    times_without_headings,
    subtotals,    // by date, by their words or by nothing but their sum
    joined_unit,  // MinutesWorked
    bare_minutes, // whole numbers without a unit
    day_fractions,
    unquoted_comma,
    bare_quotes,  // in tab files
    utf16,        // without its mark
    two_dates,    // created, and worked on
    redundant,    // the same duration twice, in two units
    api_names,    // startTime, hours_worked
    working_days, // 1d 2h
    split_days,   // in, out, in, out
    break_from_to,
    moments, // begin and end have the date
    money_beside,
    numbers_beside, // weeks, years, quantities
    rounded_beside, // as it is charged
    header_block,
    footer,
    weekly_sums,
    second_table,
    workbook, // .xlsx
};
inline constexpr std::size_t table_kinds = 38;
std::string_view name_of(TableKind kind);

struct GeneratedTable {
    std::string bytes;
    // Nothing where the table does not say: a figure is wrong then.
    std::optional<std::vector<PastMonth>> months;
    // Date and duration have words of one language, and a unit is given where a number needs it:
    // a question is one too many.
    bool has_clear_headings = false;
    // Right, too: to say that rows were not read.
    bool may_reject_rows = false;
};

GeneratedTable generate_table(TableKind kind, std::uint64_t seed);

} // namespace kontingent::tests
