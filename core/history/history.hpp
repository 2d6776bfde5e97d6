// Past hours from a time tracker's export, summed by month: what was read, what was not and why,
// how the file was understood, and what only a person can decide. Plain values; the reader is
// core/history/reader.hpp.
#pragma once

#include "core/base/language.hpp"
#include "core/base/past_month.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kontingent {

enum class DateOrder : std::uint8_t { year_month_day, day_month_year, month_day_year };

// What a number alone means. 1:30 and "1h 30m" say it themselves. Days are of 24 hours, as
// spreadsheets count; working days have HistoryOptions::minutes_a_day. Hours and minutes are 7.30
// for 7:30, as time clocks print it.
enum class DurationUnit : std::uint8_t {
    hours,
    minutes,
    seconds,
    days,
    working_days,
    hours_and_minutes,
};
inline constexpr std::size_t duration_unit_count = 6;

// Rows that look like sums of those above.
enum class SumRows : std::uint8_t { left_out, counted };

// How a file is understood. A member that is given holds; any other is recognised.
struct HistoryOptions {
    std::optional<char> delimiter = {}; // ',' ';' '\t' or '|'
    std::optional<DateOrder> date_order = {};
    std::optional<char> decimal_mark = {}; // ',' or '.'
    std::optional<DurationUnit> duration_unit = {};
    std::optional<std::size_t> date_column = {}; // from 0
    std::optional<std::size_t> duration = {};    // one of History::durations
    std::optional<std::int32_t> minutes_a_day = {};
    std::optional<SumRows> sum_rows = {};
    std::optional<std::size_t> sheet = {}; // of a workbook, from 0
    friend bool operator==(HistoryOptions const&, HistoryOptions const&) = default;
};

// Where a row's duration comes from: columns that are added, or from begin to end less the breaks.
struct DurationSource {
    std::vector<std::size_t> columns = {};
    std::vector<std::pair<std::size_t, std::size_t>> spans = {}; // begin, end
    std::optional<std::pair<std::size_t, std::size_t>> days =
        {}; // of begin and end, in own columns
    std::vector<std::size_t> breaks = {};
    std::vector<std::pair<std::size_t, std::size_t>> break_spans = {}; // from, to
    std::optional<DurationUnit> break_unit = {};                       // of a number alone
    friend bool operator==(DurationSource const&, DurationSource const&) = default;
};

// What only a person can decide. The proposal is in `understood`.
enum class HistoryQuestion : std::uint8_t {
    sheet,
    date_column,
    duration,
    date_order,
    decimal_mark,
    duration_unit,
    day_length,
    sum_rows,
};
inline constexpr std::size_t history_question_count = 8;

// In the order in which a row is looked at; sentence() says each.
enum class RowError : std::uint8_t {
    no_date,
    bad_date,
    no_duration,
    bad_duration,
    negative_duration,
    too_long, // more than a day
    bad_time, // begin or end
    too_wide, // more cells than there are headings
};

struct RejectedRow {
    std::int64_t line = 0; // of the file, from 1; where the row begins
    RowError error = RowError::no_date;
    std::string text; // the row's beginning, at most rejected_text_max bytes, on one line
    friend bool operator==(RejectedRow const&, RejectedRow const&) = default;
};

enum class HistoryError : std::uint8_t {
    none,
    empty,          // no row of data
    too_large,      // more than history_bytes_max
    no_date_column, // no column has dates
    no_duration_column,
    month_too_large, // a month has more than month_usage_max; `months` says which
    not_read,        // the browser could not read the file, or not load the reader
    other_workbook,  // .xls, .ods, Numbers: to be saved as .xlsx or .csv
    bad_workbook,    // damaged, or larger than it may be
};

inline constexpr std::size_t history_bytes_max = std::size_t{64} << 20U;
inline constexpr std::size_t rejected_rows_max = 100;
inline constexpr std::size_t rejected_text_max = 80;
inline constexpr std::size_t sample_rows_shown = 3;
inline constexpr std::size_t sample_cell_max = 40; // bytes

// Rows of the file that are neither read nor rejected.
struct OtherRows {
    std::int64_t above = 0;    // before the headings
    std::int64_t sums = 0;     // repeat what is above them
    std::int64_t headings = 0; // repeated
    std::int64_t blank = 0;
    std::int64_t other_table = 0; // from a second table's headings on
    friend bool operator==(OtherRows const&, OtherRows const&) = default;
};

// Every row is read, rejected or one of the others, unless there is an error (other than
// month_too_large) or an open question: then there are no months.
struct History {
    HistoryError error = HistoryError::none;
    std::vector<HistoryQuestion> questions; // open ones, in the order of the enumerators
    std::vector<PastMonth> months; // rising; months without a row that was read are left out
    std::int64_t rows_read = 0;
    std::int64_t rows_rejected = 0;
    std::vector<RejectedRow> rejected; // the first rejected_rows_max
    OtherRows others;
    // Read rows longer than six hours from begin to end, where no break is written anywhere.
    std::int64_t rows_without_break = 0;
    std::int32_t first_day = 0, last_day = 0; // of the rows that were read, from 1970-01-01
    std::int64_t heading_line = 0;            // 0: there are no headings
    std::vector<std::string> headings;        // of the columns; "A", "B", … where the file has none
    std::vector<std::vector<std::string>> sample; // cells of the first rows, shortened
    std::vector<DurationSource> durations;        // what could be the duration, the likeliest first
    std::vector<std::string> sheets;              // of a workbook
    HistoryOptions understood;                    // every member that could be decided
    friend bool operator==(History const&, History const&) = default;
};

// Months between the first and the last that no row was read of.
std::int32_t missing_months(History const& history);

// "Hours 1 + Hours 2", "Ende − Beginn − Pause"
std::string name_of(DurationSource const& source, std::vector<std::string> const& headings);

std::string_view sentence(RowError error, Language language);
std::string_view sentence(HistoryError error, Language language); // "" for none

} // namespace kontingent
