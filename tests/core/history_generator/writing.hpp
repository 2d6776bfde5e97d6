// How one generated table is written: dates, times of day, durations, numbers, cells.
#pragma once

#include "tests/core/random.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace kontingent::tests {

enum class DateForm : std::uint8_t {
    iso,
    day_first_points,
    day_first_short_year,
    day_first_slashes,
    month_first_slashes, // English only
    with_weekday,
    month_named,
    month_named_first, // English only
    month_abbreviated_slashes,
    year_first_short,
    year_first_slashes,
    iso_with_time,
    iso_with_blank_and_time,
    serial_number,
    year_first_points,
    day_first_dashes,
    eight_digits,
    weekday_behind,
    weekday_full,            // Montag, 2. März 2026
    day_first_single_digits, // 2.3.2026
};
inline constexpr std::int64_t date_forms = 20;

enum class DurationForm : std::uint8_t {
    clock,             // 1:30
    clock_seconds,     // 1:30:00
    units,             // 1h 30m
    units_joined,      // 1h30
    decimal_hours,     // 1.5
    decimal_with_unit, // 1,50 Std.
    minutes,           // 90
    minutes_with_unit, // 90 min
    seconds,           // 5400
    iso,               // PT1H30M
    units_apart,       // 1 h 30 min
    units_in_words,    // 1 hour 30 minutes
    clock_with_unit,   // 1:30 h
};
inline constexpr std::int64_t duration_forms = 13;

struct Writing {
    std::size_t language = 0;
    char delimiter = ';';
    char decimal_mark = ',';
    DateForm date = DateForm::iso;
    DurationForm duration = DurationForm::clock;
    bool marks_dates = false; // U+200E before each, as spreadsheets from right-to-left systems do
    bool quotes_all = false;
    bool pads_clock = true; // 08:30, else 8:30
    std::string line_break = "\n";
};

Writing random_writing(Random& random);

std::string two_digits(std::int64_t value);
std::string written_date(Writing const& writing, std::chrono::sys_days day, std::int64_t minute);
std::string written_clock(Writing const& writing, std::int64_t minute_of_day);
// `minutes` not below 0. Decimal hours have two places: multiples of 3 minutes are exact.
std::string written_duration(Writing const& writing, DurationForm form, std::int64_t minutes);
// Two places; hundredths of a unit.
std::string written_hundredths(Writing const& writing, std::int64_t hundredths);
// In quotes where it has to be.
std::string cell_of(Writing const& writing, std::string_view text);

template <class List>
auto const& any_of(Random& random, List const& list) {
    return list[static_cast<std::size_t>(
        random.between(0, static_cast<std::int64_t>(list.size()) - 1))];
}

inline bool chance(Random& random, std::int64_t per_cent) {
    return random.between(1, 100) <= per_cent;
}

} // namespace kontingent::tests
