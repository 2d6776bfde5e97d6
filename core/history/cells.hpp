// What a cell says: a date, or a length of time, in the spellings of trackers and spreadsheets.
#pragma once

#include "core/history.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace kontingent::history {

// The three numbers a date begins with, in the text's order; a time may follow. Empty where there
// is no date.
struct DateParts {
    std::array<std::int32_t, 3> numbers{};
    bool begins_with_year = false; // four digits
    char separator = '-';
};

std::optional<DateParts> read_date(std::string_view cell);

// Months since year 0 (12 * year + month, January is 0) of the parts in this order; none where
// there is no such day. A year of two digits is of this century; years are 1970 to 2199.
std::optional<std::int32_t> month_of(DateParts const& parts, DateOrder order);

enum class DurationKind : std::uint8_t {
    spelled, // its own units: 1:30, 1:30:00, 1h 30m, 90 min
    number,  // a number alone
};

struct Duration {
    DurationKind kind = DurationKind::spelled;
    bool is_whole = false;         // number: without decimals
    std::int64_t milliseconds = 0; // spelled
    std::int64_t thousandths = 0;  // number: of whatever the unit is
};

// A comma or a full stop is the decimal sign; where there are both, the last one is, and the other
// groups. Decimals after the third are dropped. None where the cell is no length of time; negative
// ones are negative.
std::optional<Duration> read_duration(std::string_view cell);

std::int64_t milliseconds_of(Duration const& duration, DurationUnit unit);

} // namespace kontingent::history
