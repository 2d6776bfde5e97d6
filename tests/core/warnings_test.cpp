// What check warns of: one catalogue without a warning, and a change of it for each.
#include "core/advice/warnings.hpp"
#include "tests/core/offers.hpp"

#include <doctest/doctest.h>

#include <functional>
#include <string>

using namespace kontingent;
using namespace kontingent::tests;

namespace {

// 4 hours for 400, 10 for 900, 20 for 1,600; beyond 120, 110 and 100 an hour; on demand 130.
Catalogue likely_catalogue() {
    Catalogue catalogue = small_catalogue();
    Offer const on_demand = catalogue.offers.back();
    catalogue.offers = {package_offer("s", Minutes{240}, Money{40'000}, flat(12'000)),
                        package_offer("m", Minutes{600}, Money{90'000}, flat(11'000)),
                        package_offer("l", Minutes{1'200}, Money{160'000}, flat(10'000)),
                        on_demand};
    catalogue.offers.back().overage = flat(13'000);
    return catalogue;
}

std::string text_of(std::vector<Warning> const& warnings) {
    std::string text;
    for (Warning const& warning : warnings) {
        text += (text.empty() ? "" : "; ") + std::string(warning_code(warning.kind)) + " " +
                std::to_string(warning.index);
        for (std::int64_t const value :
             {std::int64_t{warning.months}, warning.share.value, warning.work.count,
              warning.amount.minor, warning.usual.minor}) {
            text += value != 0 ? " " + std::to_string(value) : "";
        }
    }
    return text;
}

} // namespace

TEST_CASE("what is unlikely in a catalogue") {
    struct Row {
        char const* name;
        std::function<void(Catalogue&)> change;
        char const* warnings;
    };

    auto const vat = [](std::int64_t share) {
        return [share](Catalogue& catalogue) { catalogue.vat = BasisPoints{share}; };
    };
    auto const discount = [](std::int64_t share) {
        return [share](Catalogue& catalogue) { set_terms(catalogue, {{12, BasisPoints{share}}}); };
    };
    auto const price = [](std::size_t offer, std::int64_t minor) {
        return [=](Catalogue& catalogue) {
            catalogue.offers[offer].subscription->monthly_price = Money{minor};
        };
    };
    auto const volume = [](std::int64_t second_rate, std::int64_t second_fee) {
        return [=](Catalogue& catalogue) {
            catalogue.offers.back().overage = tiered(
                OverageMode::volume, {{Minutes{600}, HourlyRate{13'000}, std::nullopt},
                                      {std::nullopt, HourlyRate{second_rate}, Money{second_fee}}});
        };
    };
    Row const rows[] = {
        {"nothing", [](Catalogue&) {}, ""},
        {"no VAT", vat(0), ""},
        {"VAT of 0.25 %", vat(25), "low_vat 0 25"},
        {"VAT just below 1 %", vat(99), "low_vat 0 99"},
        {"VAT of 1 %", vat(100), ""},
        {"VAT of 30 %", vat(3'000), ""},
        {"VAT just above 30 %", vat(3'001), "high_vat 0 3001"},
        {"half off", discount(5'000), ""},
        {"more than half off", discount(5'001), "high_discount 0 12 5001"},
        {"a decimal point one place to the left", price(2, 16'000),
         "included_price 2 800 9000; overage_price 2 10000 800; never_cheapest 0; never_cheapest "
         "1"},
        {"a decimal point one place to the right", price(2, 1'600'000),
         "included_price 2 80000 10000; overage_price 2 10000 80000; never_cheapest 2"},
        {"an hour beyond at five times the included one",
         [](Catalogue& catalogue) { catalogue.offers[0].overage = flat(50'000); }, ""},
        {"just above", [](Catalogue& catalogue) { catalogue.offers[0].overage = flat(50'001); },
         "overage_price 0 50001 10000"},
        {"blocks are held against included hours, too",
         [](Catalogue& catalogue) { catalogue.offers[0].overage = in_blocks(120, 3'000); },
         "overage_price 0 1500 10000; never_cheapest 1; never_cheapest 2"},
        // 10 h at 130 are 1,300; 10.25 h at 126.83 are 1,300.01.
        {"more work that costs more in the next tier", volume(12'683, 0), ""},
        // 10.25 h at 126.82 are 1,299.91.
        {"more work that costs less in the next tier", volume(12'682, 0),
         "falling_overage 3 615 129991 130000"},
        {"but not with its fee", volume(12'682, 9), ""},
        {"a package that nobody should take", price(1, 160'000), "never_cheapest 1"},
        {"an extra that nobody sells",
         [](Catalogue& catalogue) { catalogue.extras.emplace_back().id = "site"; },
         "unsold_extra 0"},
        {"a kind of work like the first one",
         [](Catalogue& catalogue) {
             catalogue.kinds.resize(3);
             for (Offer& offer : catalogue.offers) {
                 offer.kinds.resize(3);
             }
             catalogue.offers[1].kinds[1].counts = BasisPoints{20'000};
         },
         "kind_without_rule 2"},
        {"one offer alone", [](Catalogue& catalogue) { catalogue.offers.resize(1); }, ""},
    };
    for (Row const& row : rows) {
        CAPTURE(row.name);
        Catalogue catalogue = likely_catalogue();
        row.change(catalogue);
        CHECK(text_of(warnings_of(catalogue)) == row.warnings);
    }
}

TEST_CASE("the price of an hour, included and beyond") {
    Catalogue catalogue = likely_catalogue();
    Offer& offer = catalogue.offers[0];
    CHECK(included_hour_price(catalogue, offer) == Money{10'000});
    CHECK(first_overage_price(catalogue, offer) == Money{12'000});
    offer.allowance.period_months = 3; // 12 months' price of 16 hours
    CHECK(included_hour_price(catalogue, offer) == Money{30'000});
    offer.subscription->terms = {
        {.months = 3, .discount = {}, .total = Money{60'000}, .setup_fee = {}}};
    CHECK(included_hour_price(catalogue, offer) == Money{15'000});
    offer.allowance.is_unlimited = true;
    CHECK(included_hour_price(catalogue, offer) == Money{0});
    CHECK(included_hour_price(catalogue, catalogue.offers.back()) == Money{0});
    catalogue.unit = Unit{};
    CHECK(included_hour_price(catalogue, catalogue.offers[1]) == Money{150});
    offer.overage = in_blocks(5, 1'001);
    CHECK(first_overage_price(catalogue, offer) == Money{200});
    offer.overage =
        Overage{.mode = OverageMode::on_request, .tiers = {}, .block_size = {}, .block_price = {}};
    CHECK(first_overage_price(catalogue, offer) == Money{0});
}
