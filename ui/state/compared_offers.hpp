// All offers for the visitor's hours: core's recommendation and a summary of each offer that is
// shown. Computed when the needs change; screens only draw it. Every figure comes from core.
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
#include <string_view>
#include <vector>

namespace kontingent::ui {

struct OfferSummary {
    OfferId id;
    Quote quote;
    std::string key;       // "standard-12", "on-demand"
    std::size_t index = 0; // of ComparedOffers::recommendation's ranked_offers
    Money used_base;       // the base price without the share of expired hours
    Money expired_base;
    Money overage;
    Money monthly_net; // the total over the forecast's months, rounded once
    Money monthly_gross;
    Money pooling_saves;            // against the same offer without pooling
    std::int32_t months_within = 0; // months without overage
};

struct ComparedOffers {
    Recommendation recommendation;
    // First those that meet the requirements, as ranked, then the others by net. With
    // TermRows::best each package appears once, with its best term. Never empty.
    std::vector<OfferSummary> offers;
    std::size_t allowed_count = 0; // of `offers`; 0: no offer meets the requirements
    std::int32_t months = 0;
    Minutes used;
    Money largest_net;

    RankedOffer const& ranked_offer(OfferSummary const& summary) const {
        return recommendation.ranked_offers[summary.index];
    }
};

// `trials` as in recommend(). Fails where a sum overflows.
std::expected<ComparedOffers, Errors> compare_offers(Catalogue const& catalogue,
                                                     Forecast const& forecast,
                                                     Requirements const& requirements,
                                                     TermRows term_rows, Trials const* trials);

// What a request for a package is about: the offer with this key while it is among the shown ones,
// else the first one.
OfferSummary const& requested_offer(ComparedOffers const& compared, std::string_view key);

} // namespace kontingent::ui
