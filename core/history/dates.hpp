// Days as exports write them: 2026-01-31, 31.1.2026, 1/31/26, "Sa, 31.01.2026", "31 January 2026",
// 02/Mar/26, 20260131, with or without a time of day behind them.
#pragma once

#include "core/history/history.hpp"

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string_view>

namespace kontingent::history {

inline constexpr std::int32_t year_min = 1900;
inline constexpr std::int32_t year_max = 2199;

// A number of a date, and how many digits it has.
struct DateNumber {
    std::int32_t value = 0;
    std::size_t digits = 0;
};

// What a cell says, before it is known which number is the day.
struct WrittenDate {
    std::optional<std::chrono::sys_days> day; // where it is clear: a named month, eight digits
    std::array<DateNumber, 3> numbers{};      // else
    char separator = '\0';
    std::optional<std::int64_t> time_of_day; // microseconds
};

std::optional<WrittenDate> read_date(std::string_view text);

// The day, where it exists. A year has two digits (70 is 1970, 69 is 2069) or four; a first number
// of four digits is the year in every order.
std::optional<std::chrono::sys_days> day_in(WrittenDate const& written, DateOrder order);

// A day as a spreadsheet's number: 46083 is 2026-03-02. From 1970 to 2099, the time behind it cut
// off.
std::optional<std::chrono::sys_days> serial_day(std::string_view text);

// As in PastMonth.
std::int32_t month_of(std::chrono::sys_days day);
std::optional<std::int32_t> month_of(std::string_view text, DateOrder order);

// 8:30, 08:30:15, 8:30 PM, in microseconds; 24:00 is none.
std::optional<std::int64_t> time_of_day(std::string_view text);
// What a column of begins or ends may have, too: 8h30, 8u30. Elsewhere these are durations.
std::optional<std::int64_t> clock_time(std::string_view text);

// 08:00-12:30: from one time of day to a later one, in microseconds. It is a duration, too.
struct TimeRange {
    std::int64_t begin = 0, end = 0;
};

std::optional<TimeRange> range_of(std::string_view text);

// Counts in which orders dates can be read, and how many days they would span.
class DateOrderFinder {
public:
    void add(std::string_view text);

    // The order in which most can be read, `preferred` where days and months look the same; none
    // where nothing can be read.
    std::optional<DateOrder> order(DateOrder preferred) const;
    // Another order reads as many dates, and other months.
    bool is_ambiguous() const;

private:
    struct Reading {
        std::int64_t readable = 0;
        std::chrono::sys_days first{}, last{};

        std::int64_t days() const { return (last - first).count(); }
    };

    // Years of two digits are close together only in the right order.
    bool is_year_first_evident() const;

    std::array<Reading, 3> readings_{}; // by order
    std::int64_t dates_ = 0;
    std::int64_t clear_ = 0;        // the same in every order
    std::int64_t undecided_ = 0;    // not separated by '.', where the day always comes first
    std::int64_t short_years_ = 0;  // six digits
    std::int64_t short_points_ = 0; // separated by '.'
    std::int64_t short_dashes_ = 0; // separated by '-'
};

} // namespace kontingent::history
