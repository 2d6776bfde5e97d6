// Days written as three numbers: 2026-01-31, 31.1.2026, 31/01/26, 1/31/2026; what follows them,
// such as a time of day, is left aside.
#pragma once

#include "core/history/history.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

namespace kontingent::history {

inline constexpr std::int32_t year_min = 1900;
inline constexpr std::int32_t year_max = 2199;

// The month of a day that exists, as in PastMonth. A year has two digits (70 is 1970, 69 is 2069)
// or four; a first number of four digits is the year in every order. The three numbers are parted
// by '.', '/' or '-', twice the same.
std::optional<std::int32_t> month_of(std::string_view text, DateOrder order);

// Counts in which orders dates can be read.
class DateOrderFinder {
public:
    void add(std::string_view text);

    // The order in which most can be read, `preferred` where nothing tells days from months; none
    // where nothing can be read.
    std::optional<DateOrder> order(DateOrder preferred) const;
    // Day and month could be exchanged in every date, and that would make a difference.
    bool is_ambiguous() const;

private:
    std::int64_t readable_[3]{}; // by order
    std::int64_t year_first_ = 0;
    std::int64_t undecided_ = 0; // not parted by '.', where the day always comes first
};

} // namespace kontingent::history
