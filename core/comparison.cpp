#include "core/comparison.hpp"

#include "core/small_sort.hpp"

#include <algorithm>
#include <limits>
#include <tuple>
#include <utility>

namespace kontingent {
namespace {

std::expected<Offer, Faults> make_offer(Catalogue const& catalogue, Scenario const& scenario,
                                        std::optional<std::size_t> package_index) {
    auto quote = make_quote(catalogue, scenario);
    if (!quote) {
        return std::unexpected(std::move(quote.error()));
    }
    return Offer{package_index, *std::move(quote)};
}

// The place among offers: by net; among equals the catalogue's order, on demand last, then the
// shorter term.
std::tuple<Money, std::size_t, std::int32_t> rank_of(Offer const& offer) {
    constexpr std::size_t last = std::numeric_limits<std::size_t>::max();
    return {offer.quote.net, offer.package_index.value_or(last), offer.quote.term_months};
}

std::vector<std::int32_t> terms_of(Catalogue const& catalogue, TermFilter filter) {
    std::vector<std::int32_t> terms;
    for (Term const& term : catalogue.terms) {
        if (!filter.months || *filter.months == term.months) {
            terms.push_back(term.months);
        }
    }
    return terms;
}

} // namespace

std::expected<Comparison, Faults>
compare(Catalogue const& catalogue, std::vector<Minutes> const& usage, Vat vat, TermFilter filter) {
    Comparison comparison;
    Scenario scenario{
        .usage = usage, .package_id = {}, .term_months = 1, .pooling = BestPooling{}, .vat = vat};
    auto const append =
        [&](std::optional<std::size_t> package_index) -> std::expected<void, Faults> {
        auto offer = make_offer(catalogue, scenario, package_index);
        if (!offer) {
            return std::unexpected(std::move(offer.error()));
        }
        comparison.offers.push_back(*std::move(offer));
        return {};
    };
    auto const terms = terms_of(catalogue, filter);
    for (std::size_t i = 0; i < catalogue.packages.size(); ++i) {
        scenario.package_id = catalogue.packages[i].id;
        for (std::int32_t const months : terms) {
            scenario.term_months = months;
            if (auto done = append(i); !done) {
                return std::unexpected(std::move(done.error()));
            }
        }
    }
    scenario.package_id = catalogue.on_demand.id;
    if (auto done = append(std::nullopt); !done) {
        return std::unexpected(std::move(done.error()));
    }
    small_sort(comparison.offers, rank_of);
    return comparison;
}

} // namespace kontingent
