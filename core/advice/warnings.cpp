#include "core/advice/warnings.hpp"

#include "core/advice/break_even.hpp"
#include "core/advice/initial_needs.hpp"
#include "core/base/small_sort.hpp"
#include "core/pricing/offers.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>

namespace kontingent {
namespace {

constexpr BasisPoints vat_min{100};
constexpr BasisPoints vat_max{3'000};
constexpr BasisPoints discount_max{5'000};
// Prices of an hour that differ by more are rather typing mistakes than offers.
constexpr std::int64_t likely_factor = 5;

// A rounded share of an amount; 0 where it does not fit, which no valid catalogue's amounts do.
Money part_of(Money amount, std::int64_t numerator, std::int64_t denominator) {
    return Money{
        multiply_divide_half_away(amount.minor, numerator, std::max<std::int64_t>(denominator, 1))
            .value_or(0)};
}

Money cost_in_tier(Catalogue const& catalogue, Tier const& tier, Minutes work) {
    Money const by_rate =
        part_of(Money{tier.hourly_rate.minor_per_hour}, work.count, catalogue.hour());
    return Money{by_rate.minor + tier.flat_fee.value_or(Money{0}).minor};
}

// A month's price without what is ordered besides.
Money monthly_price(Offer const& offer) {
    OfferedTerm const& shortest = offer.subscription->terms.front();
    return shortest.total ? part_of(*shortest.total, 1, shortest.months)
                          : offer.subscription->monthly_price;
}

bool is_unlikely(Money a, Money b) {
    auto const [low, high] = std::minmax(a, b);
    return low > Money{0} && high.minor / likely_factor >= low.minor &&
           high.minor > likely_factor * low.minor;
}

class Warner {
public:
    explicit Warner(Catalogue const& catalogue) : catalogue_(catalogue) {}

    std::vector<Warning> warnings() {
        check_percentages();
        check_included_prices();
        check_overage();
        check_cheapest();
        check_what_is_asked();
        sort_few(found_, &Warning::kind);
        return std::move(found_);
    }

private:
    void check_percentages() {
        BasisPoints const vat = catalogue_.vat;
        if (vat > BasisPoints{0} && vat < vat_min) {
            found_.push_back({.kind = WarningKind::low_vat, .share = vat});
        }
        if (vat > vat_max) {
            found_.push_back({.kind = WarningKind::high_vat, .share = vat});
        }
        for (Term const& term : catalogue_.terms) {
            if (term.discount > discount_max) {
                found_.push_back({.kind = WarningKind::high_discount,
                                  .months = term.months,
                                  .share = term.discount});
            }
        }
    }

    // Against the middle of all packages' prices.
    void check_included_prices() {
        std::vector<Money> prices;
        for (Offer const& offer : catalogue_.offers) {
            if (Money const price = included_hour_price(catalogue_, offer); price > Money{0}) {
                prices.push_back(price);
            }
        }
        if (prices.size() < 2) {
            return;
        }
        std::ranges::sort(prices);
        for (std::size_t index = 0; index < catalogue_.offers.size(); ++index) {
            Money const price = included_hour_price(catalogue_, catalogue_.offers[index]);
            // Of two that differ, either may be meant: the cheaper one is named.
            Money const usual = prices[prices.size() / 2];
            if (price > Money{0} && is_unlikely(price, usual)) {
                found_.push_back({.kind = WarningKind::included_price,
                                  .index = index,
                                  .amount = price,
                                  .usual = usual});
            }
        }
    }

    void check_overage() {
        for (std::size_t index = 0; index < catalogue_.offers.size(); ++index) {
            Offer const& offer = catalogue_.offers[index];
            Money const beyond = first_overage_price(catalogue_, offer);
            Money const included = included_hour_price(catalogue_, offer);
            if (is_unlikely(beyond, included)) {
                found_.push_back({.kind = WarningKind::overage_price,
                                  .index = index,
                                  .amount = beyond,
                                  .usual = included});
            }
            check_falling(index, offer.overage);
            for (KindRule const& rule : offer.kinds) {
                if (rule.overage) {
                    check_falling(index, *rule.overage);
                }
            }
        }
    }

    // Only where one tier prices all of the work can more of it cost less.
    void check_falling(std::size_t index, Overage const& overage) {
        if (overage.mode != OverageMode::volume) {
            return;
        }
        for (std::size_t tier = 1; tier < overage.tiers.size(); ++tier) {
            Minutes const before = *overage.tiers[tier - 1].up_to;
            Minutes const work{before.count + catalogue_.billing_increment.count};
            Money const usual = cost_in_tier(catalogue_, overage.tiers[tier - 1], before);
            Money const amount = cost_in_tier(catalogue_, overage.tiers[tier], work);
            if (amount < usual) {
                found_.push_back({.kind = WarningKind::falling_overage,
                                  .index = index,
                                  .work = work,
                                  .amount = amount,
                                  .usual = usual});
            }
        }
    }

    // With the work and the extras that the portal begins with.
    void check_cheapest() {
        if (catalogue_.offers.size() < 2) {
            return;
        }
        auto const offers = offers_of(catalogue_);
        std::vector<std::size_t> all(offers.size());
        std::iota(all.begin(), all.end(), std::size_t{0});
        Forecast forecast = forecast_of(initial_needs(catalogue_), catalogue_, 0);
        auto const found = break_even_of(catalogue_, all, forecast);
        if (!found) {
            return;
        }
        std::vector<bool> is_cheapest(catalogue_.offers.size());
        for (CheapestInterval const& interval : found->cheapest) {
            is_cheapest[offers[interval.offer].offer_index] = true;
        }
        for (std::size_t index = 0; index < catalogue_.offers.size(); ++index) {
            if (!is_cheapest[index] && catalogue_.offers[index].is_package()) {
                found_.push_back({.kind = WarningKind::never_cheapest, .index = index});
            }
        }
    }

    void check_what_is_asked() {
        for (std::size_t extra = 0; extra < catalogue_.extras.size(); ++extra) {
            if (!catalogue_.sells_extra(extra)) {
                found_.push_back({.kind = WarningKind::unsold_extra, .index = extra});
            }
        }
        for (std::size_t kind = 1; kind < catalogue_.kinds.size(); ++kind) {
            if (!catalogue_.has_rule_for_kind(kind)) {
                found_.push_back({.kind = WarningKind::kind_without_rule, .index = kind});
            }
        }
    }

    Catalogue const& catalogue_;
    std::vector<Warning> found_;
};

} // namespace

std::string_view warning_code(WarningKind kind) {
    constexpr std::array<std::string_view, 9> codes{
        "low_vat",         "high_vat",       "high_discount", "included_price",   "overage_price",
        "falling_overage", "never_cheapest", "unsold_extra",  "kind_without_rule"};
    return codes[static_cast<std::size_t>(kind)];
}

Money included_hour_price(Catalogue const& catalogue, Offer const& offer) {
    Allowance const& allowance = offer.allowance;
    if (!offer.is_package() || allowance.is_unlimited || allowance.included.count == 0) {
        return Money{0};
    }
    return part_of(monthly_price(offer), catalogue.hour() * allowance.period_months,
                   allowance.included.count);
}

Money first_overage_price(Catalogue const& catalogue, Offer const& offer) {
    Overage const& overage = offer.overage;
    if (overage.mode == OverageMode::block) {
        return part_of(overage.block_price, catalogue.hour(), overage.block_size.count);
    }
    return overage.tiers.empty() ? Money{0}
                                 : Money{overage.tiers.front().hourly_rate.minor_per_hour};
}

std::vector<Warning> warnings_of(Catalogue const& catalogue) {
    return Warner(catalogue).warnings();
}

} // namespace kontingent
