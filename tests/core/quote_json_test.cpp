#include "core/json/writer.hpp"
#include "core/pricing/quote.hpp"
#include "tests/core/offers.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace kontingent;
using namespace kontingent::tests;

TEST_CASE("a quote as JSON, in the contract's order") {
    Scenario scenario = scenario_for("standard", months({900, 600}));
    scenario.term_months = 12;
    scenario.pooling = PairList{1};
    Catalogue const catalogue = small_catalogue();
    auto const quote = make_quote(catalogue, scenario);
    REQUIRE(quote);
    CHECK(quote_to_json(catalogue, *quote) == R"({
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
  "worked_minutes": 1500,
  "used_minutes": 1500,
  "overage_minutes": 300,
  "expired_minutes": 0,
  "left_minutes": 0,
  "open_minutes": 0,
  "missing_extras": [],
  "fixed": 176400,
  "expected": 62501,
  "committed_beyond": 882000,
  "net": 238901,
  "vat": 45391,
  "gross": 284292,
  "effective_hourly_rate": 9556
}
)");
}

TEST_CASE("a quote without lines, pairs and use") {
    Catalogue const catalogue = small_catalogue();
    auto const quote = make_quote(catalogue, scenario_for("on-demand", months({0})));
    REQUIRE(quote);
    std::string const json = quote_to_json(catalogue, *quote);
    CHECK(json.find("\"pooling\": [],") != std::string::npos);
    CHECK(json.find("\"lines\": [],") != std::string::npos);
    CHECK(json.find("\"effective_hourly_rate\": null") != std::string::npos);
}

TEST_CASE("JSON text is escaped") {
    CHECK(json_string("a\"b\\c\n\r\t\x01\x1f").text == R"("a\"b\\c\n\r\t\u0001\u001f")");
    CHECK(json_string("Zürich €").text == "\"Zürich €\"");
    CHECK(json_number(-9'223'372'036'854'775'807 - 1).text == "-9223372036854775808");
}
