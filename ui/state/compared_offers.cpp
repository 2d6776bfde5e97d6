#include "ui/state/compared_offers.hpp"

#include "core/base/small_sort.hpp"

#include <algorithm>
#include <utility>

namespace kontingent::ui {

namespace {

Errors overflow_error() {
    return {Error{.code = ErrorCode::overflow, .pointer = "/usage_minutes", .detail = {}}};
}

std::expected<Money, Overflow> monthly(Money total, std::int32_t months) {
    auto const minor = multiply_divide_half_away(total.minor, 1, months);
    if (!minor) {
        return std::unexpected(minor.error());
    }
    return Money{*minor};
}

std::expected<OfferSummary, Errors> summarize(Catalogue const& catalogue, Forecast const& forecast,
                                              OfferId const& id) {
    Scenario const scenario{.usage = forecast.typical,
                            .package_id = catalogue.offers[id.offer_index].id,
                            .term_months = id.term_months,
                            .pooling = BestPooling{},
                            .vat = Vat::domestic,
                            .work = forecast.work,
                            .extras = forecast.extras};
    auto made = make_quote(catalogue, scenario);
    if (!made) {
        return std::unexpected(std::move(made.error()));
    }
    OfferSummary summary;
    summary.id = id;
    summary.quote = *std::move(made);
    Quote const& quote = summary.quote;
    summary.key = quote.package_id;
    if (catalogue.offers[id.offer_index].is_package()) {
        summary.key += "-" + std::to_string(quote.term_months);
    }
    auto const months = static_cast<std::int32_t>(quote.months.size());
    auto const expired = cost_of_expired(quote);
    auto const net = monthly(quote.net, months);
    auto const gross = monthly(quote.gross, months);
    if (!expired || !net || !gross) {
        return std::unexpected(overflow_error());
    }
    auto const used_base = subtract(quote.fixed, *expired);
    if (!used_base) {
        return std::unexpected(overflow_error());
    }
    summary.used_base = *used_base;
    summary.expired_base = *expired;
    summary.overage = quote.expected;
    summary.monthly_net = *net;
    summary.monthly_gross = *gross;
    summary.pooling_saves = quote.saved_by_pooling;
    summary.months_within = static_cast<std::int32_t>(
        std::count_if(quote.months.begin(), quote.months.end(),
                      [](Month const& month) { return month.overage == Minutes{0}; }));
    return summary;
}

// The offers to show, as indices into ranked_offers: the allowed ones as ranked, then the cheapest
// of each package that has none.
std::vector<std::size_t> shown_offers(Recommendation const& recommendation, TermRows term_rows) {
    auto const& ranked_offers = recommendation.ranked_offers;
    std::vector<std::size_t> shown;
    auto const has_package = [&](std::size_t index) {
        return std::ranges::any_of(shown, [&](std::size_t other) {
            return ranked_offers[other].offer.offer_index == ranked_offers[index].offer.offer_index;
        });
    };
    for (std::size_t const index : recommendation.ranked) {
        if (term_rows == TermRows::all || !has_package(index)) {
            shown.push_back(index);
        }
    }
    std::vector<std::size_t> excluded;
    for (std::size_t index = 0; index < ranked_offers.size(); ++index) {
        if (!ranked_offers[index].exclusions.empty()) {
            excluded.push_back(index);
        }
    }
    small_sort(excluded,
               [&](std::size_t index) { return std::pair{ranked_offers[index].net, index}; });
    for (std::size_t const index : excluded) {
        if (!has_package(index)) {
            shown.push_back(index);
        }
    }
    return shown;
}

} // namespace

std::expected<ComparedOffers, Errors> compare_offers(Catalogue const& catalogue,
                                                     Forecast const& forecast,
                                                     Requirements const& requirements,
                                                     TermRows term_rows, Trials const* trials) {
    auto recommendation = recommend(catalogue, forecast, requirements, trials);
    if (!recommendation) {
        return std::unexpected(overflow_error());
    }
    ComparedOffers compared;
    compared.recommendation = *std::move(recommendation);
    compared.months = static_cast<std::int32_t>(forecast.typical.size());
    for (std::size_t const index : shown_offers(compared.recommendation, term_rows)) {
        RankedOffer const& ranked_offer = compared.recommendation.ranked_offers[index];
        auto summary = summarize(catalogue, forecast, ranked_offer.offer);
        if (!summary) {
            return std::unexpected(summary.error());
        }
        summary->index = index;
        compared.allowed_count += ranked_offer.exclusions.empty() ? 1U : 0U;
        compared.largest_net = std::max(compared.largest_net, ranked_offer.net);
        compared.offers.push_back(*std::move(summary));
    }
    compared.used = compared.offers.front().quote.used;
    return compared;
}

OfferSummary const& requested_offer(ComparedOffers const& compared, std::string_view key) {
    auto const found = std::ranges::find(compared.offers, key, &OfferSummary::key);
    return found == compared.offers.end() ? compared.offers.front() : *found;
}

} // namespace kontingent::ui
