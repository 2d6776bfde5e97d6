// The needs that a visitor finds fit what is sold.
#include "core/advice/initial_needs.hpp"
#include "tests/core/offers.hpp"

#include <doctest/doctest.h>

#include <vector>

using namespace kontingent;
using namespace kontingent::tests;

namespace {

Catalogue with_included(std::vector<std::int64_t> const& included) {
    Catalogue catalogue = small_catalogue();
    catalogue.offers.clear();
    for (std::int64_t const minutes : included) {
        catalogue.offers.push_back(package_offer("p", Minutes{minutes}, Money{1}, flat(12'000)));
    }
    return catalogue;
}

} // namespace

TEST_CASE("the first average lies between the smallest and the largest package") {
    struct Row {
        char const* name;
        std::vector<std::int64_t> included;
        std::int64_t average;
    };

    Row const rows[] = {
        {"twelve hours fit", {240, 1'200}, 720},
        {"just", {720, 1'200}, 720},
        {"just below", {240, 720}, 720},
        {"all smaller", {60, 240}, 150},
        {"all larger", {721, 1'201}, 960},
        {"one package", {45}, 45},
        {"two that are closer than half an hour", {50, 55}, 50},
        {"without included hours do not count", {0, 60, 120}, 90},
        {"none", {0}, 300},
    };
    for (Row const& row : rows) {
        CAPTURE(row.name);
        CHECK(initial_average(with_included(row.included)) == Minutes{row.average});
    }
}

TEST_CASE("the first average of other allowances") {
    Catalogue yearly = with_included({7'200, 14'400});
    for (Offer& offer : yearly.offers) {
        offer.allowance.period_months = 12;
    }
    CHECK(initial_average(yearly) == Minutes{720});

    Catalogue unlimited = with_included({600});
    unlimited.offers[0].allowance.is_unlimited = true;
    CHECK(initial_average(unlimited) == Minutes{300});

    Catalogue blocks = with_included({0});
    blocks.offers[0].overage = in_blocks(480, 1);
    CHECK(initial_average(blocks) == Minutes{480});

    // The last one decides nothing: twelve hours where they fit, else the middle.
    blocks = with_included({0, 0, 0});
    blocks.offers[0].overage = in_blocks(300, 12);
    blocks.offers[1].overage = in_blocks(600, 12);
    blocks.offers[2].overage = in_blocks(1'800, 24);
    CHECK(initial_average(blocks) == Minutes{720});
    blocks.offers[2].overage = in_blocks(540, 24);
    CHECK(initial_average(blocks) == Minutes{450});
    blocks.offers[0].overage = in_blocks(1'200, 24);
    blocks.offers[1].overage = in_blocks(840, 24);
    blocks.offers[2].overage = in_blocks(900, 24);
    CHECK(initial_average(blocks) == Minutes{1'020});

    // What a package includes decides where there are both.
    blocks.offers[1].allowance.included = Minutes{90};
    CHECK(initial_average(blocks) == Minutes{90});

    Catalogue units = with_included({2, 16});
    units.unit = Unit{};
    CHECK(initial_average(units) == Minutes{12});
    units.offers.pop_back();
    CHECK(initial_average(units) == Minutes{2});
    units.offers[0].allowance.included = Minutes{0};
    CHECK(initial_average(units) == Minutes{5});
}

TEST_CASE("a usual task and extras are there where the price depends on them") {
    Catalogue catalogue = with_included({600});
    CHECK(initial_needs(catalogue).task_size == Minutes{0});
    catalogue.offers[0].task = TaskRule{};
    CHECK(initial_needs(catalogue).task_size == Minutes{60});

    catalogue.extras.push_back({.id = "site", .name = {}, .summary = {}, .max = 9});
    OfferedExtra site{.extra = 0, .included = 2, .monthly_price = Money{5}, .one_off_price = {}};
    catalogue.offers[0].extras = {site};
    CHECK(included_number(catalogue, 0) == 2);
    CHECK(initial_needs(catalogue).extras.empty());
    // Nothing but the extra costs anything: one, not a package for nothing.
    site.included = 0;
    catalogue.offers[0].extras = {site};
    CHECK(initial_needs(catalogue).extras.empty());
    catalogue.offers[0].subscription->monthly_price = Money{0};
    CHECK(initial_needs(catalogue).extras == ChosenExtras{{0, 1}});
    catalogue.offers[0].subscription->terms[0].total = Money{100};
    CHECK(initial_needs(catalogue).extras.empty());
}
