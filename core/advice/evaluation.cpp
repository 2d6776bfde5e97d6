#include "core/advice/evaluation.hpp"

#include "core/base/small_sort.hpp"

#include <algorithm>
#include <utility>

namespace kontingent {
namespace {

Errors overflow_error() {
    return {Error{.code = ErrorCode::overflow, .pointer = "/usage_minutes", .detail = {}}};
}

// Makes all trials, and the recommendation with them where there are any.
bool advise(Catalogue const& catalogue, Scenario const& scenario, Evaluation& evaluation) {
    Forecast const forecast = forecast_of(scenario);
    std::optional<Trials> trials;
    if (scenario.uncertainty) {
        auto made = Trials::of(catalogue, forecast,
                               scenario.uncertainty->seed.value_or(trial_seed_default));
        if (!made) {
            return false;
        }
        made->run_all();
        evaluation.risks = made->risks();
        trials = *std::move(made);
    }
    auto recommendation =
        recommend(catalogue, forecast, scenario.requirements, trials ? &*trials : nullptr);
    if (!recommendation) {
        return false;
    }
    evaluation.recommendation = *std::move(recommendation);
    return true;
}

} // namespace

Forecast forecast_of(Scenario const& scenario) {
    Forecast forecast{.typical = scenario.usage,
                      .low = scenario.usage,
                      .high = scenario.usage,
                      .resample = {},
                      .work = scenario.work,
                      .extras = scenario.extras,
                      .special_discounts = scenario.special_discounts};
    if (!scenario.uncertainty) {
        return forecast;
    }
    forecast.resample = scenario.uncertainty->past;
    if (forecast.resample.empty()) {
        forecast.low = scenario.uncertainty->low;
        forecast.high = scenario.uncertainty->high;
    }
    return forecast;
}

std::expected<Evaluation, Errors> evaluate(Catalogue const& catalogue, Scenario const& scenario) {
    auto comparison = compare(catalogue, scenario);
    if (!comparison) {
        return std::unexpected(std::move(comparison.error()));
    }
    Evaluation evaluation;
    evaluation.comparison = *std::move(comparison);
    if (!advise(catalogue, scenario, evaluation)) {
        return std::unexpected(overflow_error());
    }
    std::vector<std::size_t> allowed = evaluation.recommendation.ranked;
    if (allowed.empty()) {
        return evaluation;
    }
    small_sort(allowed);
    auto break_even = break_even_of(catalogue, allowed, forecast_of(scenario));
    if (!break_even) {
        return std::unexpected(overflow_error());
    }
    evaluation.break_even = *std::move(break_even);
    return evaluation;
}

std::size_t ranked_offer_of(Evaluation const& evaluation, ComparedOffer const& offer) {
    auto const& ranked_offers = evaluation.recommendation.ranked_offers;
    auto const place = std::ranges::find(ranked_offers, offer.id, &RankedOffer::offer);
    return static_cast<std::size_t>(place - ranked_offers.begin());
}

} // namespace kontingent
