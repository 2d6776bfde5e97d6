// The value types of the domain. Money never touches floating point, and adding money to minutes
// does not compile. Arithmetic that can overflow says so in its result; division names its
// rounding.
#pragma once

#include <compare>
#include <cstdint>
#include <expected>

namespace kontingent {

// What can go wrong with arithmetic: the exact result does not fit 64 bits.
struct Overflow {
    friend bool operator==(Overflow, Overflow) = default;
};

// Minor units (cents) of the catalogue's one currency.
struct Money {
    std::int64_t minor = 0;
    friend auto operator<=>(Money, Money) = default;
};

// Whole minutes. Hours exist only in text.
struct Minutes {
    std::int64_t count = 0;
    friend auto operator<=>(Minutes, Minutes) = default;
};

// Minor units per hour.
struct HourlyRate {
    std::int64_t minor_per_hour = 0;
    friend auto operator<=>(HourlyRate, HourlyRate) = default;
};

// Hundredths of a per cent: 1900 is 19 %.
struct BasisPoints {
    std::int64_t value = 0;
    friend auto operator<=>(BasisPoints, BasisPoints) = default;
};

std::expected<Money, Overflow> add(Money a, Money b);
std::expected<Money, Overflow> subtract(Money a, Money b);
std::expected<Money, Overflow> multiply(Money money, std::int64_t factor);

// number (>= 0) / by (> 0), rounded half up, which for these is half away from zero.
std::int64_t divide_half_up(std::int64_t number, std::int64_t by);

// How many times `by` (> 0) it takes to reach `number` (>= 0).
std::int64_t divide_up(std::int64_t number, std::int64_t by);

// The smallest multiple of `step` (> 0) that is not below `number` (>= 0), which must fit 64 bits.
std::int64_t round_up(std::int64_t number, std::int64_t step);

// value * numerator / denominator, rounded half away from zero (commercial rounding), exact in
// between. The denominator must be positive.
std::expected<std::int64_t, Overflow>
multiply_divide_half_away(std::int64_t value, std::int64_t numerator, std::int64_t denominator);

// minutes * rate / 60, rounded half away from zero.
std::expected<Money, Overflow> charge(Minutes minutes, HourlyRate rate);
// money * basis points / 10000, rounded half away from zero.
std::expected<Money, Overflow> share(Money money, BasisPoints part);

} // namespace kontingent
