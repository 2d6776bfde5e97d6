// Past hours from a time tracker's export (CSV), summed by month: what was read, what was not and
// why, and how the file was understood, so that a person can correct it. Plain values; the reader
// is core/history/reader.hpp.
#pragma once

#include "core/needs.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace kontingent {

enum class DateOrder : std::uint8_t { year_month_day, day_month_year, month_day_year };

// What a number alone means. 1:30 and "1h 30m" say it themselves.
enum class DurationUnit : std::uint8_t { hours, minutes, seconds };

// How a file is understood. Given by hand a member holds; else it is recognised.
struct HistoryOptions {
    std::optional<char> delimiter;
    std::optional<DateOrder> date_order;
    std::optional<DurationUnit> duration_unit;
    std::optional<std::size_t> date_column, duration_column; // from 0
    friend bool operator==(HistoryOptions const&, HistoryOptions const&) = default;
};

enum class RowFault : std::uint8_t {
    no_date,
    bad_date,
    no_duration,
    bad_duration,
    negative_duration,
    too_long, // more than a day
};

struct RejectedRow {
    std::int64_t line = 0; // of the file, from 1; where the row begins
    RowFault fault = RowFault::no_date;
    std::string text; // the cell that is at fault, its beginning
};

enum class HistoryFault : std::uint8_t {
    none,
    empty,          // no row of data
    too_large,      // more than history_bytes_max
    no_date_column, // none was found: choose one
    no_duration_column,
    month_too_large, // more than month_usage_max in one month
};

inline constexpr std::size_t history_bytes_max = std::size_t{64} << 20U;
inline constexpr std::size_t rejected_rows_max = 100;

struct History {
    HistoryFault fault = HistoryFault::none;
    std::vector<PastMonth> months; // rising; months without a row are left out
    std::int64_t rows_read = 0;
    std::int64_t rows_rejected = 0;
    std::vector<RejectedRow> rejected;       // the first rejected_rows_max
    std::vector<std::string> headings;       // of the columns; "1", "2", … where the file has none
    HistoryOptions understood;               // every member that could be decided
    bool is_date_order_ambiguous = false;    // no day above 12 tells day from month
    bool is_duration_unit_ambiguous = false; // whole numbers that could be minutes or seconds too
};

} // namespace kontingent
