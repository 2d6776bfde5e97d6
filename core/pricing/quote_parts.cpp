#include "core/pricing/money_sum.hpp"
#include "core/pricing/quote.hpp"

namespace kontingent {

std::expected<Money, Overflow> cost_of_expired(Quote const& quote) {
    if (quote.granted == Minutes{0}) {
        return Money{0};
    }
    MoneySum base;
    for (Line const& line : quote.lines) {
        if (line.kind == LineKind::base || line.kind == LineKind::base_discount ||
            line.kind == LineKind::base_special_discount) {
            base.add(line.net);
        }
    }
    if (base.has_overflowed()) {
        return std::unexpected(Overflow{});
    }
    auto const cost =
        multiply_divide_half_away(base.value().minor, quote.expired.count, quote.granted.count);
    if (!cost) {
        return std::unexpected(cost.error());
    }
    return Money{*cost};
}

} // namespace kontingent
