#include "core/pricing/quote.hpp"
#include "tests/core/offers.hpp"

#include <doctest/doctest.h>

#include <limits>
#include <optional>
#include <string>

using namespace kontingent;
using namespace kontingent::tests;

namespace {

constexpr std::int64_t highest = std::numeric_limits<std::int64_t>::max();

Quote quote_of(Catalogue const& catalogue, Scenario const& scenario) {
    auto const quote = make_quote(catalogue, scenario);
    REQUIRE(quote);
    return *quote;
}

std::string errors_of(Catalogue const& catalogue, Scenario const& scenario) {
    auto const quote = make_quote(catalogue, scenario);
    return quote ? "no error" : text_of(quote.error());
}

} // namespace

TEST_CASE("a month: usage meets the included minutes") {
    struct Row {
        char const* name;
        std::int64_t usage;
        char const* month;
        char const* lines;
    };

    Row const rows[] = {
        {"unused", 0, "1: 0 of 600 +0 -600 = 98000", "1 base 98000"},
        {"one minute is an increment", 1, "1: 15 of 600 +0 -585 = 98000", "1 base 98000"},
        {"an increment below", 585, "1: 585 of 600 +0 -15 = 98000", "1 base 98000"},
        {"rounded up to full use", 586, "1: 600 of 600 +0 -0 = 98000", "1 base 98000"},
        {"exactly used", 600, "1: 600 of 600 +0 -0 = 98000", "1 base 98000"},
        {"one minute beyond is an increment", 601, "1: 615 of 600 +15 -0 = 101125",
         "1 base 98000; 1 overage 15@12500 3125"},
        {"into the second tier", 855, "1: 855 of 600 +255 -0 = 153000",
         "1 base 98000; 1 overage 240@12500 50000; 1 overage 15@10001 2500; 1 overage_flat_fee "
         "2500"},
    };
    for (Row const& row : rows) {
        CAPTURE(row.name);
        Quote const quote =
            quote_of(small_catalogue(), scenario_for("standard", months({row.usage})));
        CHECK(text_of(quote.months) == row.month);
        CHECK(text_of(quote.lines) == row.lines);
    }
}

TEST_CASE("the increment rounds every month up, not their sum") {
    Catalogue catalogue = small_catalogue();
    catalogue.billing_increment = Minutes{60};
    Quote const quote = quote_of(catalogue, scenario_for("on-demand", months({1, 0, 61, 60})));
    CHECK(text_of(quote.months) == "1: 60 of 0 +60 -0 = 14500; 2: 0 of 0 +0 -0 = 0; 3: 120 of 0 "
                                   "+120 -0 = 29000; 4: 60 of 0 +60 -0 = 14500");
    CHECK(quote.used == Minutes{240});
}

TEST_CASE("a quote adds its months, VAT on the rounded net, and says its effective rate") {
    Quote const quote =
        quote_of(small_catalogue(), scenario_for("standard", months({600, 615, 300})));
    CHECK(quote.catalogue_id == "small-1");
    CHECK(quote.package_id == "standard");
    CHECK(quote.term_months == 1);
    CHECK(quote.currency == "EUR");
    CHECK(quote.used == Minutes{1'515});
    CHECK(quote.overage == Minutes{15});
    CHECK(quote.expired == Minutes{300});
    CHECK(quote.net == Money{297'125});
    CHECK(quote.vat == Money{56'454}); // 56453.75
    CHECK(quote.gross == Money{353'579});
    CHECK(quote.effective_hourly_rate == HourlyRate{11'767}); // 11767.33
}

TEST_CASE("VAT and effective rate round half away from zero") {
    Catalogue catalogue = small_catalogue();
    catalogue.offers[0].subscription->monthly_price = Money{50};
    Quote quote = quote_of(catalogue, scenario_for("standard", months({0})));
    CHECK(quote.vat == Money{10}); // 9.5
    CHECK(quote.gross == Money{60});
    CHECK(quote.effective_hourly_rate == std::nullopt);

    catalogue.offers[0].subscription->monthly_price = Money{41};
    quote = quote_of(catalogue, scenario_for("standard", months({120})));
    CHECK(quote.vat == Money{8});                         // 7.79
    CHECK(quote.effective_hourly_rate == HourlyRate{21}); // 20.5
}

TEST_CASE("reverse charge leaves VAT at 0") {
    Scenario scenario = scenario_for("standard", months({600}));
    scenario.vat = Vat::reverse_charge;
    Quote const quote = quote_of(small_catalogue(), scenario);
    CHECK(quote.net == Money{98'000});
    CHECK(quote.vat == Money{0});
    CHECK(quote.gross == Money{98'000});
}

TEST_CASE("prices that include VAT: lines are gross, net is their sum without VAT, rounded once") {
    struct Row {
        char const* name;
        std::int64_t price, vat_basis_points;
        std::int64_t net, vat;
    };

    Row const rows[] = {
        {"exact", 11'900, 1'900, 10'000, 1'900},
        {"84.03", 100, 1'900, 84, 16},
        {"half a cent goes away from zero", 1, 10'000, 1, 0},
        {"4.49", 41, 81'400, 4, 37},
        {"no VAT", 100, 0, 100, 0},
        {"the highest VAT", 1'100, 100'000, 100, 1'000},
    };
    for (Row const& row : rows) {
        CAPTURE(row.name);
        Catalogue catalogue = small_catalogue();
        catalogue.prices_include_vat = true;
        catalogue.vat = BasisPoints{row.vat_basis_points};
        catalogue.offers[0].subscription->monthly_price = Money{row.price};
        Quote const quote = quote_of(catalogue, scenario_for("standard", months({60})));
        CHECK(quote.net == Money{row.net});
        CHECK(quote.vat == Money{row.vat});
        CHECK(quote.gross == Money{row.price});
        CHECK(quote.fixed == Money{row.price});
        CHECK(quote.months[0].net == Money{row.price});
        CHECK(quote.effective_hourly_rate == HourlyRate{row.net});
    }
}

TEST_CASE("VAT comes after all lines, not line by line") {
    Catalogue catalogue = small_catalogue();
    catalogue.prices_include_vat = true;
    catalogue.offers[0].subscription->monthly_price = Money{100};
    Quote const quote = quote_of(catalogue, scenario_for("standard", months({0, 0, 0})));
    CHECK(quote.gross == Money{300});
    CHECK(quote.net == Money{252}); // 252.10, where three times 84.03 would be 252 as well …
    catalogue.offers[0].subscription->monthly_price = Money{103};
    Quote const other = quote_of(catalogue, scenario_for("standard", months({0, 0, 0})));
    CHECK(other.net == Money{260}); // … but 259.66 is not three times 87 (86.55)
}

TEST_CASE("a small business charges no VAT") {
    Catalogue catalogue = small_catalogue();
    catalogue.is_small_business = true;
    catalogue.vat = BasisPoints{0};
    Quote const quote = quote_of(catalogue, scenario_for("standard", months({600})));
    CHECK(quote.net == Money{98'000});
    CHECK(quote.vat == Money{0});
    CHECK(quote.gross == Money{98'000});
}

TEST_CASE("reverse charge needs net prices and a seller who charges VAT") {
    Scenario scenario = scenario_for("standard", months({600}));
    scenario.vat = Vat::reverse_charge;
    Catalogue gross = small_catalogue();
    gross.prices_include_vat = true;
    CHECK(errors_of(gross, scenario) == "no_reverse_charge /vat");
    Catalogue small = small_catalogue();
    small.is_small_business = true;
    small.vat = BasisPoints{0};
    CHECK(errors_of(small, scenario) == "no_reverse_charge /vat");
}

TEST_CASE("the effective rate is of hours as worked, or of units") {
    Catalogue catalogue = small_catalogue();
    Quote quote = quote_of(catalogue, scenario_for("standard", months({1})));
    CHECK(quote.worked == Minutes{1});
    CHECK(quote.used == Minutes{15});
    CHECK(quote.effective_hourly_rate == HourlyRate{98'000 * 60});
    catalogue.unit.emplace();
    catalogue.billing_increment = Minutes{1};
    quote = quote_of(catalogue, scenario_for("standard", months({3})));
    CHECK(quote.effective_hourly_rate == HourlyRate{32'667}); // 32666.67
}

TEST_CASE("the term discount on the base is a line of every month") {
    struct Row {
        char const* name;
        std::int64_t price, discount_basis_points;
        char const* lines;
    };

    Row const rows[] = {
        {"exact", 98'000, 1'000, "1 base 98000; 1 term_discount -9800"},
        {"half goes away from zero", 110, 500, "1 base 110; 1 term_discount -6"},
        {"below half", 109, 500, "1 base 109; 1 term_discount -5"},
        {"rounded to zero: no line", 9, 500, "1 base 9"},
        {"no discount: no line", 98'000, 0, "1 base 98000"},
        {"everything", 98'000, 10'000, "1 base 98000; 1 term_discount -98000"},
    };
    for (Row const& row : rows) {
        CAPTURE(row.name);
        Catalogue catalogue = small_catalogue();
        catalogue.offers[0].subscription->monthly_price = Money{row.price};
        tests::set_discount(catalogue, 1, BasisPoints{row.discount_basis_points});
        Scenario scenario = scenario_for("standard", months({600}));
        scenario.term_months = 12;
        Quote const quote = quote_of(catalogue, scenario);
        CHECK(quote.term_months == 12);
        CHECK(text_of(quote.lines) == row.lines);
    }
}

TEST_CASE("what the term discount covers") {
    Catalogue catalogue = small_catalogue();
    Scenario scenario = scenario_for("standard", months({1'200, 600}));
    scenario.term_months = 12;
    SUBCASE("the base alone") {
        CHECK(text_of(quote_of(catalogue, scenario).lines) ==
              "1 base 98000; 1 term_discount -9800; 1 overage 240@12500 50000; 1 overage 360@10001 "
              "60006; "
              "1 overage_flat_fee 2500; 2 base 98000; 2 term_discount -9800");
    }
    SUBCASE("the month's overage too: one line on its sum, fees included, none without overage") {
        catalogue.term_discount_applies_to = DiscountScope{.overage = true};
        CHECK(
            text_of(quote_of(catalogue, scenario).lines) ==
            "1 base 98000; 1 term_discount -9800; 1 overage 240@12500 50000; 1 overage 360@10001 "
            "60006; "
            "1 overage_flat_fee 2500; 1 term_discount -11251; 2 base 98000; 2 term_discount -9800");
    }
    SUBCASE("not on demand, which has no term") {
        catalogue.term_discount_applies_to = DiscountScope{.overage = true};
        scenario.package_id = "on-demand";
        Quote const quote = quote_of(catalogue, scenario);
        CHECK(quote.term_months == 1);
        CHECK(text_of(quote.lines) == "1 overage 1200@14500 290000; 2 overage 600@14500 145000");
    }
}

TEST_CASE("on demand: no base, no term, no pooling") {
    Scenario scenario = scenario_for("on-demand", months({0, 10, 60}));
    scenario.term_months = 12;
    scenario.pooling = BestPooling{};
    Quote const quote = quote_of(small_catalogue(), scenario);
    CHECK(quote.package_id == "on-demand");
    CHECK(quote.term_months == 1);
    CHECK(quote.pooled_pairs.empty());
    CHECK(text_of(quote.lines) == "2 overage 15@14500 3625; 3 overage 60@14500 14500");
    CHECK(quote.overage == Minutes{75});
    CHECK(quote.expired == Minutes{0});

    scenario.term_months = 77;
    CHECK(errors_of(small_catalogue(), scenario) == "no error");
    scenario.pooling = PairList{1};
    CHECK(errors_of(small_catalogue(), scenario) == "pooling_not_offered /pooling: on-demand");
}

TEST_CASE("a scenario made by hand is not trusted blindly") {
    Catalogue const catalogue = small_catalogue();
    CHECK(errors_of(catalogue, scenario_for("gold", months({0}))) == "unknown_id /package: gold");
    CHECK(errors_of(catalogue, scenario_for("standard", {})) ==
          "out_of_range /usage_minutes: entries 1..120");
    CHECK(errors_of(catalogue, scenario_for("standard", std::vector<Minutes>(121))) ==
          "out_of_range /usage_minutes: entries 1..120");
    CHECK(errors_of(catalogue, scenario_for("standard", std::vector<Minutes>(120))) == "no error");
    CHECK(errors_of(catalogue, scenario_for("standard", months({0, -1}))) ==
          "out_of_range /usage_minutes/1: 0..60000");
    CHECK(errors_of(catalogue, scenario_for("standard", months({60'001}))) ==
          "out_of_range /usage_minutes/0: 0..60000");
    CHECK(errors_of(catalogue, scenario_for("standard", months({60'000}))) == "no error");
    Scenario scenario = scenario_for("standard", months({0}));
    scenario.term_months = 6;
    CHECK(errors_of(catalogue, scenario) == "unknown_value /term_months: 1, 12");
}

TEST_CASE("overflow anywhere is an error, never a wrong number") {
    struct Row {
        char const* name;
        std::int64_t price;
        std::vector<Minutes> usage;
        char const* errors;
    };

    char const* error = "overflow /usage_minutes";
    Row const rows[] = {
        {"gross just fits", 7'750'732'804'079'643'535, months({600}), "no error"},
        {"gross does not", 7'750'732'804'079'643'536, months({600}), error},
        {"a month's sum", highest, months({615}), error},
        {"the sum of months", highest / 2 + 1, months({0, 0}), error},
        {"effective rate just fits", 150'000'000'000'000'000, months({1}), "no error"},
        {"effective rate", 160'000'000'000'000'000, months({1}), "overflow /usage_minutes"},
        {"effective rate of few minutes", 2'400'000'000'000'000'000, months({15}), error},
    };
    for (Row const& row : rows) {
        CAPTURE(row.name);
        Catalogue catalogue = small_catalogue();
        catalogue.offers[0].subscription->monthly_price = Money{row.price};
        CHECK(errors_of(catalogue, scenario_for("standard", row.usage)) == row.errors);
    }
    Catalogue catalogue = small_catalogue();
    catalogue.offers[0].overage = in_blocks(1, highest);
    Scenario scenario = scenario_for("standard", months({0, 615, 0}));
    scenario.pooling = BestPooling{};
    CHECK(errors_of(catalogue, scenario) == error);
}

TEST_CASE("fixed, expected and what expired minutes cost") {
    Catalogue catalogue = small_catalogue();
    catalogue.term_discount_applies_to = DiscountScope{.overage = true};
    Scenario scenario = scenario_for("standard", months({1'200, 400}));
    scenario.term_months = 12;
    Quote const quote = quote_of(catalogue, scenario);
    CHECK(quote.fixed == Money{176'400});
    CHECK(quote.expected == Money{101'255}); // 112506 - 11251
    CHECK(quote.net == Money{277'655});
    // 400 minutes are billed as 405, so 195 of 1200 expire: 176400 * 195 / 1200 = 28665.
    CHECK(cost_of_expired(quote) == Money{28'665});

    Quote const on_demand = quote_of(catalogue, scenario_for("on-demand", months({60})));
    CHECK(on_demand.fixed == Money{0});
    CHECK(on_demand.expected == Money{14'500});
    CHECK(cost_of_expired(on_demand) == Money{0});
}
