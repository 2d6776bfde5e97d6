#include "core/pricing/money_sum.hpp"
#include "core/pricing/quote.hpp"

namespace kontingent {

std::expected<QuoteParts, Overflow> parts_of(Quote const& quote) {
    MoneySum discount;
    for (Line const& line : quote.lines) {
        if (info_of(line.kind).is_term_discount) {
            discount.add(line.net);
        }
    }
    if (discount.has_overflowed()) {
        return std::unexpected(Overflow{});
    }
    return QuoteParts{
        .base = quote.fixed, .overage = quote.expected, .term_discount = discount.value()};
}

std::expected<Money, Overflow> cost_of_expired(Quote const& quote) {
    if (quote.granted == Minutes{0}) {
        return Money{0};
    }
    MoneySum base;
    for (Line const& line : quote.lines) {
        if (line.kind == LineKind::base || line.kind == LineKind::base_discount) {
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
