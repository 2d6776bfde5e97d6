#include "core/units.hpp"

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

std::expected<Money, Overflow> as_money(std::expected<std::int64_t, Overflow> minor) {
    if (!minor) {
        return std::unexpected(minor.error());
    }
    return Money{*minor};
}

} // namespace

std::expected<Money, Overflow> add(Money a, Money b) {
    return as_money(narrow(Wide{a.minor} + Wide{b.minor}));
}

std::expected<Money, Overflow> subtract(Money a, Money b) {
    return as_money(narrow(Wide{a.minor} - Wide{b.minor}));
}

std::expected<std::int64_t, Overflow>
multiply_divide_half_away(std::int64_t value, std::int64_t numerator, std::int64_t denominator) {
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
    return as_money(
        multiply_divide_half_away(minutes.count, rate.minor_per_hour, minutes_per_hour));
}

std::expected<Money, Overflow> share(Money money, BasisPoints part) {
    return as_money(multiply_divide_half_away(money.minor, part.value, basis_points_per_whole));
}

std::expected<Minutes, Overflow> round_up(Minutes minutes, Minutes increment) {
    std::int64_t const beyond = minutes.count % increment.count;
    if (beyond == 0) {
        return minutes;
    }
    auto const rounded = narrow(Wide{minutes.count} - beyond + increment.count);
    if (!rounded) {
        return std::unexpected(rounded.error());
    }
    return Minutes{*rounded};
}

} // namespace kontingent
