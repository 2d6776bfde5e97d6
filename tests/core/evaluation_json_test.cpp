#include "core/advice/evaluation.hpp"
#include "tests/core/offers.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace kontingent;
using namespace kontingent::tests;

namespace {

std::string json_of(Catalogue const& catalogue, Scenario const& scenario) {
    auto const evaluation = evaluate(catalogue, scenario);
    REQUIRE(evaluation);
    return evaluation_to_json(catalogue, *evaluation);
}

// The line that begins with the member.
std::string member(std::string const& json, std::string const& name) {
    auto const start = json.find("\n  \"" + name + "\": ");
    REQUIRE(start != std::string::npos);
    auto const end = json.find('\n', start + 1);
    std::string line = json.substr(start + 7 + name.size(), end - start - 7 - name.size());
    return line.ends_with(',') ? line.substr(0, line.size() - 1) : line;
}

} // namespace

TEST_CASE("a comparison as JSON") {
    Catalogue catalogue = small_catalogue();
    catalogue.offers[0].allowance.included = Minutes{300};
    catalogue.offers[0].overage = in_blocks(600, 60'000);
    CHECK(json_of(catalogue, scenario_for("standard", months({450, 150}))) == R"({
  "catalogue": "small-1",
  "offers": [
    {"package": "on-demand", "term_months": 1, "pooling": [], "net": 145000, "gross": 172550, "worked_minutes": 600, "used_minutes": 600, "overage_minutes": 600, "expired_minutes": 0, "open_minutes": 0, "missing_extras": [], "committed_beyond": 0, "effective_hourly_rate": 14500, "excluded": [], "risk": null},
    {"package": "standard", "term_months": 12, "pooling": [[1, 2]], "net": 176400, "gross": 209916, "worked_minutes": 600, "used_minutes": 600, "overage_minutes": 0, "expired_minutes": 0, "open_minutes": 0, "missing_extras": [], "committed_beyond": 882000, "effective_hourly_rate": 17640, "excluded": [], "risk": null},
    {"package": "standard", "term_months": 1, "pooling": [[1, 2]], "net": 196000, "gross": 233240, "worked_minutes": 600, "used_minutes": 600, "overage_minutes": 0, "expired_minutes": 0, "open_minutes": 0, "missing_extras": [], "committed_beyond": 0, "effective_hourly_rate": 19600, "excluded": [], "risk": null}
  ],
  "recommended": {"package": "on-demand", "term_months": 1, "reason": "lowest_net", "expected_net": 145000, "cheapest_chance_basis_points": 10000, "commitment": null, "changes": {"from": {"package": "on-demand", "term_months": 1}, "fewer": null, "more": {"percent": 174, "average_minutes": 522, "package": "standard", "term_months": 1}}},
  "runner_up": {"package": "standard", "term_months": 1, "net_difference": 51000},
  "break_even": {"horizon_months": 12, "increment_minutes": 15, "cheapest": [
    {"from_minutes": 0, "to_minutes": 600, "package": "on-demand", "term_months": 1},
    {"from_minutes": 615, "to_minutes": 1200, "package": "standard", "term_months": 12}
  ], "cliffs": []}
}
)");
}

TEST_CASE("what excludes an offer, and what its risk is") {
    Catalogue catalogue = small_catalogue();
    catalogue.services.resize(1);
    catalogue.services[0].id = "monitoring";
    catalogue.offers[0].services = {0};
    for (std::int32_t level = 1; level <= 4; ++level) {
        catalogue.offers[0].responses.push_back({level, Minutes{60}, SupportHours::business});
        catalogue.offers.back().responses.push_back({level, Minutes{90}, SupportHours::business});
    }
    Scenario scenario = scenario_for("standard", months({600}));
    scenario.requirements = {.responses = {{2, Minutes{60}, SupportHours::business}},
                             .services = {0},
                             .term_months_max = 1};
    scenario.uncertainty =
        Uncertainty{.low = {}, .high = {}, .past = months({600}), .seed = std::nullopt};
    std::string const json = json_of(catalogue, scenario);
    auto const has = [&](char const* part) { return json.find(part) != std::string::npos; };
    CHECK(has(
        R"("excluded": [{"kind": "response", "level": 2}, {"kind": "service", "service": "monitoring"}], "risk": {"mean": 145000, "p10": 145000, "p50": 145000, "p90": 145000, "overage_chance_basis_points": 10000, "expired_minutes_mean": 0, "cheapest_chance_basis_points": 0})"));
    CHECK(has(R"("excluded": [{"kind": "term"}])"));
    CHECK(has(R"("excluded": [], "risk": {"mean": 98000,)"));
    CHECK(
        member(json, "recommended")
            .starts_with(
                R"({"package": "standard", "term_months": 1, "reason": "lowest_expected_net", "expected_net": 98000, "cheapest_chance_basis_points": 10000, "commitment": null,)"));
    CHECK(member(json, "runner_up") == "null");
    // The dearer ones stay in their place.
    CHECK(json.find("\"net\": 88200") < json.find("\"net\": 98000"));

    scenario.requirements.responses[0].within = Minutes{59};
    std::string const nothing = json_of(catalogue, scenario);
    CHECK(member(nothing, "recommended") == "null");
    CHECK(member(nothing, "runner_up") == "null");
    CHECK(member(nothing, "break_even") == "null");
}

TEST_CASE("what the term binds, and cliffs") {
    Catalogue catalogue = small_catalogue();
    catalogue.offers.back().overage =
        tiered(OverageMode::volume, {{Minutes{60}, HourlyRate{20'000}, std::nullopt},
                                     {std::nullopt, HourlyRate{14'500}, std::nullopt}});
    std::string const json =
        json_of(catalogue, scenario_for("standard", std::vector(12, Minutes{600})));
    CHECK(
        json.find(
            R"("commitment": {"term_months": 12, "shortest_term_months": 1, "committed": 1058400, "saved": 117600, "pays_from_month": 11})") !=
        std::string::npos);
    // 75 minutes at 145 an hour are 181.25, 60 at 200 are 200; twelve times over.
    CHECK(json.find(
              R"({"package": "on-demand", "term_months": 1, "at_minutes": 75, "drop": 22500})") !=
          std::string::npos);
}

TEST_CASE("the seed is the scenario's") {
    Scenario scenario = scenario_for("standard", months({600}));
    scenario.uncertainty =
        Uncertainty{.low = months({0}), .high = months({1'200}), .past = {}, .seed = std::nullopt};
    std::string const by_default = json_of(small_catalogue(), scenario);
    scenario.uncertainty->seed = trial_seed_default;
    CHECK(json_of(small_catalogue(), scenario) == by_default);
    scenario.uncertainty->seed = 2;
    CHECK(json_of(small_catalogue(), scenario) != by_default);
}
