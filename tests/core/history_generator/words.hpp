// The words that generated tables are written with, in seven languages. Two authors collected them
// from what people's exports are called, without a look at the reader's lists.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace kontingent::tests {

inline constexpr std::size_t table_languages = 7; // de en fr pl es it nl

// What a column of a generated table holds.
enum class Holds : std::uint8_t {
    date,
    begin,
    end,
    pause,
    duration,
    target,
    balance,
    running_sum,
    money,
    rate,
    ticket,
    text,
    project,
    person,
    created,
    estimate,
    end_date,
};
inline constexpr std::size_t kinds_of_columns = 17;

inline constexpr std::size_t variants = 4;
using Variants = std::array<std::string_view, variants>;

// A heading of a column, without its unit: by the first author, and by the second. The second's
// last word for a duration says that it counts hours.
Variants const& headings_of(Holds holds, std::size_t language);
Variants const& second_headings_of(Holds holds, std::size_t language);

enum class WrittenUnit : std::uint8_t { hours, minutes, seconds };
Variants const& unit_names(WrittenUnit unit, std::size_t language);

// Full names of months from January, and of weekdays, short, from Monday.
std::array<std::string_view, 12> const& month_names(std::size_t language);
std::array<std::string_view, 12> const& short_month_names(std::size_t language);
std::array<std::string_view, 7> const& weekday_names(std::size_t language);
std::array<std::string_view, 7> const& full_weekday_names(std::size_t language);

// Headings of periods.
struct PeriodWords {
    std::string_view weekday, week, year, month;
};

PeriodWords const& period_words(std::size_t language);

// "Total" of a row that repeats what is above it.
Variants const& total_words(std::size_t language);

} // namespace kontingent::tests
