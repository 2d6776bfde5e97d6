#include "core/pricing/offers.hpp"

namespace kontingent {

std::vector<OfferId> offers_of(Catalogue const& catalogue) {
    std::vector<OfferId> offers;
    for (std::size_t i = 0; i < catalogue.packages.size(); ++i) {
        for (Term const& term : catalogue.terms) {
            offers.push_back({i, term.months});
        }
    }
    offers.push_back({});
    return offers;
}

Tariff tariff_of(Catalogue const& catalogue, OfferId const& offer) {
    if (!offer.package_index) {
        return tariff_of(catalogue.on_demand);
    }
    return tariff_of(catalogue.packages[*offer.package_index],
                     *catalogue.find_term(offer.term_months), catalogue.term_discount_applies_to);
}

} // namespace kontingent
