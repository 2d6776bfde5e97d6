#include "core/advice/break_even.hpp"
#include "core/pricing/comparison.hpp"
#include "core/pricing/offers.hpp"
#include "core/pricing/scenario.hpp"
#include "tests/core/offers.hpp"
#include "tests/core/random_offers.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <tuple>
#include <vector>

using namespace kontingent;
using namespace kontingent::tests;

namespace {

// offers_of() of small_catalogue().
constexpr std::size_t monthly = 0;
constexpr std::size_t longer = 1; // its longer term
constexpr std::size_t on_demand = 2;

BreakEven break_even(Catalogue const& catalogue, std::vector<std::size_t> const& allowed) {
    auto result = break_even_of(catalogue, allowed);
    REQUIRE(result);
    return *std::move(result);
}

std::size_t index_of(Catalogue const& catalogue, ComparedOffer const& offer) {
    auto const offers = offers_of(catalogue);
    auto const found = std::ranges::find(offers, offer.id);
    REQUIRE(found != offers.end());
    return static_cast<std::size_t>(found - offers.begin());
}

// The allowed offers of a comparison at so many minutes each month, cheapest first, with what their
// terms bind beyond the horizon.
std::vector<ComparedOffer> compared(Catalogue const& catalogue,
                                    std::vector<std::size_t> const& allowed, std::int64_t minutes) {
    auto comparison = compare(
        catalogue,
        std::vector<Minutes>(static_cast<std::size_t>(catalogue.horizon_months), Minutes{minutes}),
        Vat::domestic);
    REQUIRE(comparison);
    std::erase_if(comparison->offers, [&](ComparedOffer const& offer) {
        return !std::ranges::binary_search(allowed, index_of(catalogue, offer));
    });
    std::ranges::sort(comparison->offers, {}, [](ComparedOffer const& offer) {
        Quote const& quote = offer.quote;
        return std::tuple(quote.line_total.minor + quote.committed_beyond.minor, quote.term_months,
                          offer.id.offer_index);
    });
    return comparison->offers;
}

// Intervals and cliffs as their definitions say, from one comparison an increment.
struct BruteForce {
    std::vector<CheapestInterval> cheapest;
    std::vector<Cliff> cheapest_cliffs;
    std::vector<std::vector<Cliff>> cliffs; // by offer
};

BruteForce by_brute_force(Catalogue const& catalogue, std::vector<std::size_t> const& allowed) {
    BruteForce result;
    result.cliffs.resize(offers_of(catalogue).size());
    std::int64_t const step = catalogue.billing_increment.count;
    std::vector<ComparedOffer> before;
    for (std::int64_t at = 0; at <= usage_scale_end(catalogue).count; at += step) {
        auto const offers = compared(catalogue, allowed, at);
        std::size_t const winner = index_of(catalogue, offers[0]);
        if (result.cheapest.empty() || result.cheapest.back().offer != winner) {
            result.cheapest.push_back({Minutes{at}, Minutes{at}, winner});
        }
        result.cheapest.back().to = Minutes{at};
        if (at > 0 && offers[0].quote.net < before[0].quote.net) {
            result.cheapest_cliffs.push_back(
                {winner, Minutes{at},
                 Money{before[0].quote.net.minor - offers[0].quote.net.minor}});
        }
        for (ComparedOffer const& earlier : before) {
            std::size_t const index = index_of(catalogue, earlier);
            auto const now = std::ranges::find_if(offers, [&](ComparedOffer const& offer) {
                return index_of(catalogue, offer) == index;
            });
            if (now->quote.net < earlier.quote.net) {
                result.cliffs[index].push_back(
                    {index, Minutes{at}, Money{earlier.quote.net.minor - now->quote.net.minor}});
            }
        }
        before = offers;
    }
    return result;
}

// Two months at three hours' steps: the numbers below can be worked out on paper.
Catalogue coarse_catalogue() {
    Catalogue catalogue = small_catalogue();
    catalogue.billing_increment = Minutes{180};
    catalogue.horizon_months = 2;
    tests::set_terms(catalogue, {{1, BasisPoints{0}}, {2, BasisPoints{1'000}}});
    Offer& package = catalogue.offers[0];
    package.allowance.included = Minutes{360};
    package.allowance.pooling_pairs_per_term_max = 0;
    package.subscription->monthly_price = Money{60'000};
    package.overage = tiered(OverageMode::volume, {{Minutes{180}, HourlyRate{20'000}, {}},
                                                   {std::nullopt, HourlyRate{8'000}, {}}});
    catalogue.offers.back().overage = flat(12'000);
    return catalogue;
}

} // namespace

TEST_CASE("the scale ends at twice the largest package, up to the next ten hours") {
    struct Row {
        char const* name;
        std::int64_t included;
        std::int64_t end;
    };

    Row const rows[] = {
        {"small packages: 20 hours", 60, 1'200},           {"exactly ten hours", 600, 1'200},
        {"a minute more: the next ten hours", 601, 1'800}, {"15 hours", 900, 1'800},
        {"no more than a month may use", 30'001, 60'000},
    };
    for (Row const& row : rows) {
        CAPTURE(row.name);
        Catalogue catalogue = small_catalogue();
        catalogue.offers[0].allowance.included = Minutes{row.included};
        CHECK(usage_scale_end(catalogue) == Minutes{row.end});
    }
}

TEST_CASE("break-even by hand") {
    // Hours a month    0     3     6      9      12     15     18
    // by the month  1200  1200  1200   2400    2160   2640   3120   (two months, in euros)
    // by two months   1080  1080  1080   2280    2040   2520   3000
    // on demand        0   720  1440   2160    2880   3600   4320
    auto const euros = [](std::initializer_list<std::int64_t> amounts) {
        std::vector<Money> curve;
        for (std::int64_t const amount : amounts) {
            curve.push_back(Money{amount * 100});
        }
        return curve;
    };
    BreakEven const all = break_even(coarse_catalogue(), {monthly, longer, on_demand});
    REQUIRE(all.curves.size() == 3);
    CHECK(all.curves[0] == euros({1'200, 1'200, 1'200, 2'400, 2'160, 2'640, 3'120}));
    CHECK(all.curves[1] == euros({1'080, 1'080, 1'080, 2'280, 2'040, 2'520, 3'000}));
    CHECK(all.curves[2] == euros({0, 720, 1'440, 2'160, 2'880, 3'600, 4'320}));
    CHECK(all.cheapest == std::vector<CheapestInterval>{{Minutes{0}, Minutes{180}, on_demand},
                                                        {Minutes{360}, Minutes{360}, longer},
                                                        {Minutes{540}, Minutes{540}, on_demand},
                                                        {Minutes{720}, Minutes{1'080}, longer}});
    CHECK(all.cliffs == std::vector<Cliff>{{monthly, Minutes{720}, Money{24'000}},
                                           {longer, Minutes{720}, Money{24'000}}});
    // From on demand at nine hours to the package at twelve.
    CHECK(all.cheapest_cliffs == std::vector<Cliff>{{longer, Minutes{720}, Money{12'000}}});
}

TEST_CASE("only allowed offers take part") {
    BreakEven const two = break_even(coarse_catalogue(), {monthly, on_demand});
    CHECK(two.offers == std::vector{monthly, on_demand});
    CHECK(two.cheapest == std::vector<CheapestInterval>{{Minutes{0}, Minutes{180}, on_demand},
                                                        {Minutes{360}, Minutes{360}, monthly},
                                                        {Minutes{540}, Minutes{540}, on_demand},
                                                        {Minutes{720}, Minutes{1'080}, monthly}});
    BreakEven const one = break_even(coarse_catalogue(), {on_demand});
    CHECK(one.cheapest == std::vector<CheapestInterval>{{Minutes{0}, Minutes{1'080}, on_demand}});
    CHECK(one.cliffs.empty());
    CHECK(one.cheapest_cliffs.empty());
}

TEST_CASE("among equals what binds for the shortest time is the cheapest, then the first offer") {
    Catalogue catalogue = coarse_catalogue();
    tests::set_discount(catalogue, 1, BasisPoints{0});
    catalogue.offers.back().overage = flat(10'000);
    // At six hours all three cost 1200.
    auto const all = break_even(catalogue, {monthly, longer, on_demand}).cheapest[1];
    CHECK(all.offer == monthly);
    CHECK(all.from == Minutes{360});
    auto const without_monthly = break_even(catalogue, {longer, on_demand}).cheapest[1];
    CHECK(without_monthly.offer == longer);
    CHECK(without_monthly.from == Minutes{720});
}

TEST_CASE("an increment beyond the scale leaves one point") {
    Catalogue catalogue = coarse_catalogue();
    catalogue.billing_increment = Minutes{1'440};
    CHECK(break_even(catalogue, {monthly, on_demand}).cheapest ==
          std::vector<CheapestInterval>{{Minutes{0}, Minutes{0}, on_demand}});
}

TEST_CASE("break-even equals one comparison at each increment") {
    constexpr std::uint64_t seed = 60'606;
    MESSAGE("seed ", seed);
    Random random(seed);
    std::size_t cliff_count = 0;
    std::size_t cheapest_cliff_count = 0;
    std::size_t switch_count = 0;
    for (int round = 0; round < 60; ++round) {
        CAPTURE(round);
        Catalogue catalogue = random_catalogue(random);
        catalogue.billing_increment = Minutes{random.between(5, 70)};
        catalogue.horizon_months = static_cast<std::int32_t>(random.between(1, 14));
        std::vector<std::size_t> allowed;
        for (std::size_t i = 0; i < offers_of(catalogue).size(); ++i) {
            if (random.between(0, 3) > 0) {
                allowed.push_back(i);
            }
        }
        if (allowed.empty()) {
            allowed.push_back(0);
        }
        BreakEven const result = break_even(catalogue, allowed);
        BruteForce const expected = by_brute_force(catalogue, allowed);
        REQUIRE(result.cheapest == expected.cheapest);
        REQUIRE(result.cheapest_cliffs == expected.cheapest_cliffs);
        std::vector<Cliff> cliffs;
        for (auto const& of_offer : expected.cliffs) {
            cliffs.insert(cliffs.end(), of_offer.begin(), of_offer.end());
        }
        REQUIRE(result.cliffs == cliffs);
        cliff_count += result.cliffs.size();
        cheapest_cliff_count += result.cheapest_cliffs.size();
        switch_count += result.cheapest.size() - 1;
    }
    CHECK(cliff_count > 60);
    CHECK(cheapest_cliff_count > 10);
    CHECK(switch_count > 60);
}

TEST_CASE("an offer too dear for 64 bits has no break-even") {
    Catalogue catalogue = coarse_catalogue();
    catalogue.offers.back().overage = in_blocks(1, 9'000'000'000'000'000);
    CHECK_FALSE(break_even_of(catalogue, std::vector{on_demand}));
}
