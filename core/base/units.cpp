#include "core/base/units.hpp"

#include <limits>

namespace kontingent {
namespace {

__extension__ using Wide = __int128;

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

// Where 64 bits hold all: with 128 an order of magnitude slower.
inline std::int64_t divide_half_away(std::int64_t value, std::int64_t denominator) {
    std::int64_t const size = value < 0 ? -value : value;
    std::int64_t quotient = quotient_of(size, denominator);
    std::int64_t const remainder = size - quotient * denominator;
    quotient += remainder >= denominator - remainder ? 1 : 0;
    return value < 0 ? -quotient : quotient;
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

[[gnu::cold]] std::expected<Money, Overflow>
any_money_part(std::int64_t value, std::int64_t numerator, std::int64_t denominator) {
    auto const minor = multiply_divide_half_away(value, numerator, denominator);
    return minor ? std::expected<Money, Overflow>(Money{*minor}) : std::unexpected(Overflow{});
}

std::int64_t divide_half_up(std::int64_t number, std::int64_t by) {
    return divide_half_away(number, by);
}

} // namespace kontingent
