#include "core/pricing/offers.hpp"

namespace kontingent {

std::vector<OfferId> offers_of(Catalogue const& catalogue) {
    std::vector<OfferId> offers;
    for (std::size_t i = 0; i < catalogue.offers.size(); ++i) {
        Offer const& offer = catalogue.offers[i];
        if (!offer.subscription) {
            offers.push_back({i, 1});
            continue;
        }
        for (OfferedTerm const& term : offer.subscription->terms) {
            offers.push_back({i, term.months});
        }
    }
    return offers;
}

Tariff tariff_of(Catalogue const& catalogue, OfferId const& offer) {
    return tariff_of(catalogue, catalogue.offers[offer.offer_index], offer.term_months);
}

} // namespace kontingent
