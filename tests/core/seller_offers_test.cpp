// What agencies, freelancers and service providers of several countries sell, as the catalogue
// writes it, with totals worked out by hand from the sellers' own rules.
#include "core/catalogue/catalogue.hpp"
#include "core/pricing/quote.hpp"
#include "tests/core/offers.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace kontingent;
using namespace kontingent::tests;

namespace {

struct Bought {
    char const* scenario; // its members
    char const* totals;   // "net 48000, open_minutes 30": what the seller would charge
};

struct Sold {
    char const* name;
    char const* currency;
    int vat_basis_points;
    char const* members; // of the catalogue, besides those that every one has
    Bought bought[4];    // fewer end with an empty one
};

std::string catalogue_of(Sold const& sold) {
    return R"({"format": 1, "id": "sold", "languages": ["en"], "seller": {"name": "Seller"}, )"
           R"("currency": ")" +
           std::string(sold.currency) + R"(", "vat_basis_points": )" +
           std::to_string(sold.vat_basis_points) + ", " + sold.members + "}";
}

// The values that `totals` names, in its order.
std::string totals_of(Quote const& quote, std::string const& totals) {
    struct Named {
        char const* name;
        std::int64_t value;
    };

    Named const values[] = {{"net", quote.net.minor},           {"vat", quote.vat.minor},
                            {"gross", quote.gross.minor},       {"fixed", quote.fixed.minor},
                            {"expected", quote.expected.minor}, {"open_minutes", quote.open.count}};
    std::string text;
    for (std::size_t at = 0; at < totals.size();) {
        std::string const name = totals.substr(at, totals.find(' ', at) - at);
        for (Named const& value : values) {
            if (name == value.name) {
                text += (text.empty() ? "" : ", ") + name + " " + std::to_string(value.value);
            }
        }
        std::size_t const comma = totals.find(", ", at);
        at = comma == std::string::npos ? totals.size() : comma + 2;
    }
    return text;
}

// Returns how many scenarios were checked.
int check(Sold const& sold) {
    CAPTURE(sold.name);
    int count = 0;
    auto const catalogue = parse_catalogue(catalogue_of(sold));
    REQUIRE_MESSAGE(catalogue, text_of(catalogue.error()));
    for (Bought const& bought : sold.bought) {
        if (bought.scenario == nullptr) {
            break;
        }
        CAPTURE(bought.scenario);
        std::string const text = std::string(R"({"format": 1, )") + bought.scenario + "}";
        auto const scenario = parse_scenario(text, *catalogue);
        REQUIRE_MESSAGE(scenario, text_of(scenario.error()));
        auto const quote = make_quote(*catalogue, *scenario);
        REQUIRE(quote);
        CHECK(totals_of(*quote, bought.totals) == bought.totals);
        ++count;
    }
    return count;
}

// clang-format off
constexpr Sold offers[]{
    {"two sizes with a dearer rate for urgent work, and hours that only urgent work may use",
     "USD", 0, R"("billing_increment_minutes": 15, "terms": [{"months": 6}],
"kinds": [{"id": "regular", "name": {"en": "regular"}}, {"id": "urgent", "name": {"en": "urgent"}}],
"packages": [{"id": "ten", "name": {"en": "ten"}, "included_minutes": 600,
   "monthly_price": 100000,
   "kinds": [{"id": "urgent", "overage": {"mode": "graduated", "tiers": [{"hourly_rate": 30000}]}}],
   "overage": {"mode": "graduated", "tiers": [{"hourly_rate": 15000}]}},
  {"id": "twenty", "name": {"en": "twenty"}, "included_minutes": 1200,
   "monthly_price": 250000,
   "kinds": [{"id": "urgent", "overage": {"mode": "graduated", "tiers": [{"hourly_rate": 27500}]}}],
   "overage": {"mode": "graduated", "tiers": [{"hourly_rate": 14000}]}},
  {"id": "only", "name": {"en": "only"}, "included_minutes": 600,
   "monthly_price": 100000,
   "kinds": [{"id": "regular", "uses_included": false}, {"id": "urgent", "overage": {"mode": "graduated", "tiers": [{"hourly_rate": 15000}]}}],
   "overage": {"mode": "graduated", "tiers": [{"hourly_rate": 15000}]}}],
"on_demand": {"id": "on-demand", "name": {"en": "On demand"}, "overage": {"mode": "graduated", "tiers": [{"hourly_rate": 15000}]}})",
     {
         {R"("package": "ten", "usage_minutes": [480, 600, 840, 1200, 360, 720], "term_months": 6)", "net 840000"},
         {R"("package": "ten", "usage_minutes": [480, 600, 840, 1200, 360, 720], "term_months": 6, "kind_minutes": {"urgent": [0, 0, 120, 0, 0, 0]})", "net 870000"},
         {R"("package": "only", "usage_minutes": [480, 600, 840, 1200, 360, 720], "term_months": 6)", "net 1650000"},
         {R"("package": "ten", "usage_minutes": [840], "term_months": 6, "kind_minutes": {"urgent": [360]})", "net 220000"},
     }},
    {"hours that the next month may use, no later one",
     "EUR", 0, R"("billing_increment_minutes": 15,
"packages": [{"id": "one", "name": {"en": "one"}, "included_minutes": 60, "monthly_price": 5000,
   "overage": {"mode": "graduated", "tiers": [{"hourly_rate": 5000}]}},
  {"id": "four", "name": {"en": "four"}, "included_minutes": 240,
   "monthly_price": 16000, "carry": {"months": 1},
   "overage": {"mode": "graduated", "tiers": [{"hourly_rate": 5000}]}}])",
     {
         {R"("package": "four", "usage_minutes": [120, 360, 240])", "net 48000"},
         {R"("package": "four", "usage_minutes": [120, 240, 360])", "net 48000"},
         {R"("package": "four", "usage_minutes": [360, 120, 240])", "net 58000"},
     }},
    {"no hours included; a year paid at once is cheaper",
     "EUR", 1900, R"("billing_increment_minutes": 15, "terms": [{"months": 1}, {"months": 12}],
"packages": [{"id": "gold", "name": {"en": "gold"}, "included_minutes": 0,
   "monthly_price": 120000, "prices": [{"months": 12, "total": 1200000}],
   "overage": {"mode": "graduated", "tiers": [{"hourly_rate": 8000}]}}])",
     {
         {R"("package": "gold", "usage_minutes": [600, 600, 600, 600, 600, 600, 600, 600, 600, 600, 600, 600], "term_months": 12)", "net 2160000, gross 2570400"},
         {R"("package": "gold", "usage_minutes": [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], "term_months": 12)", "net 1200000"},
         {R"("package": "gold", "usage_minutes": [600, 0, 0], "term_months": 1)", "net 440000"},
     }},
    {"tickets in four sizes, cheaper beyond the larger ones",
     "GBP", 2000, R"("unit": {"one": {"en": "unit"}, "other": {"en": "units"}},
"packages": [{"id": "t2", "name": {"en": "t2"}, "included_units": 2, "monthly_price": 39000,
   "overage": {"mode": "graduated", "tiers": [{"unit_rate": 19500}]}},
  {"id": "t4", "name": {"en": "t4"}, "included_units": 4, "monthly_price": 69000,
   "overage": {"mode": "graduated", "tiers": [{"unit_rate": 17500}]}},
  {"id": "t8", "name": {"en": "t8"}, "included_units": 8, "monthly_price": 119000,
   "overage": {"mode": "graduated", "tiers": [{"unit_rate": 15000}]}},
  {"id": "t16", "name": {"en": "t16"}, "included_units": 16, "monthly_price": 199000,
   "overage": {"mode": "graduated", "tiers": [{"unit_rate": 12500}]}}])",
     {
         {R"("package": "t4", "usage_units": [3, 5, 2])", "net 224500"},
         {R"("package": "t2", "usage_units": [3, 5, 2])", "net 195000, gross 234000"},
         {R"("package": "t16", "usage_units": [20, 20, 20])", "net 747000"},
     }},
    {"one site included, others by number, 5 % off both for half a year",
     "USD", 0, R"("billing_increment_minutes": 15,
"terms": [{"months": 1}, {"months": 6, "discount_basis_points": 500}],
"term_discount_applies_to": ["base", "extras"],
"extras": [{"id": "site", "name": {"en": "site"}, "max": 1000}],
"packages": [{"id": "care", "name": {"en": "care"}, "included_minutes": 30, "monthly_price": 6900,
   "extras": [{"id": "site", "included": 1, "monthly_price": 3900}],
   "overage": {"mode": "graduated", "tiers": [{"hourly_rate": 13800}]}}])",
     {
         {R"("package": "care", "usage_minutes": [30, 30, 30, 30, 30, 30], "term_months": 6)", "net 39330"},
         {R"("package": "care", "usage_minutes": [30, 30, 30, 30, 30, 30], "term_months": 6, "extras": {"site": 2})", "net 61560"},
     }},
    {"five hours bought ahead for a year; without them the first hour is whole and express counts twice",
     "PLN", 2300, R"("billing_increment_minutes": 15,
"kinds": [{"id": "usual", "name": {"en": "usual"}}, {"id": "express", "name": {"en": "express"}}],
"packages": [{"id": "bank", "name": {"en": "bank"}, "included_minutes": 0, "monthly_price": 0,
   "overage": {"mode": "block", "tiers": [{"block_minutes": 300, "block_price": 115000}], "valid_months": 12}}],
"on_demand": {"id": "on-demand", "name": {"en": "On demand"}, "overage": {"mode": "graduated", "tiers": [{"hourly_rate": 24000}]}, "task": {"first_minutes": 60}, "kinds": [{"id": "express", "counts_basis_points": 20000}]})",
     {
         {R"("package": "bank", "usage_minutes": [60, 60, 60, 60, 60])", "net 115000"},
         {R"("package": "bank", "usage_minutes": [300, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])", "net 115000"},
         {R"("package": "on-demand", "tasks": [[20]])", "net 24000"},
         {R"("package": "on-demand", "tasks": [[{"minutes": 20, "kind": "express"}]])", "net 48000"},
     }},
    {"two small packages by the quarter hour, in kronor",
     "SEK", 2500, R"("billing_increment_minutes": 15,
"packages": [{"id": "small", "name": {"en": "small"}, "included_minutes": 60,
   "monthly_price": 35000,
   "overage": {"mode": "graduated", "tiers": [{"hourly_rate": 49500}]}},
  {"id": "medium", "name": {"en": "medium"}, "included_minutes": 120,
   "monthly_price": 65000,
   "overage": {"mode": "graduated", "tiers": [{"hourly_rate": 49500}]}}],
"on_demand": {"id": "on-demand", "name": {"en": "On demand"}, "overage": {"mode": "graduated", "tiers": [{"hourly_rate": 49500}]}})",
     {
         {R"("package": "medium", "usage_minutes": [45, 130, 180])", "net 256875, vat 64219, gross 321094"},
         {R"("package": "small", "usage_minutes": [45, 130, 180])", "net 265875"},
         {R"("package": "on-demand", "usage_minutes": [45, 130, 180])", "net 297000"},
     }},
    {"ten hours bought ahead for a year, or by the hour",
     "EUR", 2000, R"("billing_increment_minutes": 5,
"packages": [{"id": "pack", "name": {"en": "pack"}, "included_minutes": 0, "monthly_price": 0,
   "overage": {"mode": "block", "tiers": [{"block_minutes": 600, "block_price": 55000}], "valid_months": 12}}],
"on_demand": {"id": "on-demand", "name": {"en": "On demand"}, "overage": {"mode": "graduated", "tiers": [{"hourly_rate": 6500}]}})",
     {
         {R"("package": "pack", "usage_minutes": [50, 50, 50, 50, 50, 50, 50, 50, 50, 50, 50, 50])", "net 55000"},
         {R"("package": "pack", "usage_minutes": [600, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])", "net 55000"},
         {R"("package": "on-demand", "usage_minutes": [60, 0, 0])", "net 6500"},
     }},
    {"a card of five sessions, valid for a year",
     "DKK", 2500, R"("unit": {"one": {"en": "unit"}, "other": {"en": "units"}},
"packages": [{"id": "card", "name": {"en": "card"}, "included_units": 0, "monthly_price": 0,
   "overage": {"mode": "block", "tiers": [{"block_units": 5, "block_price": 200000}], "valid_months": 12}}])",
     {
         {R"("package": "card", "usage_units": [1, 1, 1, 1, 1])", "net 200000"},
         {R"("package": "card", "usage_units": [3, 3])", "net 400000"},
     }},
    {"as many hours as needed, for each user and server, with a set-up fee",
     "USD", 0, R"("billing_increment_minutes": 15, "terms": [{"months": 12}],
"extras": [{"id": "user", "name": {"en": "user"}, "max": 1000}, {"id": "server", "name": {"en": "server"}, "max": 1000}],
"packages": [{"id": "firm", "name": {"en": "firm"}, "included_minutes": "unlimited",
   "monthly_price": 80000, "setup_fee": 1662500,
   "extras": [{"id": "user", "monthly_price": 14500}, {"id": "server", "monthly_price": 18500}]}])",
     {
         {R"("package": "firm", "usage_minutes": [3000, 3000, 3000, 3000, 3000, 3000, 3000, 3000, 3000, 3000, 3000, 3000], "term_months": 12, "extras": {"user": 70, "server": 5})", "net 15912500, fixed 15912500, expected 0"},
     }},
    {"a yearly price with tax, three requests a month included, in yen",
     "JPY", 1000, R"("unit": {"one": {"en": "unit"}, "other": {"en": "units"}}, "prices_include_vat": true,
"terms": [{"months": 12}],
"packages": [{"id": "care", "name": {"en": "care"}, "included_units": 3, "monthly_price": 0,
   "prices": [{"months": 12, "total": 60000}],
   "overage": {"mode": "graduated", "tiers": [{"unit_rate": 3300}]}}])",
     {
         {R"("package": "care", "usage_units": [3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3], "term_months": 12)", "gross 60000"},
     }},
    {"by the hour only: consulting has its rate, Sundays count twice",
     "CHF", 810, R"("billing_increment_minutes": 15,
"kinds": [{"id": "code", "name": {"en": "code"}}, {"id": "consulting", "name": {"en": "consulting"}}, {"id": "sunday", "name": {"en": "sunday"}}],
"on_demand": {"id": "on-demand", "name": {"en": "On demand"}, "overage": {"mode": "graduated", "tiers": [{"hourly_rate": 16000}]}, "kinds": [{"id": "consulting", "overage": {"mode": "graduated", "tiers": [{"hourly_rate": 18000}]}}, {"id": "sunday", "counts_basis_points": 20000}]})",
     {
         {R"("package": "on-demand", "usage_minutes": [540], "kind_minutes": {"consulting": [120], "sunday": [120]})", "net 180000"},
         {R"("package": "on-demand", "usage_minutes": [300])", "net 80000, vat 6480, gross 86480"},
     }},
    {"at most two unused hours go on for a month; or a lower rate for a monthly fee",
     "USD", 0, R"("billing_increment_minutes": 15,
"packages": [{"id": "h8", "name": {"en": "h8"}, "included_minutes": 480, "monthly_price": 80000,
   "carry": {"months": 1, "cap_minutes": 120},
   "overage": {"mode": "graduated", "tiers": [{"hourly_rate": 10000}]}},
  {"id": "pro", "name": {"en": "pro"}, "included_minutes": 0, "monthly_price": 10000,
   "overage": {"mode": "graduated", "tiers": [{"hourly_rate": 10000}]}}],
"on_demand": {"id": "on-demand", "name": {"en": "On demand"}, "overage": {"mode": "graduated", "tiers": [{"hourly_rate": 12500}]}})",
     {
         {R"("package": "h8", "usage_minutes": [240, 660, 540])", "net 260000"},
         {R"("package": "pro", "usage_minutes": [240, 300, 360])", "net 180000"},
         {R"("package": "on-demand", "usage_minutes": [240, 300, 360])", "net 187500"},
     }},
    {"ten pages included, each further one paid once; a year at the price of ten months",
     "EUR", 2100, R"("billing_increment_minutes": 15, "terms": [{"months": 1}, {"months": 12}],
"extras": [{"id": "page", "name": {"en": "page"}, "max": 1000}],
"packages": [{"id": "care", "name": {"en": "care"}, "included_minutes": 0, "monthly_price": 10000,
   "prices": [{"months": 12, "total": 100000}],
   "extras": [{"id": "page", "included": 10, "one_off_price": 5000}],
   "overage": {"mode": "graduated", "tiers": [{"hourly_rate": 8000}]}}])",
     {
         {R"("package": "care", "usage_minutes": [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], "term_months": 12)", "net 100000, gross 121000"},
         {R"("package": "care", "usage_minutes": [120, 0, 0], "term_months": 1)", "net 46000"},
         {R"("package": "care", "usage_minutes": [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], "term_months": 12, "extras": {"page": 12})", "net 110000"},
     }},
    {"ten hours for a whole year",
     "GBP", 2000, R"("billing_increment_minutes": 15, "terms": [{"months": 12}],
"packages": [{"id": "sla", "name": {"en": "sla"}, "included_minutes": 600, "monthly_price": 0,
   "included_per": "year", "prices": [{"months": 12, "total": 49500}],
   "overage": {"mode": "graduated", "tiers": [{"hourly_rate": 3900}]}}])",
     {
         {R"("package": "sla", "usage_minutes": [0, 0, 360, 0, 0, 60, 0, 0, 240, 0, 0, 60], "term_months": 12)", "net 57300"},
     }},
    {"prices with tax; what is beyond is priced on request",
     "EUR", 2000, R"("billing_increment_minutes": 30, "prices_include_vat": true,
"packages": [{"id": "h15", "name": {"en": "h15"}, "included_minutes": 90, "monthly_price": 15000,
   "overage": {"mode": "on_request"}},
  {"id": "h2", "name": {"en": "h2"}, "included_minutes": 120, "monthly_price": 20000,
   "overage": {"mode": "on_request"}}])",
     {
         {R"("package": "h2", "usage_minutes": [120, 120, 120, 120, 120, 120, 120, 120, 120, 120, 120, 120])", "gross 240000"},
         {R"("package": "h15", "usage_minutes": [90, 90, 90, 90, 90, 90, 90, 90, 90, 90, 90, 90])", "gross 180000"},
         {R"("package": "h15", "usage_minutes": [120, 90])", "gross 30000, open_minutes 30"},
     }},
    {"by the quarter hour, at least half an hour a request",
     "GBP", 0, R"("billing_increment_minutes": 15, "terms": [{"months": 1}, {"months": 12}],
"packages": [{"id": "updates", "name": {"en": "updates"}, "included_minutes": 0,
   "monthly_price": 3400, "prices": [{"months": 12, "total": 37000}],
   "task": {"minimum_minutes": 30},
   "overage": {"mode": "block", "tiers": [{"block_minutes": 15, "block_price": 1400}]}}],
"on_demand": {"id": "on-demand", "name": {"en": "On demand"}, "overage": {"mode": "block", "tiers": [{"block_minutes": 15, "block_price": 1400}]}, "task": {"minimum_minutes": 30}})",
     {
         {R"("package": "on-demand", "tasks": [[15, 15]])", "net 5600"},
         {R"("package": "updates", "usage_minutes": [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], "term_months": 12)", "net 37000"},
         {R"("package": "on-demand", "tasks": [[60]])", "net 5600"},
     }},
    {"three sizes, begun half hours whole",
     "USD", 0, R"("billing_increment_minutes": 30, "terms": [{"months": 12}],
"packages": [{"id": "silver", "name": {"en": "silver"}, "included_minutes": 0,
   "monthly_price": 5500,
   "overage": {"mode": "block", "tiers": [{"block_minutes": 30, "block_price": 4950}]}},
  {"id": "gold", "name": {"en": "gold"}, "included_minutes": 60, "monthly_price": 7700,
   "overage": {"mode": "block", "tiers": [{"block_minutes": 30, "block_price": 4950}]}},
  {"id": "platinum", "name": {"en": "platinum"}, "included_minutes": 120,
   "monthly_price": 9900,
   "overage": {"mode": "block", "tiers": [{"block_minutes": 30, "block_price": 4950}]}}])",
     {
         {R"("package": "gold", "usage_minutes": [45, 75, 120], "term_months": 12)", "net 37950"},
         {R"("package": "platinum", "usage_minutes": [45, 75, 120], "term_months": 12)", "net 29700"},
         {R"("package": "silver", "usage_minutes": [45, 75, 120], "term_months": 12)", "net 61050"},
     }},
    {"updates are counted, not hours",
     "SGD", 900, R"("unit": {"one": {"en": "unit"}, "other": {"en": "units"}},
"packages": [{"id": "u45", "name": {"en": "u45"}, "included_units": 45, "monthly_price": 45000,
   "overage": {"mode": "graduated", "tiers": [{"unit_rate": 1000}]}}])",
     {
         {R"("package": "u45", "usage_units": [45, 50, 10])", "net 140000"},
     }},
    {"a monthly price without hours, for a year",
     "EUR", 1900, R"("billing_increment_minutes": 15, "terms": [{"months": 12}],
"packages": [{"id": "basic", "name": {"en": "basic"}, "included_minutes": 0,
   "monthly_price": 19900,
   "overage": {"mode": "graduated", "tiers": [{"hourly_rate": 12000}]}}])",
     {
         {R"("package": "basic", "usage_minutes": [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], "term_months": 12)", "net 238800, gross 284172"},
     }},
};
// clang-format on

} // namespace

TEST_CASE("offers of real sellers cost what the sellers say") {
    int count = 0;
    for (Sold const& sold : offers) {
        count += check(sold);
    }
    CHECK(count == 49);
}
