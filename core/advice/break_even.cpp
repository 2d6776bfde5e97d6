#include "core/advice/break_even.hpp"

#include "core/base/limits.hpp"
#include "core/pricing/offer_costs.hpp"

#include <algorithm>

namespace kontingent {
namespace {

using Curve = std::vector<Money>;

Curve curve_of(OfferCost const& cost, std::size_t month_count, std::int32_t increments_max) {
    Curve curve;
    for (Increments month; month.count <= increments_max; ++month.count) {
        curve.push_back(cost.settle(std::vector(month_count, month)).net);
    }
    return curve;
}

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
void find_cheapest(BreakEven& result) {
    Curve least = result.curves[0];
    for (std::size_t i = 0; i < least.size(); ++i) {
        std::size_t winner = 0;
        for (std::size_t k = 1; k < result.curves.size(); ++k) {
            if (result.curves[k][i] < least[i]) {
                least[i] = result.curves[k][i];
                winner = k;
            }
        }
        std::size_t const offer = result.offers[winner];
        Minutes const at{static_cast<std::int64_t>(i) * result.increment.count};
        if (i == 0 || result.cheapest.back().offer != offer) {
            result.cheapest.push_back({at, at, offer});
        }
        result.cheapest.back().to = at;
    }
    append_cliffs(result.cheapest_cliffs, least, result.increment, 0);
    auto interval = result.cheapest.begin();
    for (Cliff& cliff : result.cheapest_cliffs) {
        while (interval->to < cliff.at) {
            ++interval;
        }
        cliff.offer = interval->offer;
    }
}

} // namespace

Minutes usage_scale_end(Catalogue const& catalogue) {
    constexpr std::int64_t ten_hours = 600;
    std::int64_t largest = ten_hours;
    for (Offer const& offer : catalogue.offers) {
        largest = std::max(largest, offer.allowance.included.count);
    }
    std::int64_t const twice = (2 * largest + ten_hours - 1) / ten_hours * ten_hours;
    return Minutes{std::min(twice, month_usage_max.count)};
}

std::expected<BreakEven, Overflow> break_even_of(Catalogue const& catalogue,
                                                 std::span<std::size_t const> allowed) {
    Minutes const end = usage_scale_end(catalogue);
    auto const costs = OfferCosts::of(catalogue, end);
    if (!costs) {
        return std::unexpected(costs.error());
    }
    BreakEven result;
    result.increment = catalogue.billing_increment;
    result.offers.assign(allowed.begin(), allowed.end());
    auto const month_count = static_cast<std::size_t>(catalogue.horizon_months);
    auto const increments_max = static_cast<std::int32_t>(end.count / result.increment.count);
    std::vector<Curve> distinct_curves(costs->distinct().size());
    for (std::size_t const index : allowed) {
        OfferCosts::Offer const& offer = costs->offers()[index];
        Curve& distinct_curve = distinct_curves[offer.distinct];
        if (distinct_curve.empty()) {
            distinct_curve =
                curve_of(costs->distinct()[offer.distinct], month_count, increments_max);
        }
        Curve& curve = result.curves.emplace_back(distinct_curve);
        for (Money& net : curve) {
            net = OfferCosts::net_of(offer, net, month_count);
        }
        append_cliffs(result.cliffs, curve, result.increment, index);
    }
    find_cheapest(result);
    return result;
}

} // namespace kontingent
