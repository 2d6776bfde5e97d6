#include "core/base/units.hpp"

#include <limits>

namespace kontingent {
namespace {

__extension__ using Wide = __int128;

constexpr std::int64_t minutes_per_hour = 60;
constexpr std::int64_t basis_points_per_whole = 10'000;

std::expected<std::int64_t, Overflow> narrow(Wide exact) {
    if (exact < std::numeric_limits<std::int64_t>::min() ||
        exact > std::numeric_limits<std::int64_t>::max()) {
        return std::unexpected(Overflow{});
    }
    return static_cast<std::int64_t>(exact);
}

bool is_narrow(std::int64_t value) {
    return value == static_cast<std::int32_t>(value);
}

// Of a number that is not negative, by one above 0. With 32 bits several times as quick as with 64.
inline std::int64_t quotient_of(std::int64_t number, std::int64_t by) {
    if (static_cast<std::uint64_t>(number | by) >> 32 == 0) {
        return static_cast<std::uint32_t>(number) / static_cast<std::uint32_t>(by);
    }
    return number / by;
}

// Where 64 bits hold all: with 128 an order of magnitude slower.
inline std::int64_t divide_half_away(std::int64_t value, std::int64_t denominator) {
    std::int64_t const size = value < 0 ? -value : value;
    std::int64_t quotient = quotient_of(size, denominator);
    std::int64_t const remainder = size - quotient * denominator;
    quotient += remainder >= denominator - remainder ? 1 : 0;
    return value < 0 ? -quotient : quotient;
}

// By a denominator that the compiler knows, and multiplies by its inverse.
template <std::int64_t denominator>
std::expected<Money, Overflow> money_part(std::int64_t value, std::int64_t numerator) {
    static_assert(denominator == 1 || denominator % 2 == 0);
    // Neither is negative, and both are below 2^31: as amounts and hours are in life.
    if (static_cast<std::uint64_t>(value | numerator) >> 31 == 0) {
        std::uint64_t const up = static_cast<std::uint64_t>(value * numerator) + denominator / 2;
        if (up >> 32 == 0) {
            return Money{static_cast<std::uint32_t>(up) / static_cast<std::uint32_t>(denominator)};
        }
        return Money{static_cast<std::int64_t>(up / static_cast<std::uint64_t>(denominator))};
    }
    auto const minor = multiply_divide_half_away(value, numerator, denominator);
    return minor ? std::expected<Money, Overflow>(Money{*minor}) : std::unexpected(Overflow{});
}

} // namespace

std::expected<Money, Overflow> add(Money a, Money b) {
    Money sum;
    if (__builtin_add_overflow(a.minor, b.minor, &sum.minor)) {
        return std::unexpected(Overflow{});
    }
    return sum;
}

std::expected<Money, Overflow> subtract(Money a, Money b) {
    Money difference;
    if (__builtin_sub_overflow(a.minor, b.minor, &difference.minor)) {
        return std::unexpected(Overflow{});
    }
    return difference;
}

std::expected<std::int64_t, Overflow>
multiply_divide_half_away(std::int64_t value, std::int64_t numerator, std::int64_t denominator) {
    if (is_narrow(value) && is_narrow(numerator)) {
        return divide_half_away(value * numerator, denominator);
    }
    // |product| <= 2^126, so the product and the doubled remainder are exact.
    Wide const product = Wide{value} * Wide{numerator};
    Wide quotient = product / denominator;
    Wide const remainder = product % denominator;
    Wide const remainder_size = remainder < 0 ? -remainder : remainder;
    if (2 * remainder_size >= denominator) {
        quotient += product < 0 ? -1 : 1;
    }
    return narrow(quotient);
}

std::expected<Money, Overflow> charge(Minutes minutes, HourlyRate rate) {
    return money_part<minutes_per_hour>(minutes.count, rate.minor_per_hour);
}

std::expected<Money, Overflow> share(Money money, BasisPoints part) {
    return money_part<basis_points_per_whole>(money.minor, part.value);
}

std::expected<Money, Overflow> multiply(Money money, std::int64_t factor) {
    return money_part<1>(money.minor, factor);
}

std::int64_t divide_half_up(std::int64_t number, std::int64_t by) {
    return divide_half_away(number, by);
}

std::int64_t divide_up(std::int64_t number, std::int64_t by) {
    std::int64_t const whole = quotient_of(number, by);
    return whole + (whole * by < number ? 1 : 0);
}

std::int64_t round_up(std::int64_t number, std::int64_t step) {
    return divide_up(number, step) * step;
}

} // namespace kontingent
