#include "core/pricing/tariff.hpp"

namespace kontingent {
namespace {

// The line's net. Half away from zero is symmetric, so the discount of -amount is minus the
// discount of amount.
std::expected<Money, Overflow> discount_of(Money amount, BasisPoints discount) {
    if (discount == BasisPoints{0}) {
        return Money{0};
    }
    auto const part = share(amount, discount);
    return part ? subtract(Money{0}, *part) : part;
}

// Appends the discount on `amount` and returns what remains of it.
std::expected<Money, Overflow> append_discount(Lines& lines, Money amount, BasisPoints discount,
                                               std::int32_t month) {
    auto const net = discount_of(amount, discount);
    if (!net || *net == Money{0}) {
        return net ? amount : net;
    }
    lines.emplace_back(month, LineKind::term_discount, std::nullopt, std::nullopt, *net);
    return add(amount, *net);
}

} // namespace

Tariff tariff_of(Offer const& offer, std::int32_t term_months, DiscountScope scope) {
    Tariff tariff;
    tariff.included = offer.allowance.included;
    tariff.pairs_per_term_max = offer.allowance.pooling_pairs_per_term_max;
    tariff.overage = &offer.overage;
    if (offer.subscription) {
        BasisPoints const discount = offer.subscription->find_term(term_months)->discount;
        tariff.monthly_price = offer.subscription->monthly_price;
        tariff.base_discount = scope.base ? discount : BasisPoints{0};
        tariff.overage_discount = scope.overage ? discount : BasisPoints{0};
    }
    return tariff;
}

std::expected<Money, Overflow> append_base(Lines& lines, Tariff const& tariff, std::int32_t month) {
    if (!tariff.monthly_price) {
        return Money{0};
    }
    lines.emplace_back(month, LineKind::base, std::nullopt, std::nullopt, *tariff.monthly_price);
    return append_discount(lines, *tariff.monthly_price, tariff.base_discount, month);
}

std::expected<Money, Overflow> append_extra(Lines& lines, Tariff const& tariff, Minutes extra,
                                            std::int32_t month) {
    if (extra <= Minutes{0}) {
        return Money{0};
    }
    auto const sum = append_overage(lines, *tariff.overage, extra, month);
    if (!sum || tariff.overage_discount == BasisPoints{0}) {
        return sum;
    }
    return append_discount(lines, *sum, tariff.overage_discount, month);
}

std::expected<Money, Overflow> extra_sum(Tariff const& tariff, Minutes extra) {
    auto const sum = overage_sum(*tariff.overage, extra);
    if (!sum || tariff.overage_discount == BasisPoints{0}) {
        return sum;
    }
    auto const discount = discount_of(*sum, tariff.overage_discount);
    return discount ? add(*sum, *discount) : discount;
}

} // namespace kontingent
