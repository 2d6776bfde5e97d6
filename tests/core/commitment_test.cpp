#include "core/advice/recommendation.hpp"
#include "core/pricing/scenario.hpp"
#include "tests/core/offers.hpp"
#include "tests/core/random_offers.hpp"
#include "tests/core/recommendations.hpp"

#include <doctest/doctest.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

using namespace kontingent;
using namespace kontingent::tests;

TEST_CASE("what the term binds") {
    struct Row {
        char const* name;
        std::vector<Term> terms;
        std::int32_t allowed; // months at most; the longest term's are forecast
        char const* expected; // "12 against 1: committed 1058400, saved 117600, from month 11"
    };

    // 98000 a month. 12 * 0.9 are 10.8 months' prices.
    Row const rows[] = {
        {"ten per cent off a year",
         {{1, {}}, {12, BasisPoints{1'000}}},
         12,
         "12 against 1: committed 1058400, saved 117600, from month 11"},
        {"8.33 per cent are 11.0004 months' prices",
         {{1, {}}, {12, BasisPoints{833}}},
         12,
         "12 against 1: committed 1078044, saved 97956, from month 12"},
        {"8.34 per cent are 10.9992",
         {{1, {}}, {12, BasisPoints{834}}},
         12,
         "12 against 1: committed 1077924, saved 98076, from month 11"},
        {"half off",
         {{1, {}}, {12, BasisPoints{5'000}}},
         12,
         "12 against 1: committed 588000, saved 588000, from month 6"},
        {"all off",
         {{1, {}}, {12, BasisPoints{10'000}}},
         12,
         "12 against 1: committed 0, saved 1176000, from month 1"},
        {"the longest allowed",
         {{1, {}}, {6, BasisPoints{500}}, {12, BasisPoints{1'000}}},
         11,
         "6 against 1: committed 558600, saved 58800, from month 6"},
        {"only the shortest is allowed", {{1, {}}, {12, BasisPoints{1'000}}}, 11, "none"},
        // 10.8 months' prices lie in the fourth quarter, which begins with the tenth month.
        {"against quarters, which bind, too",
         {{3, {}}, {12, BasisPoints{1'000}}},
         12,
         "12 against 3: committed 1058400, saved 117600, from month 10"},
        {"against a year less",
         {{12, {}}, {24, BasisPoints{1'000}}},
         24,
         "24 against 12: committed 2116800, saved 235200, from month 13"},
    };
    for (Row const& row : rows) {
        CAPTURE(row.name);
        Catalogue catalogue = small_catalogue();
        tests::set_terms(catalogue, row.terms);
        auto const made = recommendation(
            catalogue,
            certain(std::vector(static_cast<std::size_t>(row.terms.back().months), Minutes{600})),
            term(row.allowed));
        std::string text = "none";
        if (made.commitment) {
            Commitment const& is = *made.commitment;
            text = std::to_string(is.term_months) + " against " +
                   std::to_string(is.shortest_term_months) + ": committed " +
                   std::to_string(is.committed.minor) + ", saved " +
                   std::to_string(is.saved.minor) + ", from month " +
                   std::to_string(is.pays_from_month);
        }
        CHECK(text == row.expected);
    }
}

TEST_CASE("a term pays sooner where it discounts extra hours, too") {
    // 10 hours beyond the included ones at 100: 1000 a month, of which the year takes 100 off.
    // 1058400 are fewer than 98000 and 10000 a month from 9.8 months on.
    Catalogue catalogue = small_catalogue();
    catalogue.offers[0].overage = flat(10'000);
    auto const usage = std::vector(12, Minutes{1'200});
    auto const base = recommendation(catalogue, certain(usage)).commitment;
    REQUIRE(base);
    CHECK(base->pays_from_month == 11);
    CHECK(base->saved == Money{117'600});
    catalogue.term_discount_applies_to = DiscountScope{.overage = true};
    auto const both = recommendation(catalogue, certain(usage)).commitment;
    REQUIRE(both);
    CHECK(both->pays_from_month == 10);
    CHECK(both->saved == Money{237'600});
    CHECK(both->committed == Money{1'058'400});
}

TEST_CASE("the month from which a term pays is that of quotes for a need that ends") {
    constexpr std::uint64_t seed = 5'150;
    MESSAGE("seed ", seed);
    Random random(seed);
    int commitments = 0;
    int sooner = 0; // than by the base alone
    for (int round = 0; round < 300; ++round) {
        CAPTURE(round);
        Catalogue catalogue = random_catalogue(random);
        if (random.between(0, 1) == 0) {
            tests::set_terms(catalogue, {catalogue.terms.begin() + 1, catalogue.terms.end()});
        }
        for (Offer& package : catalogue.offers) {
            package.allowance.pooling_pairs_per_term_max = 0;
        }
        Minutes const hours{random.between(0, 20) * 60};
        auto const forecast_months = static_cast<std::size_t>(random.between(1, 24));
        auto const made =
            recommendation(catalogue, certain(std::vector(forecast_months, hours)), {});
        if (!made.commitment) {
            continue;
        }
        ++commitments;
        Commitment const& commitment = *made.commitment;
        OfferId const& offer = made.ranked_offers[made.ranked.front()].offer;
        // The need lasts so many months, and the base is owed to the end of the last term.
        auto const cost = [&](std::int32_t term_months, std::int32_t needed) {
            std::int32_t const owed = (needed + term_months - 1) / term_months * term_months;
            std::vector<Minutes> usage(static_cast<std::size_t>(owed));
            std::fill_n(usage.begin(), needed, hours);
            Scenario scenario =
                scenario_for(catalogue.offers[offer.offer_index].id, std::move(usage));
            scenario.term_months = term_months;
            auto const quote = make_quote(catalogue, scenario);
            REQUIRE(quote);
            return quote->net.minor;
        };
        std::int32_t const shortest = catalogue.terms.front().months;
        std::int32_t needed = 1;
        while (cost(offer.term_months, needed) > cost(shortest, needed)) {
            ++needed;
            REQUIRE(needed <= offer.term_months);
        }
        REQUIRE(commitment.pays_from_month == needed);
        std::int64_t const base = commitment.committed.minor / commitment.term_months;
        std::int32_t const covered = (needed + shortest - 1) / shortest * shortest;
        Money const price = catalogue.offers[offer.offer_index].subscription->monthly_price;
        sooner += base * commitment.term_months > price.minor * covered ? 1 : 0;
    }
    CHECK(commitments > 100);
    CHECK(sooner > 10);
}

TEST_CASE("on demand binds nothing") {
    CHECK_FALSE(recommendation(small_catalogue(), certain(months({60}))).commitment);
}
