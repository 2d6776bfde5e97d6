// The recommendation: which offers meet the requirements and why the others do not, which of the
// rest is expected to cost least, what would change that answer, and what its term binds.
//
// Expected cost is the mean over the trials, so it counts the busy months as often as they come;
// where nothing is uncertain it is the net of the forecast. The two can name different offers: then
// the one of the lower expected cost is recommended, and `typical_cheapest` says which one is
// cheapest if every month turns out just as typical. What would change the answer (TippingPoint) is
// asked of that one, at hours that are taken as certain, so a tipping point may well lead to the
// recommended offer: it holds from so many hours on without any uncertainty.
#pragma once

#include "core/advice/forecast.hpp"
#include "core/advice/trials.hpp"
#include "core/base/units.hpp"
#include "core/catalogue/catalogue.hpp"
#include "core/pricing/offers.hpp"
#include "core/pricing/requirements.hpp"

#include <cstddef>
#include <cstdint>
#include <expected>
#include <optional>
#include <vector>

namespace kontingent {

// What the recommended offer is best by.
enum class RecommendationReason : std::uint8_t { lowest_net, lowest_expected_net };

// `open_work` and `extra` are no requirements: without a price for them nobody knows what the offer
// costs.
enum class ExclusionKind : std::uint8_t { response, service, term, open_work, extra };

// One reason why an offer is not recommended.
struct Exclusion {
    ExclusionKind kind = ExclusionKind::response;
    std::int32_t level = 0;  // response: from 1
    std::size_t service = 0; // service: index into Catalogue::services
    std::size_t extra = 0;   // extra: index into Catalogue::extras
    friend bool operator==(Exclusion const&, Exclusion const&) = default;
};

// As soon as required, and around the clock where that is required. Minutes are compared as they
// stand: of promise and requirement both in business hours, or a promise around the clock.
bool meets(ResponsePromise const& promise, RequiredResponse const& required);

// Empty: the offer meets all requirements. In order: responses by level, services, term. On demand
// has no term, so no term excludes it.
std::vector<Exclusion> exclusions_of(Catalogue const& catalogue, OfferId const& id,
                                     Requirements const& requirements);

// One offer, allowed or not. Amounts are sums of lines over the whole forecast.
struct RankedOffer {
    OfferId offer;
    std::vector<Exclusion> exclusions;
    Money net;                   // of the typical months, with the best pooling
    Money expected_net;          // the mean over the trials; `net` where nothing is uncertain
    Money committed_beyond = {}; // what the term binds after the forecast
    // How likely it is the cheapest of the allowed ones: the share of trials; 0 for an excluded
    // one. Where nothing is uncertain, 10,000 for the recommended one and 0 for all others.
    BasisPoints cheapest_chance;
    friend bool operator==(RankedOffer const&, RankedOffer const&) = default;
};

// What would change the answer: the typical months with all hours times percent / 100, each rounded
// half away from zero and at most month_usage_max. A change is one of package: another term of the
// same package is none (by price it could only be one where a package costs nothing at all).
struct TippingPoint {
    std::int32_t percent = 100;
    Minutes average;       // of a month at that, rounded half away from zero
    std::size_t offer = 0; // index into ranked_offers: the cheapest then
    friend bool operator==(TippingPoint const&, TippingPoint const&) = default;
};

inline constexpr std::int32_t tipping_percent_max = 300;

// What a longer term than the shortest allowed one costs in flexibility.
struct Commitment {
    std::int32_t term_months = 1;
    std::int32_t shortest_term_months = 1;
    Money committed; // what is fixed in the term: owed whatever happens
    Money saved;     // expected, over the forecast, against the same package with the shortest term
    // From how many months on that the package is needed, with extra hours as the forecast expects,
    // the term costs no more than as many whole shortest terms as cover them: 11 at 10 % off a
    // year's base, against terms of a month; sooner where extra hours are discounted, too. Who
    // needs the package for fewer months pays less with the shortest term. 1 to term_months.
    std::int32_t pays_from_month = 1;
    friend bool operator==(Commitment const&, Commitment const&) = default;
};

struct Recommendation {
    std::vector<RankedOffer> ranked_offers; // in the order of offers_of()
    // The allowed ones as indices into ranked_offers, rising by expected net and what is committed
    // beyond the forecast; among equals the one that binds for the shortest time, then by net, then
    // order.
    // The first is recommended, the second the runner-up; none where the requirements leave
    // nothing.
    std::vector<std::size_t> ranked;
    RecommendationReason reason = RecommendationReason::lowest_net;
    // The allowed one with the lowest net of the typical months and what is committed beyond them;
    // among equals as in `ranked`.
    // Without uncertainty it is the recommended one. None where nothing is allowed.
    std::optional<std::size_t> typical_cheapest;
    // The nearest percentages below (99 to 0) and above (101 to tipping_percent_max) at which
    // another package than that of typical_cheapest is the cheapest of the allowed ones by net;
    // none where it stays.
    std::optional<TippingPoint> fewer;
    std::optional<TippingPoint> more;
    std::optional<Commitment> commitment; // of the recommended one; none on demand and where its
                                          // term is the shortest allowed
};

// `trials`: done, and of the same catalogue and forecast; null where nothing is uncertain, or is
// not known yet. The forecast has 1 to forecast_months_max months of at most month_usage_max.
// Overflow as in OfferCost::of().
// Not inlined: a function that others were put into takes a browser longer to compile.
[[gnu::noinline]] std::expected<Recommendation, Overflow>
recommend(Catalogue const& catalogue, Forecast const& forecast, Requirements const& requirements,
          Trials const* trials);

} // namespace kontingent
