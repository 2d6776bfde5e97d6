#include "core/pricing/fixed.hpp"

#include "core/pricing/money_sum.hpp"
#include "core/pricing/special_discount.hpp"

#include <algorithm>

namespace kontingent {
namespace {

OfferedExtra const* find_extra(Offer const& offer, std::size_t extra) {
    auto const found = std::ranges::find(offer.extras, extra, &OfferedExtra::extra);
    return found == offer.extras.end() ? nullptr : &*found;
}

// floor(total * k / months) - floor(total * (k - 1) / months): a term's months add up to its total.
Money share_of_total(OfferedTerm const& term, std::int32_t month) {
    std::int64_t const months = term.months;
    std::int64_t const k = (month - 1) % months + 1;
    // total * k = (whole * months + rest) * k, without the product.
    std::int64_t const whole = term.total->minor / months;
    std::int64_t const rest = term.total->minor % months;
    return Money{whole + rest * k / months - rest * (k - 1) / months};
}

class FixedCharge {
public:
    FixedCharge(LineSink& sink, Tariff const& tariff) : sink_(sink), tariff_(tariff) {}

    std::expected<Money, Overflow> month(ChosenExtras const& extras, std::int32_t month) {
        MoneySum all;
        if (tariff_.term != nullptr) {
            if (month == 1) {
                put(all, {.kind = LineKind::setup_fee, .net = tariff_.term->setup_fee});
            }
            all.add(base(month));
        }
        if (!tariff_.offer->extras.empty()) {
            put_extras(all, extras, month);
        }
        return all.total();
    }

    // Of a package.
    MoneySum base(std::int32_t month) {
        Money const price = tariff_.term->total ? share_of_total(*tariff_.term, month)
                                                : tariff_.offer->subscription->monthly_price;
        MoneySum sum;
        put(sum, {.kind = LineKind::base, .net = price});
        put_discount(sum, LineKind::base_discount, price, tariff_.base_discount);
        put_special(sum, DiscountedPart::base, month);
        return sum;
    }

private:
    void put(MoneySum& sum, Line const& line) {
        if (line.net != Money{0}) {
            sum.add(line.net);
            sink_.put(line);
        }
    }

    void put_discount(MoneySum& sum, LineKind kind, Money amount, BasisPoints discount) {
        auto const net = discount_on(amount, discount);
        sum.add(net);
        if (net && *net != Money{0}) {
            sink_.put(Line{.kind = kind, .net = *net});
        }
    }

    void put_special(MoneySum& sum, DiscountedPart part, std::int32_t month) {
        put_special_discounts(sink_, sum, tariff_.special_discounts, part, month, sum.value());
    }

    // `price` says which of an extra's prices is meant.
    MoneySum put_extras_at(LineKind kind, ChosenExtras const& extras,
                           std::optional<Money> OfferedExtra::* price) {
        MoneySum sum;
        for (ChosenExtra const& chosen : extras) {
            OfferedExtra const* offered = find_extra(*tariff_.offer, chosen.extra);
            if (offered == nullptr || !(offered->*price) || chosen.number <= offered->included) {
                continue;
            }
            std::int64_t const quantity = chosen.number - offered->included;
            auto const net = multiply(*(offered->*price), quantity);
            if (!net) {
                sum.add(net);
                continue;
            }
            put(sum, {.kind = kind,
                      .extra = static_cast<std::uint8_t>(chosen.extra),
                      .quantity = quantity,
                      .net = *net});
        }
        return sum;
    }

    void put_extras(MoneySum& all, ChosenExtras const& extras, std::int32_t month) {
        MoneySum monthly = put_extras_at(LineKind::extra, extras, &OfferedExtra::monthly_price);
        put_discount(monthly, LineKind::extras_discount, monthly.value(), tariff_.extras_discount);
        put_special(monthly, DiscountedPart::extras, month);
        all.add(monthly);
        if (month == 1) {
            all.add(put_extras_at(LineKind::extra_one_off, extras, &OfferedExtra::one_off_price));
        }
    }

    LineSink& sink_;
    Tariff const& tariff_;
};

} // namespace

std::expected<Money, Overflow> discount_on(Money amount, BasisPoints discount) {
    if (discount == BasisPoints{0}) {
        return Money{0};
    }
    // Half away from zero is symmetric: the discount of -amount is minus the discount of amount.
    auto const part = share(amount, discount);
    return part ? subtract(Money{0}, *part) : part;
}

std::vector<std::size_t> missing_extras(Offer const& offer, ChosenExtras const& extras) {
    std::vector<std::size_t> missing;
    for (ChosenExtra const& chosen : extras) {
        OfferedExtra const* offered = find_extra(offer, chosen.extra);
        bool const is_met =
            chosen.number == 0 ||
            (offered != nullptr && (offered->has_price() || chosen.number <= offered->included));
        if (!is_met) {
            missing.push_back(chosen.extra);
        }
    }
    return missing;
}

bool months_are_alike(Tariff const& tariff) {
    return (tariff.term == nullptr || !tariff.term->total) &&
           !depends_on_month(tariff.special_discounts, DiscountedPart::base) &&
           !depends_on_month(tariff.special_discounts, DiscountedPart::extras);
}

std::expected<Money, Overflow> put_fixed(LineSink& sink, Tariff const& tariff,
                                         ChosenExtras const& extras, std::int32_t month) {
    return FixedCharge(sink, tariff).month(extras, month);
}

std::expected<Money, Overflow> base_of_month(Tariff const& tariff, std::int32_t month) {
    if (tariff.term == nullptr) {
        return Money{0};
    }
    LineSink none;
    return FixedCharge(none, tariff).base(month).total();
}

std::expected<Money, Overflow> fixed_sum(Tariff const& tariff, ChosenExtras const& extras,
                                         std::int32_t first, std::int32_t last) {
    MoneySum sum;
    LineSink none;
    FixedCharge charge(none, tariff);
    for (std::int32_t month = first; month <= last; ++month) {
        auto const fixed = charge.month(extras, month);
        if (month > 1 && fixed && months_are_alike(tariff)) {
            sum.add(multiply(*fixed, last - month + 1));
            break;
        }
        sum.add(fixed);
    }
    return sum.total();
}

std::expected<Money, Overflow> committed_beyond(Tariff const& tariff, ChosenExtras const& extras,
                                                std::int32_t month_count) {
    if (tariff.term == nullptr) {
        return Money{0};
    }
    std::int32_t const term = tariff.term->months;
    std::int32_t const end = (month_count + term - 1) / term * term;
    return fixed_sum(tariff, extras, month_count + 1, end);
}

} // namespace kontingent
