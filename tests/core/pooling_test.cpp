#include "core/pricing/pooling.hpp"
#include "core/pricing/quote.hpp"
#include "tests/core/offers.hpp"
#include "tests/core/random_offers.hpp"
#include "tests/core/reference.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

using namespace kontingent;
using namespace kontingent::tests;

namespace {

PairList best_pairs_of(Catalogue const& catalogue, std::vector<Minutes> usage) {
    Scenario scenario = scenario_for(catalogue.offers[0].id, std::move(usage));
    scenario.pooling = BestPooling{};
    auto const quote = make_quote(catalogue, scenario);
    REQUIRE(quote);
    return quote->pooled_pairs;
}

Catalogue pooling_catalogue(std::int32_t limit) {
    Catalogue catalogue = small_catalogue();
    catalogue.offers[0].overage = flat(6'000);
    catalogue.offers[0].allowance.pooling_pairs_per_term_max = limit;
    return catalogue;
}

} // namespace

TEST_CASE("best pooling by hand") {
    struct Row {
        char const* name;
        std::int32_t limit;
        std::vector<Minutes> usage;
        PairList pairs;
    };

    Row const rows[] = {
        {"nothing to gain: no pair", 2, months({600, 600, 600}), {}},
        {"one month has no neighbour", 2, months({900}), {}},
        {"the only pair", 2, months({0, 900}), {1}},
        {"equal gain: the earlier pair", 2, months({300, 900, 300}), {1}},
        {"not greedy: two good pairs beat the best one", 2, months({300, 900, 900, 200}), {1, 3}},
        {"with one pair the best one", 1, months({500, 900, 900, 200}), {3}},
        {"limit 1 in a run, the last pair crosses its end",
         1,
         months({600, 600, 600, 600, 600, 600, 600, 600, 600, 600, 600, 900, 300, 900, 300}),
         {12, 14}},
        {"the second run has its own limit",
         1,
         months({900, 300, 900, 300, 600, 600, 600, 600, 600, 600, 600, 600, 900, 300, 900, 300}),
         {1, 13}},
        {"a limit beyond what fits",
         100,
         months({900, 300, 900, 300, 900, 300, 900, 300, 900, 300, 900, 300}),
         {1, 3, 5, 7, 9, 11}},
        {"no pooling offered", 0, months({0, 900}), {}},
        {"two busy months are never pooled, whatever a lower tier would save",
         2,
         months({1'200, 1'200}),
         {}},
        {"nor two quiet ones", 2, months({300, 300}), {}},
        {"nor a busy one and one that is exactly used", 2, months({900, 600}), {}},
        {"one minute of either is enough", 2, months({585, 615}), {1}},
    };
    for (Row const& row : rows) {
        CAPTURE(row.name);
        CHECK(best_pairs_of(pooling_catalogue(row.limit), row.usage) == row.pairs);
    }
}

TEST_CASE("best pooling equals brute force under any rule") {
    constexpr std::uint64_t seed = 20'261'123;
    MESSAGE("seed ", seed);
    Random random(seed);
    int pooled_count = 0;
    int open_count = 0;
    for (int round = 0; round < 3'000; ++round) {
        CAPTURE(round);
        Catalogue const catalogue =
            random.between(0, 1) == 0 ? random_catalogue(random) : random_rules(random);
        // Mostly short, now and then across the end of a run.
        std::int64_t const month_count =
            random.between(0, 19) == 0 ? random.between(13, 16) : random.between(1, 9);
        Scenario scenario =
            random_scenario(random, catalogue, static_cast<std::size_t>(month_count));
        if (catalogue.find_offer(scenario.package_id)->allowance.pooling_pairs_per_term_max == 0) {
            continue;
        }
        PairList const best = reference_pairs(catalogue, scenario);
        scenario.pooling = BestPooling{};
        auto const quote = make_quote(catalogue, scenario);
        REQUIRE(quote);
        REQUIRE(quote->pooled_pairs == best);
        pooled_count += best.empty() ? 0 : 1;
        open_count += quote->open > Minutes{0} ? 1 : 0;
    }
    CHECK(pooled_count > 300);
    CHECK(open_count > 30);
}

TEST_CASE("best pooling at a run's end equals brute force where ties abound") {
    constexpr std::uint64_t seed = 7'122'026;
    MESSAGE("seed ", seed);
    Random random(seed);
    for (int round = 0; round < 60; ++round) {
        CAPTURE(round);
        Catalogue const catalogue =
            pooling_catalogue(static_cast<std::int32_t>(random.between(1, 3)));
        std::vector<Minutes> usage(15, Minutes{600});
        for (std::size_t i = 8; i < usage.size(); ++i) {
            usage[i].count = random.between(1, 3) * 300;
        }
        Scenario const scenario = scenario_for("standard", usage);
        REQUIRE(best_pairs_of(catalogue, usage) == reference_pairs(catalogue, scenario));
    }
}

TEST_CASE("best pooling of the longest forecast is computed, and keeps the limit") {
    std::vector<Minutes> usage(forecast_months_max);
    for (std::size_t i = 0; i < usage.size(); ++i) {
        usage[i].count = i % 2 == 0 ? 300 : 900;
    }
    PairList const pairs = best_pairs_of(pooling_catalogue(4), usage);
    REQUIRE(pairs.size() == 40);
    for (std::int32_t run = 0; run < 10; ++run) {
        CAPTURE(run);
        auto const in_run = [run](std::int32_t first) { return (first - 1) / 12 == run; };
        CHECK(std::ranges::count_if(pairs, in_run) == 4);
    }
    // All pairs save the same: the smallest list begins every run with its first four.
    CHECK(std::vector(pairs.begin(), pairs.begin() + 5) == PairList{1, 3, 5, 7, 13});
}
