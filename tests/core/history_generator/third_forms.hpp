// Dates, times of day and durations as the third author knows them from people's files.
#pragma once

#include "tests/core/history_generator/columns.hpp"
#include "tests/core/history_generator/third_words.hpp"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

namespace kontingent::tests {

template <class Enumerator>
bool is_one_of(Enumerator value, std::initializer_list<Enumerator> list) {
    return std::ranges::find(list, value) != list.end();
}

enum class ThirdDate : std::uint8_t {
    iso,
    local, // 02.03.2026, 02/03/2026, 02-03-2026
    local_unpadded,
    local_short_year,
    weekday_short, // Mo, 02.03.2026
    named,         // 2. März 2026
    weekday_named,
    abbreviated, // 02 Mar 2026
    abbreviated_dashes,
    iso_midnight,   // 2026-03-02T00:00:00
    iso_blank_time, // 2026-03-02 00:00:00
    iso_zone,       // 2026-03-02T00:00:00+01:00
    serial,
    eight_digits,
    slashes_year_first,
    points_year_first,
    short_year_first, // 26-03-02
    english_named,    // March 2, 2026
    english_ordinal,  // March 2nd, 2026
    english_numeric,  // 3/2/2026
};

enum class ThirdClock : std::uint8_t {
    colon,
    unpadded,
    seconds,
    point,     // 8.30
    word,      // 08:30 Uhr
    letter,    // 8h30
    half_days, // 8:30 AM
    digits,    // 0830
};

enum class ThirdSpan : std::uint8_t {
    clock,
    clock_padded,
    clock_seconds,
    letters,  // 1h 30m
    joined,   // 1h30
    in_words, // 1 Std. 30 Min.
    clock_unit,
    decimal,
    decimal_long, // 1.5000
    decimal_unit, // 1,5 Std.
    decimal_letter,
    minutes,
    minutes_unit,
    minutes_mark, // 90'
    seconds,
    iso,
    iso_minutes,
    dotted, // 7.30 is seven hours and a half
};

// How one table of the third author is written.
struct Hand {
    Random random{0};
    std::size_t language = 0;
    char decimal_mark = ',';
    ThirdDate date = ThirdDate::iso;
    ThirdClock clock = ThirdClock::colon;
};

Hand random_hand(std::uint64_t seed);

std::string third_date(Hand const& hand, std::chrono::sys_days day);
// Whether the days themselves leave one reading.
bool is_clear_date(Hand const& hand, std::vector<Entry> const& entries);
std::string third_clock(Hand const& hand, std::int64_t minute_of_day);
std::string third_span(Hand const& hand, ThirdSpan form, std::int64_t minutes);
// One that a heading may leave without a unit.
ThirdSpan span_with_unit(Random& random);
// The multiple of minutes that a form writes exactly.
std::int64_t exact_step(ThirdSpan form);

std::string third_decimal(Hand const& hand, std::int64_t hundredths);
std::string_view third_word(Hand& hand, ThirdWord word);

} // namespace kontingent::tests
