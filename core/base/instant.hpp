// Calendar days and instants as texts and numbers. Neither knows a clock or a time zone: both come
// from outside.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kontingent {

// A calendar day, as days since 1970-01-01.
struct Day {
    std::int32_t number = 0;
    friend auto operator<=>(Day, Day) = default;
};

// "2027-03-28", and a day that exists; years 1 to 9999.
std::optional<Day> parse_day(std::string_view text);
std::string to_text(Day day);

// Milliseconds since 1970-01-01T00:00:00Z.
struct Instant {
    std::int64_t milliseconds = 0;
    friend auto operator<=>(Instant, Instant) = default;
};

// "2027-03-28T21:59:59.999Z": RFC 3339 in UTC, with three decimals of a second or none.
std::optional<Instant> parse_instant(std::string_view text);
std::string to_text(Instant instant); // with three decimals

} // namespace kontingent
