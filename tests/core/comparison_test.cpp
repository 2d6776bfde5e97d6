#include "core/pricing/comparison.hpp"
#include "tests/core/offers.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace kontingent;
using namespace kontingent::tests;

namespace {

// "standard/12 98000; on-demand/1 145000"
std::string ranking_of(Catalogue const& catalogue, std::vector<Minutes> const& usage) {
    auto const comparison = compare(catalogue, usage, Vat::domestic);
    REQUIRE(comparison);
    std::string text;
    for (ComparedOffer const& offer : comparison->offers) {
        text += text.empty() ? "" : "; ";
        text += offer.quote.package_id + "/" + std::to_string(offer.quote.term_months) + " " +
                std::to_string(offer.quote.net.minor);
        CHECK(offer.quote.package_id == catalogue.offers[offer.id.offer_index].id);
    }
    return text;
}

// "a" before "b", both at one price, so that every tie can be made.
Catalogue two_alike() {
    Catalogue catalogue = small_catalogue();
    catalogue.offers.insert(catalogue.offers.begin() + 1, catalogue.offers[0]);
    catalogue.offers[0].id = "b";
    catalogue.offers[1].id = "a";
    return catalogue;
}

} // namespace

TEST_CASE("offers rise by net") {
    CHECK(ranking_of(small_catalogue(), months({600})) ==
          "standard/12 88200; standard/1 98000; on-demand/1 145000");
    CHECK(ranking_of(small_catalogue(), months({60})) ==
          "on-demand/1 14500; standard/12 88200; standard/1 98000");
}

TEST_CASE("among equals the catalogue's order, on demand last, then the shorter term") {
    Catalogue catalogue = two_alike();
    tests::set_discount(catalogue, 1, BasisPoints{0});
    catalogue.offers.back().overage = flat(9'800);
    CHECK(ranking_of(catalogue, months({600})) ==
          "b/1 98000; b/12 98000; a/1 98000; a/12 98000; on-demand/1 98000");
}

TEST_CASE("every offer has its best pooling") {
    auto const comparison = compare(small_catalogue(), months({900, 300}), Vat::domestic);
    REQUIRE(comparison);
    CHECK(comparison->offers[0].quote.pooled_pairs == PairList{1});
    CHECK(comparison->offers[0].quote.net == Money{176'400});
}

TEST_CASE("reverse charge holds for every offer") {
    auto const comparison = compare(small_catalogue(), months({900, 300}), Vat::reverse_charge);
    REQUIRE(comparison);
    for (ComparedOffer const& offer : comparison->offers) {
        CHECK(offer.quote.vat == Money{0});
        CHECK(offer.quote.gross == offer.quote.net);
    }
}

TEST_CASE("an error of any offer is an error of the comparison") {
    Catalogue catalogue = small_catalogue();
    auto const no_months = compare(catalogue, {}, Vat::domestic);
    REQUIRE_FALSE(no_months);
    CHECK(text_of(no_months.error()) == "out_of_range /usage_minutes: entries 1..120");
    catalogue.offers.back().overage = in_blocks(1, 9'000'000'000'000'000'000);
    auto const too_dear = compare(catalogue, months({15}), Vat::domestic);
    REQUIRE_FALSE(too_dear);
    CHECK(text_of(too_dear.error()) == "overflow /usage_minutes");
}
