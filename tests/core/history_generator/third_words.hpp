// Headings as a third author knows them from trackers, time clocks and payrolls, in the languages
// of words.hpp. Collected without a look at the reader or at the other authors' words.
#pragma once

#include "tests/core/history_generator/words.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace kontingent::tests {

enum class ThirdWord : std::uint8_t {
    date,
    start_date,
    end_date,
    begin, // the same place in the list of `end` makes a pair
    end,
    pause,
    pause_begin, // a pair, too
    pause_end,
    duration, // names no unit
    hours,    // says that it counts hours
    minutes,  // says that it counts minutes
    vague,    // may be a duration
    target,
    balance,
    overtime,
    running_sum,
    billable_hours,
    regular_hours,
    money,
    rate,
    yes_no,
    client,
    project,
    task,
    person,
    note,
    ticket,
    week,
    weekday,
    number,
    distance,
    created,
    total,    // of a row
    subtotal, // of a row
    absence,  // in a row without work
};
inline constexpr std::size_t third_words = 35;

std::vector<std::string_view> third_words_of(ThirdWord word, std::size_t language);

// In the case that a date takes; from January.
std::array<std::string_view, 12> const& third_months(std::size_t language);
std::array<std::string_view, 12> const& third_short_months(std::size_t language);
// From Monday.
std::array<std::string_view, 7> const& third_weekdays(std::size_t language);
std::array<std::string_view, 7> const& third_short_weekdays(std::size_t language);

} // namespace kontingent::tests
