#include "core/pricing/offer_cost.hpp"
#include "core/pricing/offer_costs.hpp"
#include "core/pricing/offers.hpp"
#include "core/pricing/quote.hpp"
#include "tests/core/offers.hpp"
#include "tests/core/random_discounts.hpp"
#include "tests/core/random_offers.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

using namespace kontingent;
using namespace kontingent::tests;

namespace {

Quote quote_of(Catalogue const& catalogue, OfferId const& offer, Scenario scenario) {
    scenario.package_id = catalogue.offers[offer.offer_index].id;
    scenario.term_months = offer.term_months;
    scenario.pooling = BestPooling{};
    auto const quote = make_quote(catalogue, scenario);
    REQUIRE(quote);
    return *quote;
}

Quote quote_of(Catalogue const& catalogue, OfferId const& offer,
               std::vector<Minutes> const& usage) {
    return quote_of(catalogue, offer, scenario_for("", usage));
}

OfferCost cost_of(Catalogue const& catalogue, OfferId const& offer, WorkModel const& model,
                  Minutes usage_max) {
    auto cost = OfferCost::of(tariff_of(catalogue, offer), model, usage_max);
    REQUIRE(cost);
    return *std::move(cost);
}

OfferCost cost_of(Catalogue const& catalogue, OfferId const& offer, Minutes usage_max) {
    return cost_of(catalogue, offer, WorkModel{{}, {}}, usage_max);
}

UsageMonths usage_of(Catalogue const& catalogue, std::vector<Minutes> const& usage) {
    return {usage, catalogue.billing_increment};
}

ForecastCost cost_of(Quote const& quote) {
    return {quote.expected, quote.overage, quote.expired, quote.open};
}

Minutes most_of(std::vector<Minutes> const& usage) {
    return *std::ranges::max_element(usage);
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
        for (OfferId const& offer : offers_of(catalogue)) {
            Quote const quote = quote_of(catalogue, offer, usage);
            REQUIRE(cost_of(catalogue, offer, most_of(usage)).settle(usage_of(catalogue, usage)) ==
                    cost_of(quote));
            pooled_count += quote.pooled_pairs.empty() ? 0 : 1;
        }
    }
    CHECK(pooled_count > round_count);
}

TEST_CASE("an offer's cost is its quote's under any rule") {
    constexpr std::uint64_t seed = 31'000'010;
    MESSAGE("seed ", seed);
    Random random(seed);
    int open_count = 0;
    for (int round = 0; round < 1'000; ++round) {
        CAPTURE(round);
        Catalogue const catalogue = random_rules(random);
        Scenario const scenario =
            random_scenario(random, catalogue, static_cast<std::size_t>(random.between(1, 30)));
        WorkModel const model{scenario.usage, scenario.work};
        for (OfferId const& offer : offers_of(catalogue)) {
            OfferCost cost = cost_of(catalogue, offer, model, most_of(scenario.usage));
            ForecastCost const expected = cost_of(quote_of(catalogue, offer, scenario));
            REQUIRE(cost.settle(usage_of(catalogue, scenario.usage)) == expected);
            // Nothing of the first settlement is left in the second.
            REQUIRE(cost.settle(usage_of(catalogue, scenario.usage)) == expected);
            open_count += expected.open > Minutes{0} ? 1 : 0;
        }
    }
    CHECK(open_count > 100);
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
        CHECK(cost_of(catalogue, {0, 12}, Minutes{900}).settle(usage_of(catalogue, usage)) ==
              cost_of(quote));
    }
}

TEST_CASE("offers that differ by their base alone are settled once") {
    Catalogue catalogue = small_catalogue();
    WorkModel const model{std::vector<Minutes>(3), {}};
    auto const costs = OfferCosts::of(catalogue, model, {}, Minutes{1'200});
    REQUIRE(costs);
    CHECK(costs->distinct_count() == 2);
    auto const offers = costs->offers();
    CHECK(offers[1].distinct == 0);
    CHECK(offers[0].fixed == Money{3 * 98'000});
    CHECK(offers[0].committed_beyond == Money{0});
    CHECK(offers[1].fixed == Money{3 * 88'200});
    CHECK(offers[1].committed_beyond == Money{9 * 88'200});
    CHECK(offers[2].distinct == 1);
    CHECK(offers[2].fixed == Money{0});
    catalogue.term_discount_applies_to = DiscountScope{.overage = true};
    CHECK(OfferCosts::of(catalogue, model, {}, Minutes{1'200})->distinct_count() == 3);
}

TEST_CASE("all offers settled together are each what its quote says") {
    constexpr std::uint64_t seed = 31'000'009;
    MESSAGE("seed ", seed);
    Random random(seed);
    for (int round = 0; round < 300; ++round) {
        CAPTURE(round);
        Catalogue const catalogue = random_rules(random);
        Scenario scenario =
            random_scenario(random, catalogue, static_cast<std::size_t>(random.between(1, 14)));
        scenario.special_discounts = random_discounts(random, 3);
        auto costs = OfferCosts::of(catalogue, {scenario.usage, scenario.work}, scenario.extras,
                                    most_of(scenario.usage), scenario.special_discounts);
        REQUIRE(costs);
        for (OfferCosts::Offer const& offer : costs->offers()) {
            ForecastCost const cost =
                costs->distinct()[offer.distinct].settle(usage_of(catalogue, scenario.usage));
            Quote const quote = quote_of(catalogue, offer.id, scenario);
            REQUIRE(cost == cost_of(quote));
            REQUIRE(OfferCosts::total_of(offer, cost.expected) == quote.line_total);
            REQUIRE(offer.committed_beyond == quote.committed_beyond);
            REQUIRE(offer.missing_extras == quote.missing_extras);
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
        auto cost = OfferCost::of(tariff_of(catalogue, {0, 1}), WorkModel{{}, {}}, month_usage_max);
        REQUIRE(cost.has_value() == row.is_valid);
        if (!cost) {
            continue;
        }
        std::vector<Minutes> usage(forecast_months_max, month_usage_max);
        for (std::size_t i = 0; i < usage.size(); i += 2) {
            usage[i] = Minutes{0};
        }
        Quote const quote = quote_of(catalogue, {0, 1}, usage);
        CHECK(cost->settle(usage_of(catalogue, usage)) == cost_of(quote));
        CHECK(quote.pooled_pairs.size() == 20);
    }
}
