#include "core/pricing/comparison.hpp"

#include "core/base/small_sort.hpp"

#include <tuple>
#include <utility>

namespace kontingent {
namespace {

std::tuple<Money, std::size_t, std::int32_t> rank_of(ComparedOffer const& offer) {
    return {offer.quote.net, offer.id.offer_index, offer.id.term_months};
}

} // namespace

std::expected<Comparison, Errors> compare(Catalogue const& catalogue,
                                          std::vector<Minutes> const& usage, Vat vat) {
    Comparison comparison;
    Scenario scenario{
        .usage = usage, .package_id = {}, .term_months = 1, .pooling = BestPooling{}, .vat = vat};
    for (OfferId const& id : offers_of(catalogue)) {
        scenario.package_id = catalogue.offers[id.offer_index].id;
        scenario.term_months = id.term_months;
        auto quote = make_quote(catalogue, scenario);
        if (!quote) {
            return std::unexpected(std::move(quote.error()));
        }
        comparison.offers.push_back({id, *std::move(quote)});
    }
    small_sort(comparison.offers, rank_of);
    return comparison;
}

} // namespace kontingent
