#include "core/pricing/comparison.hpp"

#include "core/base/small_sort.hpp"

#include <tuple>
#include <utility>

namespace kontingent {

std::expected<Comparison, Errors> compare(Catalogue const& catalogue, Scenario const& scenario) {
    Comparison comparison;
    Scenario of_offer = scenario;
    of_offer.pooling = BestPooling{};
    for (OfferId const& id : offers_of(catalogue)) {
        of_offer.package_id = catalogue.offers[id.offer_index].id;
        of_offer.term_months = id.term_months;
        auto quote = make_quote(catalogue, of_offer);
        if (!quote) {
            return std::unexpected(std::move(quote.error()));
        }
        comparison.offers.push_back({id, *std::move(quote)});
    }
    small_sort(comparison.offers, [](ComparedOffer const& offer) {
        return std::tuple(!offer.quote.is_complete(), offer.quote.line_total, offer.id.offer_index,
                          offer.id.term_months);
    });
    return comparison;
}

std::expected<Comparison, Errors> compare(Catalogue const& catalogue,
                                          std::vector<Minutes> const& usage, Vat vat) {
    Scenario scenario;
    scenario.usage = usage;
    scenario.vat = vat;
    return compare(catalogue, scenario);
}

} // namespace kontingent
