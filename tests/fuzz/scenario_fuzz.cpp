#include "core/catalogue/catalogue.hpp"
#include "core/pricing/quote.hpp"
#include "core/pricing/scenario.hpp"
#include "tests/fuzz/check.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

using namespace kontingent;
using fuzz::require;

namespace {

constexpr std::string_view catalogue_text =
    R"({"format": 1, "id": "f", "currency": "EUR", "vat_basis_points": 1900,
"billing_increment_minutes": 15, "horizon_months": 12, "languages": ["de"],
"seller": {"name": "N", "street": "S", "postcode": "P", "city": "C", "country": "L", "vat_id": "V", "email": "a@b", "phone": "1", "url": "https://b"},
"services": [{"id": "s", "name": {"de": "S"}, "description": {"de": "S"}}],
"levels": [{"level": 1, "name": {"de": "N"}, "definition": {"de": "D"}, "examples": [{"de": "E"}], "typical_minutes": 60},
{"level": 2, "name": {"de": "N"}, "definition": {"de": "D"}, "examples": [{"de": "E"}], "typical_minutes": 60},
{"level": 3, "name": {"de": "N"}, "definition": {"de": "D"}, "examples": [{"de": "E"}], "typical_minutes": 60},
{"level": 4, "name": {"de": "N"}, "definition": {"de": "D"}, "examples": [{"de": "E"}], "typical_minutes": 60}],
"kinds": [{"id": "regular", "name": {"de": "R"}}, {"id": "urgent", "name": {"de": "U"}}],
"extras": [{"id": "site", "name": {"de": "S"}, "max": 10}],
"seasons": [{"id": "even", "name": {"de": "E"}, "weights": [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]}],
"triage": {"start": "q", "questions": [{"id": "q", "question": {"de": "Q"}, "answers": [{"text": {"de": "1"}, "level": 1},
{"text": {"de": "2"}, "level": 2}, {"text": {"de": "3"}, "level": 3}, {"text": {"de": "4"}, "level": 4}]}]},
"packages": [{"id": "standard", "name": {"de": "S"}, "summary": {"de": "S"}, "included_minutes": 600, "monthly_price": 98000, "services": [],
"responses": [{"level": 1, "minutes": 1, "hours": "always"}, {"level": 2, "minutes": 1, "hours": "always"},
{"level": 3, "minutes": 1, "hours": "always"}, {"level": 4, "minutes": 1, "hours": "always"}],
"overage": {"mode": "graduated", "tiers": [{"up_to_minutes": 240, "hourly_rate": 12500, "flat_fee": 2500}, {"hourly_rate": 11000}]},
"pooling": {"pairs_per_term_max": 2}},
{"id": "flexible", "name": {"de": "F"}, "summary": {"de": "F"}, "included_minutes": 60, "monthly_price": 9000, "services": [],
"responses": [{"level": 1, "minutes": 1, "hours": "always"}, {"level": 2, "minutes": 1, "hours": "always"},
{"level": 3, "minutes": 1, "hours": "always"}, {"level": 4, "minutes": 1, "hours": "always"}],
"overage": {"mode": "block", "tiers": [{"block_minutes": 300, "block_price": 50000}], "valid_months": 3},
"carry": {"months": 2, "cap_minutes": 90, "share_basis_points": 5000}, "setup_fee": 5000,
"kinds": [{"id": "urgent", "counts_basis_points": 15000, "uses_included": false, "overage": {"mode": "on_request"}}],
"task": {"minimum_minutes": 15, "first_minutes": 60, "increment_minutes": 30, "fee": 900},
"extras": [{"id": "site", "included": 1, "monthly_price": 2900, "one_off_price": 9900}]}],
"on_demand": {"id": "on-demand", "name": {"de": "O"}, "summary": {"de": "O"}, "services": [],
"responses": [{"level": 1, "minutes": 1, "hours": "always"}, {"level": 2, "minutes": 1, "hours": "always"},
{"level": 3, "minutes": 1, "hours": "always"}, {"level": 4, "minutes": 1, "hours": "always"}],
"overage": {"mode": "volume", "tiers": [{"up_to_minutes": 120, "hourly_rate": 16000}, {"hourly_rate": 14500}]}},
"terms": [{"months": 1, "discount_basis_points": 0}, {"months": 12, "discount_basis_points": 1000}],
"term_discount_applies_to": "base_and_overage", "faq": [], "sample": false})";

Catalogue const& catalogue() {
    static Catalogue const parsed = [] {
        auto result = parse_catalogue(catalogue_text);
        require(result.has_value());
        return *std::move(result);
    }();
    return parsed;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    std::string_view const text(reinterpret_cast<char const*>(data), size);
    auto const scenario = parse_scenario(text, catalogue());
    if (!scenario) {
        fuzz::require_valid_errors(scenario.error(), text);
        return 0;
    }
    std::string const written = scenario_to_json(*scenario, catalogue());
    auto const again = parse_scenario(written, catalogue());
    require(again && scenario_to_json(*again, catalogue()) == written);

    auto const quote = make_quote(catalogue(), *scenario);
    require(quote.has_value());
    require(quote->months.size() == scenario->usage.size());
    std::int64_t net = 0;
    for (Line const& line : quote->lines) {
        net += line.net.minor;
    }
    require(net == quote->net.minor);
    return 0;
}
