#include "core/pricing/quote.hpp"
#include "tests/core/offers.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace kontingent;
using namespace kontingent::tests;

namespace {

Quote quote_of(Catalogue const& catalogue, Scenario const& scenario) {
    auto const quote = make_quote(catalogue, scenario);
    REQUIRE(quote);
    return *quote;
}

std::string errors_of(Catalogue const& catalogue, Scenario const& scenario) {
    auto const quote = make_quote(catalogue, scenario);
    return quote ? "no error" : text_of(quote.error());
}

Scenario pooled(std::vector<Minutes> usage, PairList pairs) {
    Scenario scenario = scenario_for("standard", std::move(usage));
    scenario.pooling = std::move(pairs);
    return scenario;
}

} // namespace

TEST_CASE("a pooled pair is settled as one, in its second month") {
    struct Row {
        char const* name;
        std::vector<Minutes> usage;
        PairList pairs;
        char const* months;
    };

    Row const rows[] = {
        {"rest of the first month covers the second",
         months({300, 900}),
         {1},
         "1: 300 of 600 +0 -0 = 98000; 2: 900 of 600 +0 -0 = 98000"},
        {"the first month draws on the second",
         months({900, 300}),
         {1},
         "1: 900 of 600 +0 -0 = 98000; 2: 300 of 600 +0 -0 = 98000"},
        {"overage of the pair",
         months({900, 600}),
         {1},
         "1: 900 of 600 +0 -0 = 98000; 2: 600 of 600 +300 -0 = 160501"},
        {"expired minutes of the pair",
         months({100, 0}),
         {1},
         "1: 105 of 600 +0 -0 = 98000; 2: 0 of 600 +0 -1095 = 98000"},
        {"months around a pair stay alone",
         months({0, 300, 900, 615}),
         {2},
         "1: 0 of 600 +0 -600 = 98000; 2: 300 of 600 +0 -0 = 98000; 3: 900 of 600 +0 -0 = 98000; "
         "4: 615 of 600 +15 -0 = 101125"},
        {"two pairs side by side",
         months({300, 900, 900, 300}),
         {1, 3},
         "1: 300 of 600 +0 -0 = 98000; 2: 900 of 600 +0 -0 = 98000; 3: 900 of 600 +0 -0 = 98000; "
         "4: 300 of 600 +0 -0 = 98000"},
        {"no pair at all",
         months({300, 615}),
         {},
         "1: 300 of 600 +0 -300 = 98000; 2: 615 of 600 +15 -0 = 101125"},
    };
    for (Row const& row : rows) {
        CAPTURE(row.name);
        Quote const quote = quote_of(small_catalogue(), pooled(row.usage, row.pairs));
        CHECK(quote.pooled_pairs == row.pairs);
        CHECK(text_of(quote.months) == row.months);
    }
}

TEST_CASE("pairs in any order are reported rising") {
    Quote const quote = quote_of(small_catalogue(), pooled(months({0, 0, 0, 0}), {3, 1}));
    CHECK(quote.pooled_pairs == PairList{1, 3});
}

TEST_CASE("errors of pairs given by hand") {
    struct Row {
        char const* name;
        std::size_t month_count;
        PairList pairs;
        char const* errors;
    };

    Row const rows[] = {
        {"before the forecast", 4, {0}, "pair_outside_forecast /pooling/0: 4"},
        {"negative", 4, {-3}, "pair_outside_forecast /pooling/0: 4"},
        {"last possible", 4, {3}, "no error"},
        {"second month outside", 4, {4}, "pair_outside_forecast /pooling/0: 4"},
        {"one month has no pair", 1, {1}, "pair_outside_forecast /pooling/0: 1"},
        {"twice the same", 4, {2, 2}, "pair_overlaps /pooling/1: 2"},
        {"shared month", 4, {2, 3}, "pair_overlaps /pooling/1: 3"},
        {"side by side", 4, {1, 3}, "no error"},
        {"one too many", 12, {1, 3, 5}, "too_many_pairs /pooling/2: 2"},
        {"said once a run", 12, {1, 3, 5, 7}, "too_many_pairs /pooling/2: 2"},
        {"the next run counts anew", 16, {1, 3, 13, 15}, "no error"},
        {"a pair across the end counts by its first month", 16, {10, 12, 14}, "no error"},
        {"and fills its own run", 16, {8, 10, 12}, "too_many_pairs /pooling/2: 2"},
        {"all at once",
         4,
         {0, 1, 2, 9},
         "pair_outside_forecast /pooling/0: 4; pair_overlaps /pooling/1: 1; pair_overlaps "
         "/pooling/2: 2; "
         "pair_outside_forecast /pooling/3: 4"},
    };
    for (Row const& row : rows) {
        CAPTURE(row.name);
        std::vector<Minutes> const usage(row.month_count);
        CHECK(errors_of(small_catalogue(), pooled(usage, row.pairs)) == row.errors);
    }
}

TEST_CASE("a package without pooling") {
    Catalogue catalogue = small_catalogue();
    catalogue.offers[0].allowance.pooling_pairs_per_term_max = 0;
    Scenario scenario = pooled(months({0, 1'200}), {1});
    CHECK(errors_of(catalogue, scenario) == "pooling_not_offered /pooling: standard");
    scenario.pooling = PairList{};
    CHECK(errors_of(catalogue, scenario) == "no error");
    scenario.pooling = BestPooling{};
    CHECK(quote_of(catalogue, scenario).pooled_pairs.empty());
}
