// Past hours from a time tracker's export (CSV), summed by month: what was read, what was not and
// why, and how the file was understood, so that a person can correct it. Plain values; the reader
// is core/history/reader.hpp.
#pragma once

#include "core/advice/needs.hpp"
#include "core/base/language.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kontingent {

enum class DateOrder : std::uint8_t { year_month_day, day_month_year, month_day_year };

// What a number alone means. 1:30 and "1h 30m" say it themselves.
enum class DurationUnit : std::uint8_t { hours, minutes, seconds };

// How a file is understood. A member that is given holds; any other is recognised.
struct HistoryOptions {
    std::optional<char> delimiter; // ',' ';' '\t' or '|'
    std::optional<DateOrder> date_order;
    std::optional<char> decimal_mark; // ',' or '.'
    std::optional<DurationUnit> duration_unit;
    std::optional<std::size_t> date_column, duration_column; // from 0
    friend bool operator==(HistoryOptions const&, HistoryOptions const&) = default;
};

// In the order in which a row is looked at; sentence() says each.
enum class RowError : std::uint8_t {
    no_date,
    bad_date,
    no_duration,
    bad_duration,
    negative_duration,
    too_long, // more than a day
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
    no_date_column, // none was found: choose one
    no_duration_column,
    month_too_large, // a month has more than month_usage_max; `months` says which
    not_read,        // the browser could not read the file, or not load the reader
};

inline constexpr std::size_t history_bytes_max = std::size_t{64} << 20U;
inline constexpr std::size_t rejected_rows_max = 100;
inline constexpr std::size_t rejected_text_max = 80;

// Every row below the heading that is not blank is either read or rejected, unless there is an
// error (other than month_too_large): then no row was looked at.
struct History {
    HistoryError error = HistoryError::none;
    std::vector<PastMonth> months; // rising; months without a row that was read are left out
    std::int64_t rows_read = 0;
    std::int64_t rows_rejected = 0;
    std::vector<RejectedRow> rejected; // the first rejected_rows_max
    std::int64_t heading_line = 0; // 0: there are no headings. What stands above them is not read
    std::vector<std::string> headings; // of the columns; "1", "2", … where the file has none
    HistoryOptions understood;         // every member that could be decided
    // Whether the file could as well be read otherwise; what was taken is in `understood`.
    bool is_date_order_ambiguous = false;    // no day above 12 tells days from months
    bool is_decimal_mark_ambiguous = false;  // only such as 1,500
    bool is_duration_unit_ambiguous = false; // whole numbers that may be minutes or seconds
    friend bool operator==(History const&, History const&) = default;
};

// Months between the first and the last that no row was read of.
std::int32_t missing_months(History const& history);

std::string_view sentence(RowError error, Language language);
std::string_view sentence(HistoryError error, Language language); // "" for none

} // namespace kontingent
