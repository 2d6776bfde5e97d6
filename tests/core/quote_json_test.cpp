#include "core/comparison.hpp"
#include "core/json_text.hpp"
#include "core/quote.hpp"
#include "tests/core/offers.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace kontingent;
using namespace kontingent::tests;

TEST_CASE("a quote as JSON, in the contract's order") {
    Scenario scenario = scenario_for("standard", months({900, 600}));
    scenario.term_months = 12;
    scenario.pooling = PairList{1};
    auto const quote = make_quote(small_catalogue(), scenario);
    REQUIRE(quote);
    CHECK(quote_to_json(*quote) == R"({
  "catalogue": "small-1",
  "package": "standard",
  "term_months": 12,
  "currency": "EUR",
  "pooling": [[1, 2]],
  "months": [
    {"month": 1, "used_minutes": 900, "included_minutes": 600, "overage_minutes": 0, "expired_minutes": 0, "net": 88200},
    {"month": 2, "used_minutes": 600, "included_minutes": 600, "overage_minutes": 300, "expired_minutes": 0, "net": 150701}
  ],
  "lines": [
    {"month": 1, "kind": "base", "minutes": null, "hourly_rate": null, "net": 98000},
    {"month": 1, "kind": "term_discount", "minutes": null, "hourly_rate": null, "net": -9800},
    {"month": 2, "kind": "base", "minutes": null, "hourly_rate": null, "net": 98000},
    {"month": 2, "kind": "term_discount", "minutes": null, "hourly_rate": null, "net": -9800},
    {"month": 2, "kind": "overage", "minutes": 240, "hourly_rate": 12500, "net": 50000},
    {"month": 2, "kind": "overage", "minutes": 60, "hourly_rate": 10001, "net": 10001},
    {"month": 2, "kind": "overage_flat_fee", "minutes": null, "hourly_rate": null, "net": 2500}
  ],
  "used_minutes": 1500,
  "overage_minutes": 300,
  "expired_minutes": 0,
  "net": 238901,
  "vat": 45391,
  "gross": 284292,
  "effective_hourly_rate": 9556
}
)");
}

TEST_CASE("a quote without lines, pairs and use") {
    auto const quote = make_quote(small_catalogue(), scenario_for("on-demand", months({0})));
    REQUIRE(quote);
    std::string const json = quote_to_json(*quote);
    CHECK(json.find("\"pooling\": [],") != std::string::npos);
    CHECK(json.find("\"lines\": [],") != std::string::npos);
    CHECK(json.find("\"effective_hourly_rate\": null") != std::string::npos);
}

TEST_CASE("a comparison as JSON") {
    Catalogue const catalogue = small_catalogue();
    auto const comparison = compare(catalogue, months({900, 300}), Vat::domestic);
    REQUIRE(comparison);
    CHECK(comparison_to_json(catalogue, *comparison) == R"({
  "catalogue": "small-1",
  "offers": [
    {"package": "standard", "term_months": 12, "pooling": [[1, 2]], "net": 176400, "gross": 209916, "used_minutes": 1200, "overage_minutes": 0, "expired_minutes": 0, "effective_hourly_rate": 8820},
    {"package": "standard", "term_months": 1, "pooling": [[1, 2]], "net": 196000, "gross": 233240, "used_minutes": 1200, "overage_minutes": 0, "expired_minutes": 0, "effective_hourly_rate": 9800},
    {"package": "on-demand", "term_months": 1, "pooling": [], "net": 290000, "gross": 345100, "used_minutes": 1200, "overage_minutes": 1200, "expired_minutes": 0, "effective_hourly_rate": 14500}
  ],
  "recommended": {"package": "standard", "term_months": 12, "reason": "lowest_net"},
  "runner_up": {"package": "standard", "term_months": 1, "net_difference": 19600}
}
)");
}

TEST_CASE("a single offer has no runner-up") {
    Catalogue const catalogue = small_catalogue();
    auto const comparison = compare(catalogue, months({60}), Vat::domestic, {3});
    REQUIRE(comparison);
    std::string const json = comparison_to_json(catalogue, *comparison);
    CHECK(json.find("\"recommended\": {\"package\": \"on-demand\"") != std::string::npos);
    CHECK(json.find("\"runner_up\": null") != std::string::npos);
}

TEST_CASE("JSON text is escaped") {
    CHECK(json_string("a\"b\\c\n\r\t\x01\x1f").text == R"("a\"b\\c\n\r\t\u0001\u001f")");
    CHECK(json_string("Zürich €").text == "\"Zürich €\"");
    CHECK(json_number(-9'223'372'036'854'775'807 - 1).text == "-9223372036854775808");
}
