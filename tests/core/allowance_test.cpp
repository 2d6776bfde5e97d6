#include "core/pricing/quote.hpp"
#include "tests/core/offers.hpp"

#include <doctest/doctest.h>

#include <vector>

using namespace kontingent;
using namespace kontingent::tests;

namespace {

// 600 minutes for 98000, each minute beyond for 100; by the minute.
Catalogue catalogue_with(Allowance const& allowance) {
    Catalogue catalogue = small_catalogue();
    catalogue.billing_increment = Minutes{1};
    catalogue.offers[0].overage = flat(6'000);
    catalogue.offers[0].allowance = allowance;
    return catalogue;
}

struct Row {
    char const* name;
    std::vector<Minutes> usage;
    char const* months;
    std::int64_t left;
};

void check_rows(Allowance const& allowance, std::vector<Row> const& rows) {
    for (Row const& row : rows) {
        CAPTURE(row.name);
        auto const quote =
            make_quote(catalogue_with(allowance), scenario_for("standard", row.usage));
        REQUIRE(quote);
        CHECK(text_of(quote->months) == row.months);
        CHECK(quote->left == Minutes{row.left});
    }
}

Allowance carrying(Carry const& carry) {
    Allowance allowance;
    allowance.included = Minutes{600};
    allowance.carry = carry;
    return allowance;
}

} // namespace

TEST_CASE("no hours included: every minute is beyond") {
    check_rows(Allowance{}, {{"none", months({0}), "1: 0 of 0 +0 -0 = 98000", 0},
                             {"the first minute", months({1}), "1: 1 of 0 +1 -0 = 98100", 0},
                             {"many", months({60'000}), "1: 60000 of 0 +60000 -0 = 6098000", 0}});
}

TEST_CASE("unlimited hours: nothing is beyond, nothing expires") {
    Allowance unlimited;
    unlimited.is_unlimited = true;
    check_rows(unlimited, {{"none", months({0}), "1: 0 of unlimited +0 -0 = 98000", 0},
                           {"as many as a month may have", months({60'000}),
                            "1: 60000 of unlimited +0 -0 = 98000", 0}});
}

TEST_CASE("hours of a quarter are used as needed and expire with its last month") {
    Allowance quarterly;
    quarterly.included = Minutes{600};
    quarterly.period_months = 3;
    check_rows(
        quarterly,
        {{"a minute less than there is", months({100, 200, 299}),
          "1: 100 of 600 +0 -0 = 98000; 2: 200 of 500 +0 -0 = 98000; "
          "3: 299 of 300 +0 -1 = 98000",
          0},
         {"exactly", months({100, 200, 300}),
          "1: 100 of 600 +0 -0 = 98000; 2: 200 of 500 +0 -0 = 98000; "
          "3: 300 of 300 +0 -0 = 98000",
          0},
         {"a minute more, in the month in which it happens", months({600, 1, 0}),
          "1: 600 of 600 +0 -0 = 98000; 2: 1 of 0 +1 -0 = 98100; 3: 0 of 0 +0 -0 = 98000", 0},
         {"the next quarter begins anew", months({0, 0, 0, 601}),
          "1: 0 of 600 +0 -0 = 98000; 2: 0 of 600 +0 -0 = 98000; "
          "3: 0 of 600 +0 -600 = 98000; 4: 601 of 600 +1 -0 = 98100",
          0},
         {"what is usable when the forecast ends", months({0, 0, 0, 100}),
          "1: 0 of 600 +0 -0 = 98000; 2: 0 of 600 +0 -0 = 98000; "
          "3: 0 of 600 +0 -600 = 98000; 4: 100 of 600 +0 -0 = 98000",
          500}});
}

TEST_CASE("hours of a year end with month 12, 24 and so on") {
    Allowance yearly;
    yearly.included = Minutes{600};
    yearly.period_months = 12;

    struct YearRow {
        char const* name;
        std::int64_t first_months, month_12, month_13;
        std::int64_t overage, expired, left;
    };

    YearRow const rows[] = {
        {"unused", 0, 0, 0, 0, 600, 600},
        {"a minute less", 50, 49, 0, 0, 1, 600},
        {"exactly", 50, 50, 0, 0, 0, 600},
        {"a minute more in month 12", 50, 51, 0, 1, 0, 600},
        {"month 13 has the next year's", 0, 0, 601, 1, 600, 0},
    };
    for (YearRow const& row : rows) {
        CAPTURE(row.name);
        std::vector<Minutes> usage(11, Minutes{row.first_months});
        usage.push_back(Minutes{row.month_12});
        usage.push_back(Minutes{row.month_13});
        auto const quote = make_quote(catalogue_with(yearly), scenario_for("standard", usage));
        REQUIRE(quote);
        CHECK(quote->overage == Minutes{row.overage});
        CHECK(quote->expired == Minutes{row.expired});
        CHECK(quote->left == Minutes{row.left});
    }
}

TEST_CASE("unused hours go on for a month, and are used before the month's own") {
    check_rows(
        carrying({.months = 1, .cap = {}, .share = BasisPoints{10'000}}),
        {{"used in the next month", months({400, 800, 600}),
          "1: 400 of 600 +0 -0 = 98000; 2: 800 of 800 +0 -0 = 98000; 3: 600 of 600 +0 -0 = 98000",
          0},
         {"a minute more than both", months({400, 801}),
          "1: 400 of 600 +0 -0 = 98000; 2: 801 of 800 +1 -0 = 98100", 0},
         {"the carried ones first, so that the own ones go on", months({400, 200, 1'200}),
          "1: 400 of 600 +0 -0 = 98000; 2: 200 of 800 +0 -0 = 98000; "
          "3: 1200 of 1200 +0 -0 = 98000",
          0},
         {"one month later they lapse", months({0, 199}),
          "1: 0 of 600 +0 -0 = 98000; 2: 199 of 1200 +0 -401 = 98000", 600}});
}

TEST_CASE("a carry of some months, or without end") {
    check_rows(carrying({.months = 2, .cap = {}, .share = BasisPoints{10'000}}),
               {{"the oldest lapse after the second month", months({0, 0, 0}),
                 "1: 0 of 600 +0 -0 = 98000; 2: 0 of 1200 +0 -0 = 98000; "
                 "3: 0 of 1800 +0 -600 = 98000",
                 1'200},
                {"and are used first", months({0, 0, 601}),
                 "1: 0 of 600 +0 -0 = 98000; 2: 0 of 1200 +0 -0 = 98000; "
                 "3: 601 of 1800 +0 -0 = 98000",
                 1'199}});
    check_rows(carrying({.months = {}, .cap = {}, .share = BasisPoints{10'000}}),
               {{"nothing lapses", months({0, 0, 0}),
                 "1: 0 of 600 +0 -0 = 98000; 2: 0 of 1200 +0 -0 = 98000; "
                 "3: 0 of 1800 +0 -0 = 98000",
                 1'800}});
}

TEST_CASE("a cap on all that is carried cuts the new part") {
    check_rows(carrying({.months = {}, .cap = Minutes{120}, .share = BasisPoints{10'000}}),
               {{"a minute below the cap", months({481}), "1: 481 of 600 +0 -0 = 98000", 119},
                {"at the cap", months({480}), "1: 480 of 600 +0 -0 = 98000", 120},
                {"a minute above", months({479}), "1: 479 of 600 +0 -1 = 98000", 120},
                {"what is still held counts", months({500, 50}),
                 "1: 500 of 600 +0 -0 = 98000; 2: 50 of 700 +0 -530 = 98000", 120}});
    check_rows(carrying({.months = 1, .cap = Minutes{120}, .share = BasisPoints{10'000}}),
               {{"what lapses makes room first", months({500, 0}),
                 "1: 500 of 600 +0 -0 = 98000; 2: 0 of 700 +0 -580 = 98000", 120}});
}

TEST_CASE("a share of what is unused goes on, rounded down to whole minutes") {
    check_rows(carrying({.months = {}, .cap = {}, .share = BasisPoints{5'000}}),
               {{"nothing unused", months({600}), "1: 600 of 600 +0 -0 = 98000", 0},
                {"half of one", months({599}), "1: 599 of 600 +0 -1 = 98000", 0},
                {"half of two", months({598}), "1: 598 of 600 +0 -1 = 98000", 1},
                {"half of three", months({597}), "1: 597 of 600 +0 -2 = 98000", 1},
                {"of the month's own alone, not of what was carried", months({400, 600}),
                 "1: 400 of 600 +0 -100 = 98000; 2: 600 of 700 +0 -50 = 98000", 50}});
    check_rows(carrying({.months = {}, .cap = {}, .share = BasisPoints{0}}),
               {{"nothing at all", months({0}), "1: 0 of 600 +0 -600 = 98000", 0}});
}
