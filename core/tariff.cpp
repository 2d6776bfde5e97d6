#include "core/tariff.hpp"

namespace kontingent {
namespace {

// Half away from zero is symmetric, so the discount of -amount is minus the discount of amount.
bool append_discount(Lines& lines, Money amount, BasisPoints discount, std::int32_t month) {
    auto const part = share(amount, discount);
    auto const net = part ? subtract(Money{0}, *part) : part;
    if (!net) {
        return false;
    }
    if (*net != Money{0}) {
        lines.push_back({month, LineKind::term_discount, std::nullopt, std::nullopt, *net});
    }
    return true;
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

Balance balance_of(Minutes included, Minutes used) {
    if (used > included) {
        return {.overage = Minutes{used.count - included.count}, .expired = Minutes{0}};
    }
    return {.overage = Minutes{0}, .expired = Minutes{included.count - used.count}};
}

std::expected<Lines, Overflow> base_lines(Tariff const& tariff, std::int32_t month) {
    Lines lines;
    if (!tariff.monthly_price) {
        return lines;
    }
    lines.push_back({month, LineKind::base, std::nullopt, std::nullopt, *tariff.monthly_price});
    if (!append_discount(lines, *tariff.monthly_price, tariff.base_discount, month)) {
        return std::unexpected(Overflow{});
    }
    return lines;
}

std::expected<Lines, Overflow> extra_lines(Tariff const& tariff, Minutes extra,
                                           std::int32_t month) {
    auto lines = overage_lines(*tariff.overage, extra, month);
    if (!lines) {
        return lines;
    }
    auto const sum = sum_of(*lines);
    if (!sum || !append_discount(*lines, *sum, tariff.overage_discount, month)) {
        return std::unexpected(Overflow{});
    }
    return lines;
}

} // namespace kontingent
