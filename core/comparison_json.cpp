#include "core/comparison.hpp"
#include "core/quote_json.hpp"

namespace kontingent {
namespace {

JsonText offer_json(Quote const& quote) {
    return json_object({{"package", json_string(quote.package_id)},
                        {"term_months", json_number(quote.term_months)},
                        {"pooling", json_pairs(quote.pooled_pairs)},
                        {"net", json_number(quote.net.minor)},
                        {"gross", json_number(quote.gross.minor)},
                        {"used_minutes", json_number(quote.used.count)},
                        {"overage_minutes", json_number(quote.overage.count)},
                        {"expired_minutes", json_number(quote.expired.count)},
                        {"effective_hourly_rate", json_rate(quote.effective_hourly_rate)}});
}

std::string_view reason_text(RecommendationReason reason) {
    switch (reason) {
    case RecommendationReason::lowest_net:
        return "lowest_net";
    case RecommendationReason::lowest_expected_net:
        return "lowest_expected_net";
    }
    return {};
}

JsonText recommended_json(Comparison const& comparison) {
    if (comparison.offers.empty()) {
        return json_null();
    }
    Quote const& best = comparison.offers[0].quote;
    return json_object({{"package", json_string(best.package_id)},
                        {"term_months", json_number(best.term_months)},
                        {"reason", json_string(reason_text(comparison.reason))}});
}

// Offers rise by net from a sum that did not overflow, so neither does their difference.
JsonText runner_up_json(Comparison const& comparison) {
    if (comparison.offers.size() < 2) {
        return json_null();
    }
    Quote const& best = comparison.offers[0].quote;
    Quote const& next = comparison.offers[1].quote;
    auto const difference = subtract(next.net, best.net);
    return json_object(
        {{"package", json_string(next.package_id)},
         {"term_months", json_number(next.term_months)},
         {"net_difference", difference ? json_number(difference->minor) : json_null()}});
}

} // namespace

std::string comparison_to_json(Catalogue const& catalogue, Comparison const& comparison) {
    std::vector<JsonText> offers;
    offers.reserve(comparison.offers.size());
    for (Offer const& offer : comparison.offers) {
        offers.push_back(offer_json(offer.quote));
    }
    return json_document({{"catalogue", json_string(catalogue.id)},
                          {"offers", json_array_of_lines(offers, 4)},
                          {"recommended", recommended_json(comparison)},
                          {"runner_up", runner_up_json(comparison)}});
}

} // namespace kontingent
