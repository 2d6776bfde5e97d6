#include "core/pricing/offer_cost.hpp"
#include "core/pricing/offer_costs.hpp"
#include "core/pricing/offers.hpp"
#include "core/pricing/quote.hpp"
#include "tests/core/offers.hpp"
#include "tests/core/random_offers.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

using namespace kontingent;
using namespace kontingent::tests;

namespace {

Quote quote_of(Catalogue const& catalogue, OfferId const& offer,
               std::vector<Minutes> const& usage) {
    Scenario scenario = scenario_for(catalogue.offers[offer.offer_index].id, usage);
    scenario.term_months = offer.term_months;
    scenario.pooling = BestPooling{};
    auto const quote = make_quote(catalogue, scenario);
    REQUIRE(quote);
    return *quote;
}

OfferCost cost_of(Catalogue const& catalogue, OfferId const& offer, Minutes usage_max) {
    auto cost = OfferCost::of(tariff_of(catalogue, offer), catalogue.billing_increment, usage_max);
    REQUIRE(cost);
    return *std::move(cost);
}

} // namespace

TEST_CASE("offers stand in the order that decides among equals") {
    Catalogue catalogue = small_catalogue();
    catalogue.offers.insert(catalogue.offers.begin() + 1, catalogue.offers[0]);
    CHECK(offers_of(catalogue) == std::vector<OfferId>{{0, 1}, {0, 12}, {1, 1}, {1, 12}, {2, 1}});
}

TEST_CASE("an offer's cost is its quote's, to the cent and the minute") {
    constexpr std::uint64_t seed = 31'000'007;
    MESSAGE("seed ", seed);
    Random random(seed);
    int pooled_count = 0;
    constexpr int round_count = 1'000;
    for (int round = 0; round < round_count; ++round) {
        CAPTURE(round);
        Catalogue const catalogue = random_catalogue(random);
        auto const usage = random_usage(random, static_cast<std::size_t>(random.between(1, 30)));
        Minutes const usage_max = *std::ranges::max_element(usage);
        for (OfferId const& offer : offers_of(catalogue)) {
            Quote const quote = quote_of(catalogue, offer, usage);
            Settlement const settlement = cost_of(catalogue, offer, usage_max).settle(usage);
            REQUIRE(settlement == Settlement{quote.net, quote.overage, quote.expired});
            pooled_count += quote.pooled_pairs.empty() ? 0 : 1;
        }
    }
    CHECK(pooled_count > round_count);
}

TEST_CASE("the longest forecast, ties and all, costs what its quote says") {
    constexpr std::uint64_t seed = 31'000'008;
    MESSAGE("seed ", seed);
    Random random(seed);
    for (int round = 0; round < 60; ++round) {
        CAPTURE(round);
        Catalogue catalogue = small_catalogue();
        catalogue.offers[0].overage = flat(6'000);
        catalogue.offers[0].allowance.pooling_pairs_per_term_max =
            static_cast<std::int32_t>(random.between(1, 7));
        std::vector<Minutes> usage(forecast_months_max);
        for (Minutes& month : usage) {
            month.count = random.between(1, 3) * 300;
        }
        Quote const quote = quote_of(catalogue, {0, 12}, usage);
        CHECK(cost_of(catalogue, {0, 12}, Minutes{900}).settle(usage) ==
              Settlement{quote.net, quote.overage, quote.expired});
    }
}

TEST_CASE("offers that differ by their base alone are settled once") {
    Catalogue catalogue = small_catalogue();
    auto const costs = OfferCosts::of(catalogue, Minutes{1'200});
    REQUIRE(costs);
    CHECK(costs->distinct().size() == 2);
    CHECK(costs->offers()[1].distinct == 0);
    CHECK(costs->offers()[1].monthly_difference == Money{-9'800});
    CHECK(costs->offers()[2].distinct == 1);
    CHECK(costs->offers()[2].monthly_difference == Money{0});
    catalogue.term_discount_applies_to = DiscountScope{.overage = true};
    CHECK(OfferCosts::of(catalogue, Minutes{1'200})->distinct().size() == 3);
}

TEST_CASE("all offers settled together are each as alone") {
    constexpr std::uint64_t seed = 31'000'009;
    MESSAGE("seed ", seed);
    Random random(seed);
    for (int round = 0; round < 300; ++round) {
        CAPTURE(round);
        Catalogue const catalogue = random_catalogue(random);
        auto const usage = random_usage(random, static_cast<std::size_t>(random.between(1, 14)));
        auto const costs = OfferCosts::of(catalogue, Minutes{1'500});
        REQUIRE(costs);
        for (OfferCosts::Offer const& offer : costs->offers()) {
            Settlement settlement = costs->distinct()[offer.distinct].settle(usage);
            settlement.net = OfferCosts::net_of(offer, settlement.net, usage.size());
            CHECK(settlement == cost_of(catalogue, offer.id, Minutes{1'500}).settle(usage));
        }
    }
}

TEST_CASE("a cost that could leave 64 bits is an overflow, the dearest valid one is none") {
    struct Row {
        char const* name;
        std::int64_t block_price_minor;
        bool is_valid;
    };

    Row const rows[] = {
        {"as dear as a catalogue may be", 100'000'000'000, true},
        {"too dear for 120 months of 60,000 minutes", 700'000'000'000, false},
    };
    for (Row const& row : rows) {
        CAPTURE(row.name);
        Catalogue catalogue = small_catalogue();
        Offer& package = catalogue.offers[0];
        catalogue.billing_increment = Minutes{60};
        package.allowance.included = Minutes{30'000};
        package.overage = in_blocks(1, row.block_price_minor);
        auto const cost = OfferCost::of(tariff_of(catalogue, {0, 1}), catalogue.billing_increment,
                                        month_usage_max);
        REQUIRE(cost.has_value() == row.is_valid);
        if (!cost) {
            continue;
        }
        std::vector<Minutes> usage(forecast_months_max, month_usage_max);
        for (std::size_t i = 0; i < usage.size(); i += 2) {
            usage[i] = Minutes{0};
        }
        Quote const quote = quote_of(catalogue, {0, 1}, usage);
        CHECK(cost->settle(usage) == Settlement{quote.net, quote.overage, quote.expired});
        CHECK(quote.pooled_pairs.size() == 20);
    }
}
