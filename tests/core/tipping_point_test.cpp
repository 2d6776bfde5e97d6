#include "core/advice/recommendation.hpp"
#include "core/pricing/comparison.hpp"
#include "tests/core/offers.hpp"
#include "tests/core/random_offers.hpp"
#include "tests/core/recommendations.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

using namespace kontingent;
using namespace kontingent::tests;

TEST_CASE("what would change the answer") {
    // The package for a year at 88200 a month against 145 an hour: on demand is cheaper up to
    // 364.9… minutes, so up to 360 of the increment, which is 60 % of 600; at 61 % 366 are 375.
    Catalogue const catalogue = small_catalogue();
    auto const made = recommendation(catalogue, a_year_of(600));
    CHECK(text_of(catalogue, made, made.fewer) == "60 % 360 on-demand");
    CHECK(text_of(catalogue, made, made.more) == "none");
    CHECK(made.typical_cheapest == std::size_t{1});
    // The same from below: 360 of 345 are 104.3 %, and 375 are needed; 104.4 % are 360.2.
    auto const below = recommendation(catalogue, a_year_of(345));
    CHECK(text_of(catalogue, below, below.fewer) == "none");
    CHECK(text_of(catalogue, below, below.more) == "105 % 362 standard/12");
    // The last percentage is 300: three times 120 are 360, 298 % of 121 are 360.6.
    auto const far = recommendation(catalogue, a_year_of(120));
    CHECK(text_of(catalogue, far, far.more) == "none");
    auto const edge = recommendation(catalogue, a_year_of(121));
    CHECK(text_of(catalogue, edge, edge.more) == "298 % 361 standard/12");
    auto const unused = recommendation(catalogue, a_year_of(0));
    CHECK(text_of(catalogue, unused, unused.more) == "none");
    // Another term is no change, though a package that costs nothing has its turn from one term to
    // the next.
    Catalogue gratis = small_catalogue();
    gratis.offers[0].subscription->monthly_price = Money{0};
    gratis.term_discount_applies_to = DiscountScope{.overage = true};
    auto const only_terms = recommendation(gratis, certain(months({900})));
    CHECK(ranking_of(gratis, only_terms) ==
          "standard/12 56251; standard/1 62501; on-demand 217500");
    CHECK_FALSE(only_terms.fewer);
}

TEST_CASE("hours are capped at what a month may have") {
    Catalogue const catalogue = small_catalogue();
    auto const made = recommendation(catalogue, certain(std::vector(12, month_usage_max)));
    CHECK(made.ranked.size() == 3);
    CHECK_FALSE(made.more);
}

TEST_CASE("turns are those of a comparison at every percentage") {
    constexpr std::uint64_t seed = 31'337;
    MESSAGE("seed ", seed);
    Random random(seed);
    int turns = 0;
    for (int round = 0; round < 40; ++round) {
        CAPTURE(round);
        Catalogue const catalogue = random_catalogue(random);
        auto const usage = random_usage(random, static_cast<std::size_t>(random.between(1, 6)));
        Requirements const required =
            random.between(0, 1) == 0 ? Requirements{} : term(random.between(0, 1) == 0 ? 1 : 6);
        auto const made = recommendation(catalogue, certain(usage), required);
        auto const cheapest_at = [&](std::int64_t percent, std::vector<Minutes>& changed) {
            changed.clear();
            for (Minutes const month : usage) {
                changed.push_back(Minutes{
                    std::min<std::int64_t>((2 * month.count * percent + 100) / 200, 60'000)});
            }
            auto const comparison = compare(catalogue, changed, Vat::domestic);
            REQUIRE(comparison);
            std::optional<std::tuple<std::int64_t, std::int32_t, std::int64_t, std::size_t>> least;
            for (ComparedOffer const& offer : comparison->offers) {
                Quote const& quote = offer.quote;
                bool const is_allowed = !catalogue.offers[offer.id.offer_index].is_package() ||
                                        !required.term_months_max ||
                                        quote.term_months <= *required.term_months_max;
                std::tuple const measure(quote.net.minor + quote.committed_beyond.minor,
                                         quote.term_months, quote.net.minor, offer.id.offer_index);
                if (is_allowed && (!least || measure < *least)) {
                    least = measure;
                }
            }
            return OfferId{std::get<3>(*least), std::get<1>(*least)};
        };
        std::vector<Minutes> changed;
        OfferId const at_hundred = cheapest_at(100, changed);
        REQUIRE(made.ranked_offers[*made.typical_cheapest].offer == at_hundred);
        REQUIRE(made.ranked_offers[made.ranked.front()].offer == at_hundred);
        auto const brute_force = [&](std::int32_t last) {
            std::int32_t const step = last < 100 ? -1 : 1;
            for (std::int32_t percent = 100; percent != last;) {
                percent += step;
                OfferId const winner = cheapest_at(percent, changed);
                if (winner.offer_index != at_hundred.offer_index) {
                    std::int64_t sum = 0;
                    for (Minutes const month : changed) {
                        sum += month.count;
                    }
                    auto const count = static_cast<std::int64_t>(changed.size());
                    ++turns;
                    return std::to_string(percent) + " % " +
                           std::to_string((2 * sum + count) / (2 * count)) + " " +
                           name_of(catalogue, winner);
                }
            }
            return std::string("none");
        };
        REQUIRE(text_of(catalogue, made, made.fewer) == brute_force(0));
        REQUIRE(text_of(catalogue, made, made.more) == brute_force(300));
    }
    CHECK(turns > 40);
}
