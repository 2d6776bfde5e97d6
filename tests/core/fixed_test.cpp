// Base, set-up fee, extras and the discounts on them; what is owed after the forecast.
#include "core/pricing/fixed.hpp"
#include "core/pricing/quote.hpp"
#include "tests/core/offers.hpp"

#include <doctest/doctest.h>

#include <optional>
#include <vector>

using namespace kontingent;
using namespace kontingent::tests;

namespace {

// "standard" for 1000 a month, with terms of 1, 3 (10 %) and 12 (20 %) months.
Catalogue catalogue_of_terms() {
    Catalogue catalogue = small_catalogue();
    catalogue.offers[0].subscription->monthly_price = Money{1'000};
    set_terms(catalogue, {{1, BasisPoints{0}}, {3, BasisPoints{1'000}}, {12, BasisPoints{2'000}}});
    return catalogue;
}

OfferedTerm& term_of(Catalogue& catalogue, std::size_t term) {
    return catalogue.offers[0].subscription->terms[term];
}

Quote quote_of(Catalogue const& catalogue, std::int32_t term_months, std::size_t month_count,
               ChosenExtras extras = {}) {
    Scenario scenario = scenario_for("standard", std::vector<Minutes>(month_count));
    scenario.term_months = term_months;
    scenario.extras = std::move(extras);
    auto const quote = make_quote(catalogue, scenario);
    REQUIRE(quote);
    CHECK(quote->expected == Money{0});
    CHECK(quote->fixed == quote->line_total);
    return *quote;
}

// A site included, others for 300 a month and 500 once; a domain for 7 a month; a visit once.
Catalogue catalogue_of_extras() {
    Catalogue catalogue = catalogue_of_terms();
    for (char const* id : {"site", "domain", "visit", "server"}) {
        catalogue.extras.emplace_back().id = id;
        catalogue.extras.back().max = 10;
    }
    catalogue.offers[0].extras = {
        {.extra = 0, .included = 1, .monthly_price = Money{300}, .one_off_price = Money{500}},
        {.extra = 1, .included = 0, .monthly_price = Money{7}, .one_off_price = {}},
        {.extra = 2, .included = 2, .monthly_price = {}, .one_off_price = {}}};
    return catalogue;
}

} // namespace

TEST_CASE("a term's total is spread over its months to the last cent, without a discount") {
    struct Row {
        char const* name;
        std::int64_t total;
        std::size_t month_count;
        char const* lines;
    };

    Row const rows[] = {
        {"divisible", 300, 3, "1 base 100; 2 base 100; 3 base 100"},
        {"one cent over", 301, 3, "1 base 100; 2 base 100; 3 base 101"},
        {"two cents over", 302, 3, "1 base 100; 2 base 101; 3 base 101"},
        {"less than a cent a month: no line where it is zero", 1, 3, "3 base 1"},
        {"nothing", 0, 3, ""},
        {"the next term begins anew", 301, 4, "1 base 100; 2 base 100; 3 base 101; 4 base 100"},
    };
    for (Row const& row : rows) {
        CAPTURE(row.name);
        Catalogue catalogue = catalogue_of_terms();
        term_of(catalogue, 1).total = Money{row.total};
        CHECK(text_of(quote_of(catalogue, 3, row.month_count).lines) == row.lines);
    }
}

TEST_CASE("the largest total is spread without an overflow") {
    Catalogue catalogue = catalogue_of_terms();
    term_of(catalogue, 2).total = Money{100'000'000'000};
    Quote const quote = quote_of(catalogue, 12, 12);
    CHECK(quote.fixed == Money{100'000'000'000});
}

TEST_CASE("a set-up fee is a line of month 1") {
    Catalogue catalogue = catalogue_of_terms();
    term_of(catalogue, 0).setup_fee = Money{250};
    CHECK(text_of(quote_of(catalogue, 1, 2).lines) == "1 setup_fee 250; 1 base 1000; 2 base 1000");
    term_of(catalogue, 1).setup_fee = Money{90};
    CHECK(text_of(quote_of(catalogue, 3, 4).lines) ==
          "1 setup_fee 90; 1 base 1000; 1 term_discount -100; 2 base 1000; 2 term_discount -100; "
          "3 base 1000; 3 term_discount -100; 4 base 1000; 4 term_discount -100");
}

TEST_CASE("extras beyond what is included, monthly and once") {
    struct Row {
        char const* name;
        ChosenExtras extras;
        char const* lines;
        std::vector<std::size_t> missing;
    };

    Row const rows[] = {
        {"none named", {}, "1 base 1000; 2 base 1000", {}},
        {"none wanted", {{0, 0}}, "1 base 1000; 2 base 1000", {}},
        {"what is included", {{0, 1}}, "1 base 1000; 2 base 1000", {}},
        {"one beyond",
         {{0, 2}},
         "1 base 1000; 1 extra[0] x1 300; 1 extra_one_off[0] x1 500; 2 base 1000; "
         "2 extra[0] x1 300",
         {}},
        {"two kinds, in the catalogue's order, one-off lines last",
         {{0, 3}, {1, 2}},
         "1 base 1000; 1 extra[0] x2 600; 1 extra[1] x2 14; 1 extra_one_off[0] x2 1000; "
         "2 base 1000; 2 extra[0] x2 600; 2 extra[1] x2 14",
         {}},
        {"included without a price: as many as that", {{2, 2}}, "1 base 1000; 2 base 1000", {}},
        {"and one more is missing", {{2, 3}}, "1 base 1000; 2 base 1000", {2}},
        {"not offered at all", {{3, 1}}, "1 base 1000; 2 base 1000", {3}},
        {"not offered, and not wanted", {{3, 0}}, "1 base 1000; 2 base 1000", {}},
    };
    for (Row const& row : rows) {
        CAPTURE(row.name);
        Quote const quote = quote_of(catalogue_of_extras(), 1, 2, row.extras);
        CHECK(text_of(quote.lines) == row.lines);
        CHECK(quote.missing_extras == row.missing);
        CHECK(quote.is_complete() == row.missing.empty());
    }
}

TEST_CASE("one discount on the base, one on the sum of the monthly extras") {
    struct Row {
        char const* name;
        DiscountScope scope;
        std::optional<Money> total;
        char const* lines;
    };

    constexpr DiscountScope none{.base = false, .extras = false, .overage = false};
    constexpr DiscountScope extras{.base = false, .extras = true, .overage = false};
    constexpr DiscountScope both{.base = true, .extras = true, .overage = false};
    // Two sites and one domain: 307 a month, 10 % of which are 30.7.
    Row const rows[] = {
        {"neither",
         none,
         {},
         "1 base 1000; 1 extra[0] x1 300; 1 extra[1] x1 7; 1 extra_one_off[0] x1 500"},
        {"extras, not what is paid once",
         extras,
         {},
         "1 base 1000; 1 extra[0] x1 300; 1 extra[1] x1 7; 1 term_discount -31; "
         "1 extra_one_off[0] x1 500"},
        {"both",
         both,
         {},
         "1 base 1000; 1 term_discount -100; 1 extra[0] x1 300; 1 extra[1] x1 7; "
         "1 term_discount -31; 1 extra_one_off[0] x1 500"},
        {"a total is not discounted, extras still are", both, Money{2'400},
         "1 base 800; 1 extra[0] x1 300; 1 extra[1] x1 7; 1 term_discount -31; "
         "1 extra_one_off[0] x1 500"},
    };
    for (Row const& row : rows) {
        CAPTURE(row.name);
        Catalogue catalogue = catalogue_of_extras();
        catalogue.term_discount_applies_to = row.scope;
        term_of(catalogue, 1).total = row.total;
        CHECK(text_of(quote_of(catalogue, 3, 1, {{0, 2}, {1, 1}}).lines) == row.lines);
    }
}

TEST_CASE("what is fixed after the forecast, until the last term begun ends") {
    struct Row {
        char const* name;
        std::int32_t term_months;
        std::size_t month_count;
        std::int64_t beyond;
    };

    // A month costs 1000 less the discount, and 300 for a second site.
    Row const rows[] = {
        {"a month's term is over", 1, 3, 0},
        {"the first month of three", 3, 1, 2 * (900 + 300)},
        {"a month before its end", 3, 2, 900 + 300},
        {"its end", 3, 3, 0},
        {"the second term has begun", 3, 4, 2 * (900 + 300)},
        {"a forecast of 3 months with a term of 12 owes 9 more", 12, 3, 9 * (800 + 300)},
        {"11", 12, 11, 800 + 300},
        {"12", 12, 12, 0},
        {"13", 12, 13, 11 * (800 + 300)},
        {"the longest forecast", 12, 120, 0},
    };
    for (Row const& row : rows) {
        CAPTURE(row.name);
        Catalogue catalogue = catalogue_of_extras();
        term_of(catalogue, 2).setup_fee = Money{99};
        Quote const quote = quote_of(catalogue, row.term_months, row.month_count, {{0, 2}});
        CHECK(quote.committed_beyond == Money{row.beyond});
    }
    SUBCASE("of a total: the months that are left of it") {
        Catalogue catalogue = catalogue_of_terms();
        term_of(catalogue, 1).total = Money{301};
        CHECK(quote_of(catalogue, 3, 1).committed_beyond == Money{201});
        CHECK(quote_of(catalogue, 3, 2).committed_beyond == Money{101});
    }
}
