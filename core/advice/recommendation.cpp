#include "core/advice/recommendation.hpp"

#include "core/base/limits.hpp"
#include "core/base/small_sort.hpp"
#include "core/pricing/offer_costs.hpp"

#include <algorithm>
#include <optional>
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

// What offers are compared by, and what decides among equals.
using Measure = std::tuple<Money, std::int32_t, Money, std::size_t>;

// Which of the allowed offers is cheapest for which months: at most one settlement a distinct
// offer.
class Market {
public:
    Market(OfferCosts& costs, Minutes increment, std::vector<std::size_t> allowed)
        : costs_(costs), increment_(increment), allowed_(std::move(allowed)) {}

    // None where no offer has a price for all of the work.
    std::optional<std::size_t> cheapest(std::vector<Minutes> const& months) {
        UsageMonths const usage(months, increment_);
        std::size_t settled = costs_.distinct_count();
        ForecastCost cost;
        std::optional<Measure> least;
        std::optional<std::size_t> winner;
        for (std::size_t const index : allowed_) {
            OfferCosts::Offer const& offer = costs_.offers()[index];
            // What settles alike is next to each other.
            if (offer.distinct != settled) {
                settled = offer.distinct;
                cost = costs_.distinct()[settled].settle(usage);
            }
            if (cost.open > Minutes{0}) {
                continue;
            }
            Money const net = OfferCosts::total_of(offer, cost.expected);
            Measure const measure{Money{net.minor + offer.committed_beyond.minor},
                                  offer.id.term_months, net, index};
            if (!least || measure < *least) {
                least = measure;
                winner = index;
            }
        }
        return winner;
    }

    // The nearest percentage on the way from 100 to `last` at which another offer is cheapest.
    std::optional<TippingPoint> tipping_point(std::vector<Minutes> const& months,
                                              std::int32_t last) {
        auto const at_hundred = cheapest(months);
        std::int32_t const step = last < 100 ? -1 : 1;
        for (std::int32_t percent = 100; at_hundred && percent != last;) {
            percent += step;
            auto const changed = scaled(months, percent);
            auto const winner = cheapest(changed);
            if (winner && offer_index_of(*winner) != offer_index_of(*at_hundred)) {
                return TippingPoint{percent, average_of(changed), *winner};
            }
        }
        return std::nullopt;
    }

private:
    std::size_t offer_index_of(std::size_t offer) const {
        return costs_.offers()[offer].id.offer_index;
    }

    OfferCosts& costs_;
    Minutes increment_;
    std::vector<std::size_t> allowed_;
};

// Fills the ranked_offers; the indices of the allowed ones, rising.
std::vector<std::size_t> fill_ranked_offers(Catalogue const& catalogue, OfferCosts& costs,
                                            std::vector<Minutes> const& typical,
                                            Requirements const& requirements,
                                            std::vector<OfferRisk> const& risks,
                                            std::vector<RankedOffer>& ranked_offers) {
    UsageMonths const usage(typical, catalogue.billing_increment);
    std::vector<ForecastCost> distinct;
    for (OfferCost& cost : costs.distinct()) {
        distinct.push_back(cost.settle(usage));
    }
    std::vector<std::size_t> allowed;
    for (std::size_t index = 0; index < costs.offers().size(); ++index) {
        OfferCosts::Offer const& offer = costs.offers()[index];
        ForecastCost const& cost = distinct[offer.distinct];
        RankedOffer ranked{.offer = offer.id,
                           .exclusions = exclusions_of(catalogue, offer.id, requirements),
                           .net = OfferCosts::total_of(offer, cost.expected),
                           .expected_net = {},
                           .committed_beyond = offer.committed_beyond,
                           .cheapest_chance = {}};
        ranked.expected_net = risks.empty() ? ranked.net : risks[index].mean;
        if (cost.open > Minutes{0} || (!risks.empty() && risks[index].may_be_open)) {
            ranked.exclusions.push_back({.kind = ExclusionKind::open_work});
        }
        for (std::size_t const extra : offer.missing_extras) {
            ranked.exclusions.push_back({.kind = ExclusionKind::extra, .extra = extra});
        }
        if (ranked.exclusions.empty()) {
            allowed.push_back(index);
        }
        ranked_offers.push_back(std::move(ranked));
    }
    return allowed;
}

void take_chances(Trials const& trials, std::span<std::size_t const> allowed,
                  std::vector<RankedOffer>& ranked_offers) {
    auto const chances = trials.cheapest_chances(allowed);
    for (std::size_t i = 0; i < allowed.size(); ++i) {
        ranked_offers[allowed[i]].cheapest_chance = chances[i];
    }
}

// A longer term and the shortest one of the same package.
class TermChoice {
public:
    TermChoice(Catalogue const& catalogue, Forecast const& forecast, OfferId const& offer)
        : extras_(forecast.extras),
          tariff_(tariff_of(catalogue, offer)),
          shortest_(
              tariff_of(catalogue, {offer.offer_index,
                                    catalogue.offers[offer.offer_index].shortest_term_months()})) {
        tariff_.special_discounts = shortest_.special_discounts = forecast.special_discounts;
    }

    std::int32_t shortest_term_months() const { return shortest_.term->months; }

    Money committed() const { return fixed(tariff_, tariff_.term->months); }

    // What is fixed is owed for whole terms; what a discount on extra hours saves comes month by
    // month, only as long as they are needed.
    std::int32_t pays_from_month(std::int64_t saved, std::int32_t month_count) const {
        std::int64_t const saved_on_overage =
            saved - (fixed(shortest_, month_count).minor - fixed(tariff_, month_count).minor);
        std::int64_t const committed_minor = committed().minor;
        std::int32_t const term = tariff_.term->months;
        std::int32_t const shortest = shortest_.term->months;
        std::int32_t months = 1;
        while (months < term) {
            std::int32_t const covered = ((months - 1) / shortest + 1) * shortest;
            // Exact: the share of the saving is compared, not rounded.
            Wide const difference =
                Wide{committed_minor - fixed(shortest_, covered).minor} * month_count;
            if (difference <= Wide{saved_on_overage} * months) {
                break;
            }
            ++months;
        }
        return months;
    }

private:
    __extension__ using Wide = __int128;

    // Bounded by OfferCosts for any forecast of this catalogue.
    Money fixed(Tariff const& tariff, std::int32_t months) const {
        return fixed_sum(tariff, extras_, 1, months).value_or(Money{});
    }

    ChosenExtras const& extras_;
    Tariff tariff_;
    Tariff shortest_;
};

// A package's shortest term is allowed where any of its terms is, and it is the first of them.
std::optional<Commitment> commitment_of(Catalogue const& catalogue, Forecast const& forecast,
                                        std::vector<RankedOffer> const& ranked_offers,
                                        std::size_t index) {
    OfferId const& offer = ranked_offers[index].offer;
    std::int32_t const shortest_months = catalogue.offers[offer.offer_index].shortest_term_months();
    if (offer.term_months == shortest_months) {
        return std::nullopt;
    }
    std::size_t shortest = index;
    while (ranked_offers[shortest].offer.term_months != shortest_months) {
        --shortest;
    }
    Money const saved{ranked_offers[shortest].expected_net.minor -
                      ranked_offers[index].expected_net.minor};
    TermChoice const choice(catalogue, forecast, offer);
    return Commitment{.term_months = offer.term_months,
                      .shortest_term_months = shortest_months,
                      .committed = choice.committed(),
                      .saved = saved,
                      .pays_from_month = choice.pays_from_month(
                          saved.minor, static_cast<std::int32_t>(forecast.typical.size()))};
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
    auto costs =
        OfferCosts::of(catalogue, WorkModel{typical, forecast.work}, forecast.extras,
                       scaled({most}, tipping_percent_max).front(), forecast.special_discounts);
    if (!costs) {
        return std::unexpected(costs.error());
    }
    Recommendation result;
    auto const risks = trials != nullptr ? trials->risks() : std::vector<OfferRisk>{};
    auto const allowed =
        fill_ranked_offers(catalogue, *costs, typical, requirements, risks, result.ranked_offers);
    if (trials != nullptr) {
        result.reason = RecommendationReason::lowest_expected_net;
        take_chances(*trials, allowed, result.ranked_offers);
    }
    if (allowed.empty()) {
        return result;
    }
    result.ranked = allowed;
    small_sort(result.ranked, [&](std::size_t index) {
        RankedOffer const& ranked = result.ranked_offers[index];
        return std::tuple(Money{ranked.expected_net.minor + ranked.committed_beyond.minor},
                          ranked.offer.term_months, ranked.net, index);
    });
    Market market(*costs, catalogue.billing_increment, allowed);
    result.typical_cheapest = market.cheapest(typical);
    result.fewer = market.tipping_point(typical, 0);
    result.more = market.tipping_point(typical, tipping_percent_max);
    std::size_t const recommended = result.ranked.front();
    result.commitment = commitment_of(catalogue, forecast, result.ranked_offers, recommended);
    if (trials == nullptr) {
        result.ranked_offers[recommended].cheapest_chance = BasisPoints{10'000};
    }
    return result;
}

} // namespace kontingent
