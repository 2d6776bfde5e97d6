#include "core/pricing/pooling.hpp"
#include "core/pricing/quote.hpp"
#include "tests/core/offers.hpp"
#include "tests/core/random_offers.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <tuple>
#include <vector>

using namespace kontingent;
using namespace kontingent::tests;

namespace {

// Calls `visit` with every list of disjoint neighbouring pairs that keeps the limit in each run of
// 12 months.
template <typename Visit>
void for_each_pair_list(std::int32_t month_count, std::int32_t limit, Visit const& visit) {
    std::array<std::int32_t, 10> begun{};
    PairList pairs;
    auto const extend = [&](auto const& self, std::int32_t month) -> void {
        if (month >= month_count) {
            visit(pairs);
            return;
        }
        self(self, month + 1);
        std::int32_t& in_run = begun[static_cast<std::size_t>((month - 1) / 12)];
        if (in_run == limit) {
            return;
        }
        ++in_run;
        pairs.push_back(month);
        self(self, month + 2);
        pairs.pop_back();
        --in_run;
    };
    extend(extend, 1);
}

struct Best {
    Money net;
    PairList pairs;
};

// Tries every list with a whole quote each, and ranks them as the contract's sentence does.
Best best_by_brute_force(Catalogue const& catalogue, Scenario scenario, std::int32_t limit) {
    Best best;
    bool is_found = false;
    auto const month_count = static_cast<std::int32_t>(scenario.usage.size());
    for_each_pair_list(month_count, limit, [&](PairList const& pairs) {
        scenario.pooling = pairs;
        auto const quote = make_quote(catalogue, scenario);
        REQUIRE(quote);
        auto const rank_of = [](Money net, PairList const& list) {
            return std::tuple(net, list.size(), list);
        };
        if (!is_found || rank_of(quote->net, pairs) < rank_of(best.net, best.pairs)) {
            best = Best{quote->net, pairs};
            is_found = true;
        }
    });
    REQUIRE(is_found);
    return best;
}

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
    };
    for (Row const& row : rows) {
        CAPTURE(row.name);
        CHECK(best_pairs_of(pooling_catalogue(row.limit), row.usage) == row.pairs);
    }
}

TEST_CASE("best pooling equals brute force") {
    constexpr std::uint64_t seed = 20'261'123;
    MESSAGE("seed ", seed);
    Random random(seed);
    int pooled_count = 0;
    constexpr int round_count = 3'000;
    for (int round = 0; round < round_count; ++round) {
        CAPTURE(round);
        Catalogue const catalogue = random_catalogue(random);
        Offer const& package = catalogue.offers[static_cast<std::size_t>(random.between(0, 2))];
        // Mostly short, now and then across the end of a run.
        std::int64_t const month_count =
            random.between(0, 19) == 0 ? random.between(13, 16) : random.between(1, 9);
        Scenario scenario =
            scenario_for(package.id, random_usage(random, static_cast<std::size_t>(month_count)));
        scenario.term_months =
            catalogue.terms[static_cast<std::size_t>(random.between(0, 2))].months;
        Best const best =
            best_by_brute_force(catalogue, scenario, package.allowance.pooling_pairs_per_term_max);
        scenario.pooling = BestPooling{};
        auto const quote = make_quote(catalogue, scenario);
        REQUIRE(quote);
        REQUIRE(quote->net == best.net);
        REQUIRE(quote->pooled_pairs == best.pairs);
        pooled_count += best.pairs.empty() ? 0 : 1;
    }
    CHECK(pooled_count > round_count / 10);
    CHECK(pooled_count < round_count);
}

TEST_CASE("best pooling at a run's end equals brute force where ties abound") {
    constexpr std::uint64_t seed = 7'122'026;
    MESSAGE("seed ", seed);
    Random random(seed);
    for (int round = 0; round < 60; ++round) {
        CAPTURE(round);
        auto const limit = static_cast<std::int32_t>(random.between(1, 3));
        Catalogue const catalogue = pooling_catalogue(limit);
        std::vector<Minutes> usage(15, Minutes{600});
        for (std::size_t i = 8; i < usage.size(); ++i) {
            usage[i].count = random.between(1, 3) * 300;
        }
        Scenario const scenario = scenario_for("standard", usage);
        Best const best = best_by_brute_force(catalogue, scenario, limit);
        REQUIRE(best_pairs_of(catalogue, usage) == best.pairs);
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
