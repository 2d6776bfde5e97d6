// Durations as trackers write them: 1:30, 1:30:00, "18:25 min" (minutes and seconds), "1h 30m",
// "1d 2h", "1w" (five working days), "1,5 Std.", 90 min, PT1H30M, and numbers alone, whose unit and
// decimal mark the column decides. In microseconds, so that millionths of an hour add up exactly.
#pragma once

#include "core/history/history.hpp"

#include <cstdint>
#include <expected>
#include <optional>
#include <string_view>

namespace kontingent::history {

inline constexpr std::int64_t microseconds_a_minute = 60'000'000;
inline constexpr std::int64_t microseconds_a_day = 1440 * microseconds_a_minute;

// How a column's numbers are written and what they count.
struct NumberStyle {
    char decimal_mark = '.'; // the other of '.' and ',' may separate thousands, as ' may
    DurationUnit unit = DurationUnit::hours;
    std::int32_t minutes_a_day = 480; // of a working day: "1d 2h"
};

// 0 to microseconds_a_day. Digits behind the sixth decimal place round half away from zero.
// Errors: no_duration (""), bad_duration, negative_duration, too_long.
std::expected<std::int64_t, RowError> duration_of(std::string_view text, NumberStyle style);
// The same without an upper bound: for sums.
std::expected<std::int64_t, RowError> sum_of(std::string_view text, NumberStyle style);

// "h", "Std.", "minutes" …, in every language; none for another word.
std::optional<DurationUnit> unit_of(std::string_view word);

// The text says its unit itself: 1:30, 90 min, PT1H.
bool says_its_unit(std::string_view text);
// It counts working days: "1d 2h".
bool names_days(std::string_view text);

// Finds the style of a column's numbers.
class NumberStyleFinder {
public:
    void add(std::string_view text);

    // None where no number has a mark.
    std::optional<char> decimal_mark() const;
    // Either mark is possible: only numbers such as 1,500 or 1.500 have one.
    bool is_mark_ambiguous() const;

    // Of the numbers without a unit, in millionths.
    struct Alone {
        std::int64_t count = 0;
        std::int64_t highest = 0;
        bool has_decimals = false;
        bool are_fives = true;       // each is a multiple of 5
        bool are_exact_hours = true; // each is whole minutes, if it counts hours
        // Those with decimals have two places below 60, and not only quarters: 7.20 may be 7:20.
        bool may_be_clock = false;
    };

    Alone alone(char decimal_mark) const;

private:
    struct Reading {                    // of all numbers with one decimal mark
        std::int64_t evident = 0;       // numbers that the other one cannot read
        std::int64_t with_decimals = 0; // numbers
        // Of numbers alone with decimals: 7.20, 7.75 or 7.5, 7.25
        std::int64_t clock_like = 0, beyond_clock = 0, quarters = 0;
        Alone alone;

        void add_places(std::size_t places, std::int64_t hundredths);
    };

    Reading readings_[2]; // '.' and ','
};

} // namespace kontingent::history
