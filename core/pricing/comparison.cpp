#include "core/pricing/comparison.hpp"

#include "core/base/small_sort.hpp"
#include "core/pricing/offers.hpp"

#include <limits>
#include <tuple>
#include <utility>

namespace kontingent {
namespace {

// The place among offers: by net; among equals the catalogue's order, on demand last, then the
// shorter term.
std::tuple<Money, std::size_t, std::int32_t> rank_of(Offer const& offer) {
    constexpr std::size_t last = std::numeric_limits<std::size_t>::max();
    return {offer.quote.net, offer.package_index.value_or(last), offer.quote.term_months};
}

} // namespace

std::expected<Comparison, Errors>
compare(Catalogue const& catalogue, std::vector<Minutes> const& usage, Vat vat, TermFilter filter) {
    Comparison comparison;
    Scenario scenario{
        .usage = usage, .package_id = {}, .term_months = 1, .pooling = BestPooling{}, .vat = vat};
    for (OfferId const& id : offers_of(catalogue)) {
        if (id.package_index && filter.months && *filter.months != id.term_months) {
            continue;
        }
        scenario.package_id =
            id.package_index ? catalogue.packages[*id.package_index].id : catalogue.on_demand.id;
        scenario.term_months = id.term_months;
        auto quote = make_quote(catalogue, scenario);
        if (!quote) {
            return std::unexpected(std::move(quote.error()));
        }
        comparison.offers.push_back({id.package_index, *std::move(quote)});
    }
    small_sort(comparison.offers, rank_of);
    return comparison;
}

} // namespace kontingent
