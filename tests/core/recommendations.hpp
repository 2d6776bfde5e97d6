// What the tests of recommendations share: forecasts without uncertainty, and results as short
// texts.
#pragma once

#include "core/advice/recommendation.hpp"
#include "core/pricing/scenario.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace kontingent::tests {

inline Forecast certain(std::vector<Minutes> usage) {
    return {.typical = usage, .low = usage, .high = usage, .resample = {}};
}

// The horizon's months alike: a term of 12 months binds nothing beyond them.
inline Forecast a_year_of(std::int64_t minutes) {
    return certain(std::vector(12, Minutes{minutes}));
}

inline Recommendation recommendation(Catalogue const& catalogue, Forecast const& forecast,
                                     Requirements const& requirements = {},
                                     Trials const* trials = nullptr) {
    auto result = recommend(catalogue, forecast, requirements, trials);
    REQUIRE(result);
    return *std::move(result);
}

inline std::string name_of(Catalogue const& catalogue, OfferId const& offer) {
    Offer const& found = catalogue.offers[offer.offer_index];
    return found.is_package() ? found.id + "/" + std::to_string(offer.term_months) : found.id;
}

// "standard/12 88200; standard/1 98000": the expected nets.
inline std::string ranking_of(Catalogue const& catalogue, Recommendation const& made) {
    std::string text;
    for (std::size_t const index : made.ranked) {
        text += text.empty() ? "" : "; ";
        text += name_of(catalogue, made.ranked_offers[index].offer) + " " +
                std::to_string(made.ranked_offers[index].expected_net.minor);
    }
    return text;
}

// "90 % 540 on-demand"
inline std::string text_of(Catalogue const& catalogue, Recommendation const& made,
                           std::optional<TippingPoint> const& turn) {
    return turn ? std::to_string(turn->percent) + " % " + std::to_string(turn->average.count) +
                      " " + name_of(catalogue, made.ranked_offers[turn->offer].offer)
                : "none";
}

inline Requirements term(std::int32_t months) {
    return {.responses = {}, .services = {}, .term_months_max = months};
}

} // namespace kontingent::tests
