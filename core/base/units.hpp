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

// number (>= 0) / by (> 0), rounded half up, which for these is half away from zero.
std::int64_t divide_half_up(std::int64_t number, std::int64_t by);

// value * numerator / denominator, rounded half away from zero (commercial rounding), exact in
// between. The denominator must be positive.
std::expected<std::int64_t, Overflow>
multiply_divide_half_away(std::int64_t value, std::int64_t numerator, std::int64_t denominator);

// What follows is computed for every line and month, so it is inline where speed is asked for.

// number (>= 0) / by (> 0), rounded down. With 32 bits several times as quick as with 64.
inline std::int64_t quotient_of(std::int64_t number, std::int64_t by) {
    if (static_cast<std::uint64_t>(number | by) >> 32 == 0) {
        return static_cast<std::uint32_t>(number) / static_cast<std::uint32_t>(by);
    }
    return number / by;
}

// How many times `by` (> 0) it takes to reach `number` (>= 0).
inline std::int64_t divide_up(std::int64_t number, std::int64_t by) {
    std::int64_t const whole = quotient_of(number, by);
    return whole + (whole * by < number ? 1 : 0);
}

// The smallest multiple of `step` (> 0) that is not below `number` (>= 0), which must fit 64 bits.
inline std::int64_t round_up(std::int64_t number, std::int64_t step) {
    return divide_up(number, step) * step;
}

// multiply_divide_half_away() of money.
std::expected<Money, Overflow> any_money_part(std::int64_t value, std::int64_t numerator,
                                              std::int64_t denominator);

// The same by a denominator that the compiler knows, and multiplies by its inverse where 32 bits
// hold the product, as they do for amounts and hours in life. What is larger is a call: as a branch
// here, compilers work out both, and the division of 64 bits takes longer than all else.
template <std::int64_t denominator>
std::expected<Money, Overflow> money_part(std::int64_t value, std::int64_t numerator) {
    static_assert(denominator % 2 == 0);
    if (static_cast<std::uint64_t>(value | numerator) >> 31 == 0) {
        std::uint64_t const up = static_cast<std::uint64_t>(value * numerator) + denominator / 2;
        if (up >> 32 == 0) {
            return Money{static_cast<std::uint32_t>(up) / static_cast<std::uint32_t>(denominator)};
        }
    }
    // Not returned as it is, so that the usual result stays in a register.
    auto const exact = any_money_part(value, numerator, denominator);
    if (!exact) {
        return std::unexpected(exact.error());
    }
    return *exact;
}

inline std::expected<Money, Overflow> multiply(Money money, std::int64_t factor) {
    if (static_cast<std::uint64_t>(money.minor | factor) >> 31 == 0) {
        return Money{money.minor * factor};
    }
    auto const exact = any_money_part(money.minor, factor, 1);
    if (!exact) {
        return std::unexpected(exact.error());
    }
    return *exact;
}

// minutes * rate / 60, rounded half away from zero.
inline std::expected<Money, Overflow> charge(Minutes minutes, HourlyRate rate) {
    constexpr std::int64_t minutes_per_hour = 60;
    return money_part<minutes_per_hour>(minutes.count, rate.minor_per_hour);
}

// money * basis points / 10000, rounded half away from zero.
inline std::expected<Money, Overflow> share(Money money, BasisPoints part) {
    constexpr std::int64_t basis_points_per_whole = 10'000;
    return money_part<basis_points_per_whole>(money.minor, part.value);
}

} // namespace kontingent
