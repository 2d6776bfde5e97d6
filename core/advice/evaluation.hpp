// Everything that `kontingent compare` says about a scenario: every offer's quote, how far it may
// be off, which offers meet the requirements, the recommendation with what would change it, and
// from where to where each offer is cheapest.
#pragma once

#include "core/advice/break_even.hpp"
#include "core/advice/recommendation.hpp"
#include "core/advice/trials.hpp"
#include "core/base/error.hpp"
#include "core/catalogue/catalogue.hpp"
#include "core/pricing/comparison.hpp"
#include "core/pricing/scenario.hpp"

#include <expected>
#include <optional>
#include <string>
#include <vector>

namespace kontingent {

struct Evaluation {
    Comparison comparison; // every offer, allowed or not; of the typical months
    Recommendation recommendation;
    std::vector<OfferRisk> risks;        // as the ranked_offers; empty where nothing is uncertain
    std::optional<BreakEven> break_even; // of the allowed offers; none where there are none
};

// The typical months of a forecast are the scenario's usage.
Forecast forecast_of(Scenario const& scenario);

// The scenario must have passed parse_scenario(). Its package, term and pooling are not used.
std::expected<Evaluation, Errors> evaluate(Catalogue const& catalogue, Scenario const& scenario);

// The offer's index in recommendation.ranked_offers.
std::size_t ranked_offer_of(Evaluation const& evaluation, ComparedOffer const& offer);

std::string evaluation_to_json(Catalogue const& catalogue, Evaluation const& evaluation);

} // namespace kontingent
