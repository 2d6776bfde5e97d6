// What a scenario says of the work besides its minutes: kinds, tasks and extras.
#include "core/pricing/scenario.hpp"
#include "tests/core/offers.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace kontingent;
using namespace kontingent::tests;

namespace {

Catalogue catalogue_with_all() {
    Catalogue catalogue = small_catalogue();
    for (char const* id : {"regular", "urgent", "design"}) {
        catalogue.kinds.emplace_back().id = id;
    }
    for (Offer& offer : catalogue.offers) {
        offer.kinds.resize(3);
    }
    for (char const* id : {"site", "user"}) {
        catalogue.extras.emplace_back().id = id;
        catalogue.extras.back().max = 5;
    }
    return catalogue;
}

std::string scenario_text(std::string const& members) {
    return R"({"format": 1, "package": "standard", )" + members + "}";
}

std::string errors_of(std::string const& members, Catalogue const& catalogue) {
    auto const scenario = parse_scenario(scenario_text(members), catalogue);
    return scenario ? "" : text_of(scenario.error());
}

Scenario parsed(std::string const& members, Catalogue const& catalogue) {
    auto scenario = parse_scenario(scenario_text(members), catalogue);
    REQUIRE_MESSAGE(scenario, text_of(scenario.error()));
    return *std::move(scenario);
}

} // namespace

TEST_CASE("kinds, the usual task and extras are read") {
    Scenario const scenario =
        parsed(R"("usage_minutes": [60, 0], "kind_minutes": {"design": [10, 0], "urgent": [50, 0]},
               "task_minutes": 45, "extras": {"user": 5, "site": 0})",
               catalogue_with_all());
    CHECK(scenario.work.kinds ==
          std::vector<KindMonths>{{1, months({50, 0})}, {2, months({10, 0})}});
    CHECK(scenario.work.task_size == Minutes{45});
    CHECK(scenario.work.tasks.empty());
    CHECK(scenario.extras == ChosenExtras{{0, 0}, {1, 5}});
}

TEST_CASE("listed tasks are the month's usage") {
    Scenario const scenario =
        parsed(R"("tasks": [[10, {"minutes": 20, "kind": "urgent"}, {"minutes": 5}], []])",
               catalogue_with_all());
    CHECK(scenario.usage == months({35, 0}));
    CHECK(scenario.work.tasks == std::vector<std::vector<Task>>{
                                     {{Minutes{10}, 0}, {Minutes{20}, 1}, {Minutes{5}, 0}}, {}});
}

TEST_CASE("what is wrong with the work of a scenario") {
    struct Row {
        char const* name;
        char const* members;
        char const* errors;
    };

    Row const rows[] = {
        {"no work at all", R"("vat": "domestic")", "missing_member : usage_minutes"},
        {"an unknown kind", R"("usage_minutes": [9], "kind_minutes": {"night": [1]})",
         "unknown_id /kind_minutes/night: night"},
        {"the regular kind has the remainder",
         R"("usage_minutes": [9], "kind_minutes": {"regular": [1]})",
         "unknown_id /kind_minutes/regular: regular"},
        {"all of the month", R"("usage_minutes": [9], "kind_minutes": {"urgent": [9]})", ""},
        {"more than the month",
         R"("usage_minutes": [9, 9], "kind_minutes": {"urgent": [9, 5], "design": [0, 5]})",
         "kinds_exceed_usage /kind_minutes: 9"},
        {"fewer months", R"("usage_minutes": [9, 9], "kind_minutes": {"urgent": [9]})",
         "out_of_range /kind_minutes/urgent: entries 2..2"},
        {"a task of nothing", R"("usage_minutes": [9], "task_minutes": 0)",
         "out_of_range /task_minutes: 1..60000"},
        {"a listed task of nothing", R"("tasks": [[0]])", "out_of_range /tasks/0/0: 1..60000"},
        {"a listed task of text", R"("tasks": [["long"]])", "wrong_type /tasks/0/0: task"},
        {"the largest month of tasks", R"("tasks": [[59999, 1]])", ""},
        {"a minute more", R"("tasks": [[60000, 1]])", "out_of_range /tasks/0: 0..60000"},
        {"a task of an unknown kind", R"("tasks": [[{"minutes": 1, "kind": "night"}]])",
         "unknown_id /tasks/0/0/kind: night"},
        {"tasks and usage", R"("tasks": [[1]], "usage_minutes": [1], "task_minutes": 1)",
         "conflicting_member /usage_minutes: tasks; conflicting_member /task_minutes: tasks"},
        {"an unknown extra", R"("usage_minutes": [9], "extras": {"page": 1})",
         "unknown_id /extras/page: page"},
        {"as many as there may be", R"("usage_minutes": [9], "extras": {"site": 5})", ""},
        {"one more", R"("usage_minutes": [9], "extras": {"site": 6})",
         "out_of_range /extras/site: 0..5"},
        {"an extra twice", R"("usage_minutes": [9], "extras": {"site": 1, "site": 2})",
         "duplicate_member /extras/site: site"},
    };
    for (Row const& row : rows) {
        CAPTURE(row.name);
        CHECK(errors_of(row.members, catalogue_with_all()) == row.errors);
    }
}

TEST_CASE("a scenario in units") {
    Catalogue catalogue = catalogue_with_all();
    catalogue.unit.emplace();
    CHECK(parsed(R"("usage_units": [3], "kind_units": {"urgent": [1]})", catalogue).usage ==
          months({3}));
    CHECK(errors_of(R"("usage_minutes": [3])", catalogue) ==
          "missing_member : usage_units; unknown_member /usage_minutes: usage_minutes");
    CHECK(errors_of(R"("tasks": [[3]])", catalogue) == "unknown_member /tasks: tasks");
    CHECK(errors_of(R"("usage_units": [3], "task_minutes": 3)", catalogue) ==
          "unknown_member /task_minutes: task_minutes");
}

TEST_CASE("reverse charge of a catalogue that cannot have it") {
    Catalogue catalogue = catalogue_with_all();
    CHECK(errors_of(R"("usage_minutes": [3], "vat": "reverse_charge")", catalogue).empty());
    catalogue.prices_include_vat = true;
    CHECK(errors_of(R"("usage_minutes": [3], "vat": "reverse_charge")", catalogue) ==
          "no_reverse_charge /vat");
}
