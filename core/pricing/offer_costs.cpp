#include "core/pricing/offer_costs.hpp"

#include "core/pricing/tariff.hpp"

#include <utility>

namespace kontingent {

// What settles alike stands side by side: the terms of one package.
std::expected<OfferCosts, Overflow> OfferCosts::of(Catalogue const& catalogue, Minutes usage_max) {
    OfferCosts costs;
    Tariff latest;
    for (OfferId const& id : offers_of(catalogue)) {
        Tariff const tariff = tariff_of(catalogue, id);
        if (costs.distinct_.empty() || !settle_alike(latest, tariff)) {
            auto cost = OfferCost::of(tariff, catalogue.billing_increment, usage_max);
            if (!cost) {
                return std::unexpected(cost.error());
            }
            costs.distinct_.push_back(*std::move(cost));
            latest = tariff;
        }
        auto const base = monthly_base_of(tariff);
        if (!base) {
            return std::unexpected(base.error());
        }
        Money const shared = costs.distinct_.back().monthly_base();
        costs.offers_.push_back(
            {id, costs.distinct_.size() - 1, Money{base->minor - shared.minor}});
    }
    return costs;
}

} // namespace kontingent
