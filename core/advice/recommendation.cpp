#include "core/advice/recommendation.hpp"

#include "core/base/limits.hpp"
#include "core/base/small_sort.hpp"
#include "core/pricing/offer_costs.hpp"

#include <algorithm>
#include <span>
#include <tuple>
#include <utility>

namespace kontingent {
namespace {

std::vector<Minutes> scaled(std::vector<Minutes> const& months, std::int32_t percent) {
    std::vector<Minutes> result;
    result.reserve(months.size());
    for (Minutes const month : months) {
        result.push_back(
            Minutes{std::min(divide_half_up(month.count * percent, 100), month_usage_max.count)});
    }
    return result;
}

// Which of the allowed offers is cheapest for which months: at most one settlement a distinct
// offer.
class Market {
public:
    Market(OfferCosts const& costs, Minutes increment, std::vector<std::size_t> allowed)
        : costs_(costs), increment_(increment), allowed_(std::move(allowed)) {}

    // Among equals the first. At least one offer is allowed.
    std::size_t cheapest(std::vector<Minutes> const& months) const {
        std::vector<Increments> usage;
        usage.reserve(months.size());
        for (Minutes const month : months) {
            usage.push_back(increments_of(month, increment_));
        }
        std::size_t winner = allowed_.front();
        std::size_t settled = costs_.distinct().size();
        Money distinct_net;
        Money least;
        for (std::size_t const index : allowed_) {
            OfferCosts::Offer const& offer = costs_.offers()[index];
            // What settles alike stands side by side.
            if (offer.distinct != settled) {
                settled = offer.distinct;
                distinct_net = costs_.distinct()[settled].settle(usage).net;
            }
            Money const net = OfferCosts::net_of(offer, distinct_net, usage.size());
            if (index == allowed_.front() || net < least) {
                least = net;
                winner = index;
            }
        }
        return winner;
    }

    // The nearest turn on the way from 100 per cent to `last`.
    std::optional<TippingPoint> turn(std::vector<Minutes> const& months, std::int32_t last) const {
        std::size_t const package = offer_index_of(cheapest(months));
        std::int32_t const step = last < 100 ? -1 : 1;
        for (std::int32_t percent = 100; percent != last;) {
            percent += step;
            auto const changed = scaled(months, percent);
            std::size_t const winner = cheapest(changed);
            if (offer_index_of(winner) != package) {
                return TippingPoint{percent, average_of(changed), winner};
            }
        }
        return std::nullopt;
    }

private:
    std::size_t offer_index_of(std::size_t offer) const {
        return costs_.offers()[offer].id.offer_index;
    }

    OfferCosts const& costs_;
    Minutes increment_;
    std::vector<std::size_t> allowed_;
};

// Fills the ranked_offers; the indices of the allowed ones, rising.
std::vector<std::size_t> fill_standings(Catalogue const& catalogue, OfferCosts const& costs,
                                        std::vector<Minutes> const& typical,
                                        Requirements const& requirements,
                                        std::vector<RankedOffer>& ranked_offers) {
    std::vector<Money> distinct_nets;
    for (OfferCost const& cost : costs.distinct()) {
        distinct_nets.push_back(cost.settle(typical).net);
    }
    std::vector<std::size_t> allowed;
    for (OfferCosts::Offer const& offer : costs.offers()) {
        RankedOffer standing{
            .offer = offer.id,
            .exclusions = exclusions_of(catalogue, offer.id, requirements),
            .net = OfferCosts::net_of(offer, distinct_nets[offer.distinct], typical.size()),
            .expected_net = {},
            .cheapest_chance = {}};
        standing.expected_net = standing.net;
        if (standing.exclusions.empty()) {
            allowed.push_back(ranked_offers.size());
        }
        ranked_offers.push_back(std::move(standing));
    }
    return allowed;
}

void take_trials(Trials const& trials, std::span<std::size_t const> allowed,
                 std::vector<RankedOffer>& ranked_offers) {
    auto const risks = trials.risks();
    for (std::size_t i = 0; i < ranked_offers.size(); ++i) {
        ranked_offers[i].expected_net = risks[i].mean;
    }
    auto const chances = trials.cheapest_chances(allowed);
    for (std::size_t i = 0; i < allowed.size(); ++i) {
        ranked_offers[allowed[i]].cheapest_chance = chances[i];
    }
}

// A longer term and the shortest one of the same package, month by month.
struct TermChoice {
    std::int32_t term_months;
    std::int32_t shortest_term_months;
    std::int64_t base;          // minor units a month, discounted
    std::int64_t shortest_base; // the same with the shortest term
    std::int64_t saved;         // over the forecast, expected
    std::int64_t month_count;   // of the forecast

    // The base is owed for whole terms; what a discount on extra hours saves comes month by month,
    // only as long as they are needed. At most 60 times 120 prices: no valid catalogue brings that
    // near 64 bits.
    std::int32_t pays_from_month() const {
        std::int64_t const saved_on_overage = saved - month_count * (shortest_base - base);
        std::int32_t months = 1;
        while (months < term_months) {
            std::int64_t const terms = (months - 1) / shortest_term_months + 1;
            std::int64_t const shortest = shortest_base * terms * shortest_term_months;
            if (base * term_months * month_count <=
                shortest * month_count + saved_on_overage * months) {
                break;
            }
            ++months;
        }
        return months;
    }
};

// A package's shortest term is allowed where any of its terms is, and it is the first of them.
std::optional<Commitment> commitment_of(Catalogue const& catalogue, OfferCosts const& costs,
                                        std::vector<RankedOffer> const& ranked_offers,
                                        std::size_t index, std::size_t month_count) {
    OfferId const& offer = ranked_offers[index].offer;
    std::int32_t const shortest_months = catalogue.offers[offer.offer_index].shortest_term_months();
    if (offer.term_months == shortest_months) {
        return std::nullopt;
    }
    std::size_t shortest = index;
    while (ranked_offers[shortest].offer.term_months != shortest_months) {
        --shortest;
    }
    auto const monthly = [&costs](std::size_t i) {
        OfferCosts::Offer const& priced = costs.offers()[i];
        return costs.distinct()[priced.distinct].monthly_base().minor +
               priced.monthly_difference.minor;
    };
    TermChoice const choice{.term_months = offer.term_months,
                            .shortest_term_months = shortest_months,
                            .base = monthly(index),
                            .shortest_base = monthly(shortest),
                            .saved = ranked_offers[shortest].expected_net.minor -
                                     ranked_offers[index].expected_net.minor,
                            .month_count = static_cast<std::int64_t>(month_count)};
    return Commitment{.term_months = choice.term_months,
                      .shortest_term_months = choice.shortest_term_months,
                      .committed = Money{choice.base * choice.term_months},
                      .saved = Money{choice.saved},
                      .pays_from_month = choice.pays_from_month()};
}

} // namespace

bool meets(ResponsePromise const& promise, RequiredResponse const& required) {
    return promise.within <= required.within &&
           (required.hours == SupportHours::business || promise.hours == SupportHours::always);
}

std::vector<Exclusion> exclusions_of(Catalogue const& catalogue, OfferId const& id,
                                     Requirements const& requirements) {
    Offer const& offer = catalogue.offers[id.offer_index];
    std::vector<Exclusion> exclusions;
    for (RequiredResponse const& required : requirements.responses) {
        ResponsePromise const* promise = offer.promise_for(required.level);
        if (promise == nullptr || !meets(*promise, required)) {
            exclusions.push_back({.kind = ExclusionKind::response, .level = required.level});
        }
    }
    for (std::size_t const service : requirements.services) {
        if (std::ranges::find(offer.services, service) == offer.services.end()) {
            exclusions.push_back({.kind = ExclusionKind::service, .service = service});
        }
    }
    if (offer.is_package() && requirements.term_months_max &&
        id.term_months > *requirements.term_months_max) {
        exclusions.push_back({.kind = ExclusionKind::term});
    }
    return exclusions;
}

std::expected<Recommendation, Overflow> recommend(Catalogue const& catalogue,
                                                  Forecast const& forecast,
                                                  Requirements const& requirements,
                                                  Trials const* trials) {
    auto const& typical = forecast.typical;
    Minutes const most = *std::ranges::max_element(typical);
    auto const costs = OfferCosts::of(catalogue, scaled({most}, tipping_percent_max).front());
    if (!costs) {
        return std::unexpected(costs.error());
    }
    Recommendation result;
    auto const allowed =
        fill_standings(catalogue, *costs, typical, requirements, result.ranked_offers);
    if (trials != nullptr) {
        result.reason = RecommendationReason::lowest_expected_net;
        take_trials(*trials, allowed, result.ranked_offers);
    }
    if (allowed.empty()) {
        return result;
    }
    result.ranked = allowed;
    small_sort(result.ranked, [&](std::size_t index) {
        RankedOffer const& standing = result.ranked_offers[index];
        return std::tuple(standing.expected_net, standing.net, index);
    });
    Market const market(*costs, catalogue.billing_increment, allowed);
    result.typical_cheapest = market.cheapest(typical);
    result.fewer = market.turn(typical, 0);
    result.more = market.turn(typical, tipping_percent_max);
    std::size_t const recommended = result.ranked.front();
    result.commitment =
        commitment_of(catalogue, *costs, result.ranked_offers, recommended, typical.size());
    if (trials == nullptr) {
        result.ranked_offers[recommended].cheapest_chance = BasisPoints{10'000};
    }
    return result;
}

} // namespace kontingent
