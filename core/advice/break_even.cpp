#include "core/advice/break_even.hpp"

#include "core/base/limits.hpp"
#include "core/pricing/offer_costs.hpp"

#include <algorithm>
#include <limits>
#include <tuple>

namespace kontingent {
namespace {

using Curve = std::vector<Money>;

// What an offer costs at each usage, from 0 increments on, and where work has no price.
struct Costs {
    Curve expected;
    std::vector<bool> is_open;
};

Costs costs_of(OfferCost& cost, std::size_t month_count, Minutes increment, std::int64_t steps) {
    Costs costs;
    for (std::int64_t step = 0; step <= steps; ++step) {
        std::vector<Minutes> const months(month_count, Minutes{step * increment.count});
        ForecastCost const at = cost.settle(UsageMonths(months, increment));
        costs.expected.push_back(at.expected);
        costs.is_open.push_back(at.open > Minutes{0});
    }
    return costs;
}

// An offer's curve with what decides among offers.
struct Candidate {
    std::size_t offer = 0;
    std::int32_t term_months = 1;
    Money committed_beyond;
    std::vector<bool> const* is_open = nullptr;
};

void append_cliffs(std::vector<Cliff>& cliffs, Curve const& curve, Minutes increment,
                   std::size_t offer) {
    for (std::size_t i = 1; i < curve.size(); ++i) {
        if (curve[i] < curve[i - 1]) {
            cliffs.push_back({offer, Minutes{static_cast<std::int64_t>(i) * increment.count},
                              Money{curve[i - 1].minor - curve[i].minor}});
        }
    }
}

// Fills `cheapest` and `cheapest_cliffs` from the curves.
void find_cheapest(BreakEven& result, std::vector<Candidate> const& candidates) {
    constexpr std::size_t none = std::numeric_limits<std::size_t>::max();
    std::size_t before = none;
    Money before_net;
    for (std::size_t i = 0; i < result.curves[0].size(); ++i) {
        std::size_t winner = none;
        std::tuple<Money, std::int32_t> least;
        for (std::size_t k = 0; k < candidates.size(); ++k) {
            Candidate const& candidate = candidates[k];
            std::tuple const measure{
                Money{result.curves[k][i].minor + candidate.committed_beyond.minor},
                candidate.term_months};
            if (!(*candidate.is_open)[i] && (winner == none || measure < least)) {
                winner = k;
                least = measure;
            }
        }
        if (winner == none) {
            before = none;
            continue;
        }
        Minutes const at{static_cast<std::int64_t>(i) * result.increment.count};
        std::size_t const offer = candidates[winner].offer;
        Money const net = result.curves[winner][i];
        if (before != none && net < before_net) {
            result.cheapest_cliffs.push_back({offer, at, Money{before_net.minor - net.minor}});
        }
        if (before != winner) {
            result.cheapest.push_back({at, at, offer});
        }
        result.cheapest.back().to = at;
        before = winner;
        before_net = net;
    }
}

// The average month of the forecast, or of nothing in particular.
WorkModel model_of(Forecast const& forecast, std::size_t month_count) {
    WorkModel model;
    Minutes total;
    for (Minutes const month : forecast.typical) {
        total.count += month.count;
    }
    model.usage.assign(month_count, total);
    model.details = average_of(forecast.work, forecast.typical);
    for (KindMonths& kind : model.details.kinds) {
        kind.months.resize(month_count, kind.months.front());
    }
    return model;
}

} // namespace

Minutes usage_scale_end(Catalogue const& catalogue) {
    std::int64_t const ten_hours = 10 * catalogue.hour();
    std::int64_t largest = ten_hours;
    for (Offer const& offer : catalogue.offers) {
        Allowance const& allowance = offer.allowance;
        largest = std::max(largest, allowance.included.count / allowance.period_months);
    }
    std::int64_t const twice = (2 * largest + ten_hours - 1) / ten_hours * ten_hours;
    return Minutes{std::min(twice, month_usage_max.count)};
}

std::expected<BreakEven, Overflow> break_even_of(Catalogue const& catalogue,
                                                 std::span<std::size_t const> allowed,
                                                 Forecast const& forecast) {
    Minutes const end = usage_scale_end(catalogue);
    auto const month_count = static_cast<std::size_t>(catalogue.horizon_months);
    auto costs = OfferCosts::of(catalogue, model_of(forecast, month_count), forecast.extras, end,
                                forecast.special_discounts);
    if (!costs) {
        return std::unexpected(costs.error());
    }
    BreakEven result;
    result.increment = catalogue.billing_increment;
    result.offers.assign(allowed.begin(), allowed.end());
    std::vector<Costs> distinct(costs->distinct_count());
    std::vector<Candidate> candidates;
    for (std::size_t const index : allowed) {
        OfferCosts::Offer const& offer = costs->offers()[index];
        Costs& shared = distinct[offer.distinct];
        if (shared.expected.empty()) {
            shared = costs_of(costs->distinct()[offer.distinct], month_count, result.increment,
                              end.count / result.increment.count);
        }
        Curve& curve = result.curves.emplace_back(shared.expected);
        for (Money& net : curve) {
            net = OfferCosts::total_of(offer, net);
        }
        append_cliffs(result.cliffs, curve, result.increment, index);
        candidates.push_back({.offer = index,
                              .term_months = offer.id.term_months,
                              .committed_beyond = offer.committed_beyond,
                              .is_open = &shared.is_open});
    }
    find_cheapest(result, candidates);
    return result;
}

} // namespace kontingent
