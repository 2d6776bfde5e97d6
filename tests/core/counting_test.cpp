// Tasks, billing increment and kinds of work.
#include "core/pricing/counting.hpp"
#include "core/pricing/quote.hpp"
#include "tests/core/offers.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace kontingent;
using namespace kontingent::tests;

namespace {

// By the minute; 600 minutes for 98000 or none for nothing, each minute beyond for 100; kinds
// regular, urgent and design.
Catalogue catalogue_of_kinds() {
    Catalogue catalogue = small_catalogue();
    catalogue.billing_increment = Minutes{1};
    for (char const* id : {"regular", "urgent", "design"}) {
        catalogue.kinds.emplace_back().id = id;
    }
    for (Offer& offer : catalogue.offers) {
        offer.overage = flat(6'000);
        offer.kinds.resize(3);
    }
    return catalogue;
}

Scenario scenario_of(std::string id, std::int64_t usage, std::int64_t urgent,
                     std::int64_t design = 0) {
    Scenario scenario = scenario_for(std::move(id), months({usage}));
    scenario.work.kinds = {{1, months({urgent})}, {2, months({design})}};
    return scenario;
}

Quote quote_of(Catalogue const& catalogue, Scenario const& scenario) {
    auto const quote = make_quote(catalogue, scenario);
    REQUIRE(quote);
    return *quote;
}

} // namespace

TEST_CASE("what a task counts as") {
    struct Row {
        char const* name;
        TaskRule rule;
        std::int64_t size, counts_as;
    };

    TaskRule const at_least_30{
        .minimum = Minutes{30}, .first = {}, .increment = Minutes{1}, .fee = {}};
    TaskRule const first_hour{
        .minimum = {}, .first = Minutes{60}, .increment = Minutes{15}, .fee = {}};
    TaskRule const quarters{.minimum = {}, .first = {}, .increment = Minutes{15}, .fee = {}};
    TaskRule const all{
        .minimum = Minutes{45}, .first = Minutes{30}, .increment = Minutes{10}, .fee = {}};
    Row const rows[] = {
        {"minimum: the smallest", at_least_30, 1, 30},
        {"minimum - 1", at_least_30, 29, 30},
        {"minimum", at_least_30, 30, 30},
        {"minimum + 1", at_least_30, 31, 31},
        {"first hour: the smallest", first_hour, 1, 60},
        {"first hour - 1", first_hour, 59, 60},
        {"first hour", first_hour, 60, 60},
        {"first hour + 1", first_hour, 61, 75},
        {"first hour and a quarter", first_hour, 75, 75},
        {"first hour, a quarter and 1", first_hour, 76, 90},
        {"quarters: the smallest", quarters, 1, 15},
        {"a quarter", quarters, 15, 15},
        {"a quarter + 1", quarters, 16, 30},
        {"first, then the minimum", all, 30, 45},
        {"one step, still below the minimum", all, 40, 45},
        {"two steps", all, 41, 50},
    };
    for (Row const& row : rows) {
        CAPTURE(row.name);
        CHECK(counted_task(row.rule, Minutes{row.size}) == Minutes{row.counts_as});
    }
}

TEST_CASE("a month of tasks of the usual size, kind by kind") {
    struct Row {
        char const* name;
        std::int64_t usage, urgent, size;
        std::int64_t used, tasks;
    };

    // At least 30 minutes each, for 250 besides.
    Row const rows[] = {
        {"no work, no task", 0, 0, 45, 0, 0},
        {"less than one", 44, 0, 45, 44, 1},
        {"exactly one", 45, 0, 45, 45, 1},
        {"a short remainder counts as a minimum", 46, 0, 45, 75, 2},
        {"many short ones", 60, 0, 10, 180, 6},
        {"each kind has a remainder of its own", 90, 50, 45, 45 + 30 + 40, 3},
    };
    for (Row const& row : rows) {
        CAPTURE(row.name);
        Catalogue catalogue = catalogue_of_kinds();
        catalogue.offers.back().task = TaskRule{
            .minimum = Minutes{30}, .first = {}, .increment = Minutes{1}, .fee = Money{250}};
        Scenario scenario = scenario_of("on-demand", row.usage, row.urgent);
        scenario.work.task_size = Minutes{row.size};
        Quote const quote = quote_of(catalogue, scenario);
        CHECK(quote.worked == Minutes{row.usage});
        CHECK(quote.used == Minutes{row.used});
        CHECK(quote.expected == Money{row.used * 100 + row.tasks * 250});
    }
}

TEST_CASE("listed tasks, and a fee for each in one line that no discount covers") {
    Catalogue catalogue = catalogue_of_kinds();
    catalogue.term_discount_applies_to = {.base = true, .extras = true, .overage = true};
    catalogue.offers[0].allowance.included = Minutes{0};
    catalogue.offers[0].task =
        TaskRule{.minimum = {}, .first = Minutes{60}, .increment = Minutes{1}, .fee = Money{250}};
    Scenario scenario = scenario_for("standard", months({105, 0}));
    scenario.term_months = 12;
    scenario.work.tasks = {{{Minutes{20}, 0}, {Minutes{85}, 1}}, {}};
    Quote const quote = quote_of(catalogue, scenario);
    CHECK(quote.used == Minutes{60 + 85});
    CHECK(text_of(quote.lines) ==
          "1 base 98000; 1 term_discount -9800; 1 overage 145@6000 14500; 1 term_discount -1450; "
          "1 task_fee x2 500; 2 base 98000; 2 term_discount -9800");
}

TEST_CASE("tasks change nothing without a rule or without sizes") {
    Catalogue catalogue = catalogue_of_kinds();
    Scenario scenario = scenario_for("on-demand", months({100}));
    scenario.work.task_size = Minutes{10};
    CHECK(quote_of(catalogue, scenario).used == Minutes{100});
    catalogue.offers.back().task =
        TaskRule{.minimum = Minutes{30}, .first = {}, .increment = Minutes{1}, .fee = Money{250}};
    scenario.work.task_size.reset();
    CHECK(text_of(quote_of(catalogue, scenario).lines) == "1 overage 100@6000 10000");
}

TEST_CASE("tasks first, then the increment of each kind, then what a minute counts as") {
    struct Row {
        char const* name;
        std::int64_t increment, counts_basis_points;
        std::int64_t usage, urgent;
        std::int64_t used;
    };

    Row const rows[] = {
        {"nothing", 15, 15'000, 0, 0, 0},
        {"the increment rounds each kind", 15, 10'000, 2, 1, 15 + 15},
        {"at the increment", 15, 10'000, 30, 15, 15 + 15},
        {"an increment and a minute", 15, 10'000, 31, 15, 30 + 15},
        {"one and a half, rounded up", 1, 15'000, 1, 1, 2},
        {"two are exactly three", 1, 15'000, 2, 2, 3},
        {"three are four and a half", 1, 15'000, 3, 3, 5},
        {"the increment comes before", 15, 15'000, 1, 1, 23},
        {"a minute counts as none", 1, 0, 10, 4, 6},
        {"double", 1, 20'000, 10, 4, 14},
        {"ten times", 1, 100'000, 10, 4, 46},
    };
    for (Row const& row : rows) {
        CAPTURE(row.name);
        Catalogue catalogue = catalogue_of_kinds();
        catalogue.billing_increment = Minutes{row.increment};
        catalogue.offers.back().kinds[1].counts = BasisPoints{row.counts_basis_points};
        Quote const quote = quote_of(catalogue, scenario_of("on-demand", row.usage, row.urgent));
        CHECK(quote.worked == Minutes{row.usage});
        CHECK(quote.used == Minutes{row.used});
        CHECK(quote.expected == Money{row.used * 100});
    }
}

TEST_CASE("kinds use the included minutes in the catalogue's order") {
    struct Row {
        char const* name;
        std::int64_t usage, urgent, design;
        char const* month;
        char const* lines;
    };

    // Urgent work beyond for 200 a minute, design never from the included.
    Row const rows[] = {
        {"all of it fits", 600, 100, 0, "1: 600 of 600 +0 -0 = 98000", "1 base 98000"},
        {"the later kind exceeds", 601, 100, 0, "1: 601 of 600 +1 -0 = 98200",
         "1 base 98000; 1 overage[1] 1@12000 200"},
        {"both exceed", 701, 100, 0, "1: 701 of 600 +101 -0 = 118100",
         "1 base 98000; 1 overage 1@6000 100; 1 overage[1] 100@12000 20000"},
        {"what does not use them exceeds at once", 10, 0, 10, "1: 10 of 600 +10 -600 = 99000",
         "1 base 98000; 1 overage 10@6000 1000"},
        {"without a tariff of its own it is charged with the regular work", 613, 1, 10,
         "1: 613 of 600 +13 -0 = 99400",
         "1 base 98000; 1 overage 12@6000 1200; 1 overage[1] 1@12000 200"},
    };
    for (Row const& row : rows) {
        CAPTURE(row.name);
        Catalogue catalogue = catalogue_of_kinds();
        catalogue.offers[0].kinds[1].overage = flat(12'000);
        catalogue.offers[0].kinds[2].uses_included = false;
        Quote const quote =
            quote_of(catalogue, scenario_of("standard", row.usage, row.urgent, row.design));
        CHECK(text_of(quote.months) == row.month);
        CHECK(text_of(quote.lines) == row.lines);
    }
}

TEST_CASE("hours that only a further kind may use") {
    Catalogue catalogue = catalogue_of_kinds();
    catalogue.offers[0].kinds[0].uses_included = false;
    Quote const quote = quote_of(catalogue, scenario_of("standard", 700, 650));
    CHECK(text_of(quote.months) == "1: 700 of 600 +100 -0 = 108000");
    CHECK(text_of(quote.lines) == "1 base 98000; 1 overage 100@6000 10000");
}

TEST_CASE("each tariff keeps its own blocks") {
    Catalogue catalogue = catalogue_of_kinds();
    Offer& offer = catalogue.offers.back();
    offer.overage = in_blocks(60, 5'000);
    offer.overage.block_valid_months = 2;
    offer.kinds[1].overage = in_blocks(60, 9'000);
    offer.kinds[1].overage->block_valid_months = 2;
    Scenario scenario = scenario_for("on-demand", months({20, 20, 20}));
    scenario.work.kinds = {{1, months({10, 20, 0})}};
    CHECK(text_of(quote_of(catalogue, scenario).lines) ==
          "1 overage 10x1 5000; 1 overage[1] 10x1 9000; 3 overage 20x1 5000");
}

TEST_CASE("work on request is open: no line, and what has a price is charged") {
    struct Row {
        char const* name;
        std::int64_t usage, urgent;
        std::int64_t open;
        char const* lines;
    };

    Row const rows[] = {
        {"within the hours", 600, 0, 0, "1 base 98000"},
        {"a minute beyond", 601, 0, 1, "1 base 98000"},
        {"a kind beyond has a price", 660, 60, 0, "1 base 98000; 1 overage[1] 60@12000 12000"},
        {"both", 661, 60, 1, "1 base 98000; 1 overage[1] 60@12000 12000"},
    };
    for (Row const& row : rows) {
        CAPTURE(row.name);
        Catalogue catalogue = catalogue_of_kinds();
        catalogue.offers[0].overage = Overage{};
        catalogue.offers[0].overage.mode = OverageMode::on_request;
        catalogue.offers[0].kinds[1].overage = flat(12'000);
        Quote const quote = quote_of(catalogue, scenario_of("standard", row.usage, row.urgent));
        CHECK(quote.open == Minutes{row.open});
        CHECK(quote.overage == Minutes{row.open + row.urgent});
        CHECK(quote.is_complete() == (row.open == 0));
        CHECK(text_of(quote.lines) == row.lines);
    }
}
