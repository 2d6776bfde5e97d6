#include "core/pricing/offer_costs.hpp"

#include "core/pricing/tariff.hpp"

#include <limits>
#include <utility>

namespace kontingent {
namespace {

// Together with the expected part, which is bounded, sums stay within 64 bits.
constexpr Money fixed_max{std::numeric_limits<std::int64_t>::max() / 4};

bool is_bounded(std::expected<Money, Overflow> const& money) {
    return money && *money <= fixed_max;
}

} // namespace

// What settles alike is next to each other: the terms of one package.
std::expected<OfferCosts, Overflow> OfferCosts::of(Catalogue const& catalogue, WorkModel model,
                                                   ChosenExtras const& extras, Minutes usage_max,
                                                   std::span<SpecialDiscount const> discounts) {
    OfferCosts costs;
    auto const months = static_cast<std::int32_t>(model.usage.size());
    costs.model_ = std::make_unique<WorkModel>(std::move(model));
    Tariff latest;
    for (OfferId const& id : offers_of(catalogue)) {
        Tariff tariff = tariff_of(catalogue, id);
        tariff.special_discounts = discounts;
        if (costs.distinct_.empty() || !settle_alike(latest, tariff)) {
            auto cost = OfferCost::of(tariff, *costs.model_, usage_max);
            if (!cost) {
                return std::unexpected(cost.error());
            }
            costs.distinct_.push_back(*std::move(cost));
            latest = tariff;
        }
        auto const fixed = fixed_sum(tariff, extras, 1, months);
        auto const beyond = committed_beyond(tariff, extras, months);
        if (!is_bounded(fixed) || !is_bounded(beyond)) {
            return std::unexpected(Overflow{});
        }
        costs.offers_.push_back({.id = id,
                                 .distinct = costs.distinct_.size() - 1,
                                 .fixed = *fixed,
                                 .committed_beyond = *beyond,
                                 .missing_extras = missing_extras(*tariff.offer, extras)});
    }
    return costs;
}

} // namespace kontingent
