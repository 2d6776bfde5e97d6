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

Tariff tariff_of(Package const& package, Term const& term, DiscountScope scope) {
    return Tariff{.monthly_price = package.monthly_price,
                  .included = package.included,
                  .base_discount = term.discount,
                  .overage_discount =
                      scope == DiscountScope::base_and_overage ? term.discount : BasisPoints{0},
                  .overage = &package.overage,
                  .pairs_per_term_max = package.pooling_pairs_per_term_max};
}

Tariff tariff_of(OnDemand const& on_demand) {
    Tariff tariff;
    tariff.overage = &on_demand.overage;
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
