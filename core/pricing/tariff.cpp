#include "core/pricing/tariff.hpp"

namespace kontingent {

Tariff tariff_of(Catalogue const& catalogue, Offer const& offer, std::int32_t term_months) {
    Tariff tariff;
    tariff.offer = &offer;
    tariff.increment = catalogue.billing_increment;
    tariff.rate_unit = catalogue.unit ? RateUnit::one : RateUnit::hour;
    if (!offer.subscription) {
        return tariff;
    }
    tariff.term = offer.subscription->find_term(term_months);
    DiscountScope const scope = catalogue.term_discount_applies_to;
    BasisPoints const discount = tariff.term->discount;
    constexpr BasisPoints none{0};
    // A total is what the term costs, discount and all.
    tariff.base_discount = scope.base && !tariff.term->total ? discount : none;
    tariff.extras_discount = scope.extras ? discount : none;
    tariff.overage_discount = scope.overage ? discount : none;
    return tariff;
}

} // namespace kontingent
