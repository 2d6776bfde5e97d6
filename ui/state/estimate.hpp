// The answer with what explains it: the offers one by one and core's recommendation among them.
// Computed once when the needs change, then only drawn. Every figure comes from core.
#pragma once

#include "core/advice/forecast.hpp"
#include "core/advice/recommendation.hpp"
#include "core/advice/trials.hpp"
#include "core/catalogue/catalogue.hpp"
#include "core/pricing/offers.hpp"
#include "core/pricing/quote.hpp"
#include "ui/state/state.hpp"

#include <cstdint>
#include <expected>
#include <string>
#include <vector>

namespace kontingent::ui {

struct OfferSummary {
    OfferId id;
    Quote quote;
    std::string key;       // "standard-12", "on-demand"
    std::size_t index = 0; // of Estimate::recommendation's ranked_offers
    Money used_base;       // base less what expires
    Money expired_base;
    Money overage;
    Money monthly_net; // the total over the forecast's months, rounded once
    Money monthly_gross;
    Money pooling_saves;            // against the same offer without pooling
    std::int32_t months_within = 0; // months without hours beyond the package
};

struct Estimate {
    Recommendation recommendation;
    // Those that meet the requirements in the recommendation's order, then the others by net: of
    // each package its best term, or every allowed one. Never empty.
    std::vector<OfferSummary> offers;
    std::size_t allowed_count = 0; // of `offers`; 0: nothing is recommended
    std::int32_t months = 0;
    Minutes used;
    Money largest_net;

    RankedOffer const& standing(OfferSummary const& explained) const {
        return recommendation.ranked_offers[explained.index];
    }
};

// `trials` as in recommend().
std::expected<Estimate, Errors> estimate(Catalogue const& catalogue, Forecast const& forecast,
                                         Requirements const& requirements, TermRows term_rows,
                                         Trials const* trials);

} // namespace kontingent::ui
