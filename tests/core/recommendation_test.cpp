#include "core/advice/recommendation.hpp"
#include "tests/core/offers.hpp"
#include "tests/core/random_offers.hpp"
#include "tests/core/recommendations.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

using namespace kontingent;
using namespace kontingent::tests;

namespace {

Trials done_trials(Catalogue const& catalogue, Forecast const& forecast, std::size_t count) {
    auto trials = Trials::of(catalogue, forecast, 11, count);
    REQUIRE(trials);
    trials->run_all();
    return *std::move(trials);
}

// "response 1, service 0, term"
std::string text_of(std::vector<Exclusion> const& exclusions) {
    std::string text;
    for (Exclusion const& exclusion : exclusions) {
        text += text.empty() ? "" : ", ";
        switch (exclusion.kind) {
        case ExclusionKind::response:
            text += "response " + std::to_string(exclusion.level);
            break;
        case ExclusionKind::service:
            text += "service " + std::to_string(exclusion.service);
            break;
        case ExclusionKind::term:
            text += "term";
            break;
        case ExclusionKind::open_work:
            text += "open work";
            break;
        case ExclusionKind::extra:
            text += "extra " + std::to_string(exclusion.extra);
            break;
        }
    }
    return text;
}

// The small catalogue with three services, of which the package has the first two and on demand the
// second; the package answers after 60 minutes around the clock (levels 1 and 2) or 240 in business
// hours, on demand after 480 in business hours.
Catalogue promising() {
    Catalogue catalogue = small_catalogue();
    catalogue.services.resize(3);
    catalogue.offers[0].services = {0, 1};
    catalogue.offers.back().services = {1};
    for (std::int32_t level = 1; level <= 4; ++level) {
        bool const is_urgent = level <= 2;
        catalogue.offers[0].responses.push_back(
            {level, Minutes{is_urgent ? 60 : 240},
             is_urgent ? SupportHours::always : SupportHours::business});
        catalogue.offers.back().responses.push_back({level, Minutes{480}, SupportHours::business});
    }
    return catalogue;
}

Requirements response(std::int32_t level, std::int64_t within, SupportHours hours) {
    return {.responses = {{level, Minutes{within}, hours}},
            .services = {},
            .term_months_max = std::nullopt};
}

Requirements services(std::vector<std::size_t> indices) {
    return {.responses = {}, .services = std::move(indices), .term_months_max = std::nullopt};
}

} // namespace

TEST_CASE("each requirement at its edges") {
    using enum SupportHours;

    struct Row {
        char const* name;
        Requirements required;
        char const* of_month; // the package for a month, for a year, on demand
        char const* of_year;
        char const* of_on_demand;
    };

    Row const rows[] = {
        {"nothing", {}, "", "", ""},
        {"at once", response(1, 0, business), "response 1", "response 1", "response 1"},
        {"a minute sooner than promised", response(1, 59, always), "response 1", "response 1",
         "response 1"},
        {"as promised", response(1, 60, always), "", "", "response 1"},
        {"a minute later", response(1, 61, always), "", "", "response 1"},
        {"around the clock fulfils business hours", response(1, 60, business), "", "",
         "response 1"},
        {"business hours do not fulfil around the clock", response(3, 240, always), "response 3",
         "response 3", "response 3"},
        {"sooner than business hours promise", response(3, 239, business), "response 3",
         "response 3", "response 3"},
        {"as business hours promise", response(3, 240, business), "", "", "response 3"},
        {"sooner than on demand", response(4, 479, business), "", "", "response 4"},
        {"as on demand", response(4, 480, business), "", "", ""},
        {"later than on demand", response(4, 481, business), "", "", ""},
        {"as late as on demand, but around the clock", response(2, 480, always), "", "",
         "response 2"},
        {"a service of the package", services({0}), "", "", "service 0"},
        {"a service of both", services({1}), "", "", ""},
        {"a service of none", services({2}), "service 2", "service 2", "service 2"},
        {"all services", services({0, 1, 2}), "service 2", "service 2", "service 0, service 2"},
        {"a term of a month", term(1), "", "term", ""},
        {"a term below a year", term(11), "", "term", ""},
        {"a term of a year", term(12), "", "", ""},
        {"a longer term", term(13), "", "", ""},
        {"everything at once, in order",
         {.responses = {{1, Minutes{59}, always}, {3, Minutes{240}, always}},
          .services = {0, 2},
          .term_months_max = 1},
         "response 1, response 3, service 2",
         "response 1, response 3, service 2, term",
         "response 1, response 3, service 0, service 2"},
    };
    Catalogue const catalogue = promising();
    for (Row const& row : rows) {
        CAPTURE(row.name);
        CHECK(text_of(exclusions_of(catalogue, {0, 1}, row.required)) == row.of_month);
        CHECK(text_of(exclusions_of(catalogue, {0, 12}, row.required)) == row.of_year);
        CHECK(text_of(exclusions_of(catalogue, {1, 1}, row.required)) == row.of_on_demand);
    }
}

TEST_CASE("a level without a promise is not met") {
    Catalogue catalogue = promising();
    catalogue.offers[0].responses.erase(catalogue.offers[0].responses.begin());
    CHECK(text_of(exclusions_of(catalogue, {0, 1},
                                response(1, 1'000'000, SupportHours::business))) == "response 1");
}

TEST_CASE("the cheapest of those that are left") {
    Catalogue const catalogue = promising();
    Forecast const forecast = a_year_of(600);
    CHECK(ranking_of(catalogue, recommendation(catalogue, forecast)) ==
          "standard/12 1058400; standard/1 1176000; on-demand 1740000");
    CHECK(ranking_of(catalogue, recommendation(catalogue, forecast, term(1))) ==
          "standard/1 1176000; on-demand 1740000");
    auto const fast = response(1, 60, SupportHours::always);
    Forecast const unused = a_year_of(0);
    CHECK(ranking_of(catalogue, recommendation(catalogue, unused)) ==
          "on-demand 0; standard/12 1058400; standard/1 1176000");
    CHECK(ranking_of(catalogue, recommendation(catalogue, unused, fast)) ==
          "standard/12 1058400; standard/1 1176000");
}

TEST_CASE("what a term binds after the forecast decides, too") {
    struct Row {
        char const* name;
        std::size_t month_count;
        char const* ranking; // by price alone the term of 12 months is always first
    };

    // A year costs 1058400, a month 98000: from 11 months on the year is cheaper altogether.
    Row const rows[] = {
        {"two months", 2, "standard/1 196000; on-demand 290000; standard/12 176400"},
        {"ten", 10, "standard/1 980000; standard/12 882000; on-demand 1450000"},
        {"eleven", 11, "standard/12 970200; standard/1 1078000; on-demand 1595000"},
        {"a year", 12, "standard/12 1058400; standard/1 1176000; on-demand 1740000"},
        {"the second year has begun", 13,
         "standard/1 1274000; on-demand 1885000; standard/12 1146600"},
    };
    for (Row const& row : rows) {
        CAPTURE(row.name);
        Catalogue const catalogue = small_catalogue();
        auto const usage = std::vector(row.month_count, Minutes{600});
        CHECK(ranking_of(catalogue, recommendation(catalogue, certain(usage))) == row.ranking);
    }
}

TEST_CASE("work or an extra without a price blocks a recommendation") {
    Catalogue catalogue = small_catalogue();
    catalogue.extras.resize(1);
    catalogue.extras[0].max = 5;
    catalogue.offers[0].extras = {
        {.extra = 0, .included = 1, .monthly_price = {}, .one_off_price = {}}};
    catalogue.offers.back().extras = {
        {.extra = 0, .included = 0, .monthly_price = Money{100}, .one_off_price = {}}};
    Forecast forecast = a_year_of(600);
    SUBCASE("the extra is included") {
        forecast.extras = {{0, 1}};
        auto const made = recommendation(catalogue, forecast);
        CHECK(made.ranked.size() == 3);
    }
    SUBCASE("one more is not") {
        forecast.extras = {{0, 2}};
        auto const made = recommendation(catalogue, forecast);
        CHECK(text_of(made.ranked_offers[0].exclusions) == "extra 0");
        CHECK(text_of(made.ranked_offers[1].exclusions) == "extra 0");
        CHECK(ranking_of(catalogue, made) == "on-demand 1742400");
    }
    SUBCASE("a minute beyond the hours is open") {
        catalogue.offers[0].overage = Overage{};
        catalogue.offers[0].overage.mode = OverageMode::on_request;
        CHECK(recommendation(catalogue, forecast).ranked.size() == 3);
        forecast.typical.back() = Minutes{601};
        auto const made = recommendation(catalogue, forecast);
        CHECK(text_of(made.ranked_offers[0].exclusions) == "open work");
        CHECK(ranking_of(catalogue, made) == "on-demand 1743625");
    }
    SUBCASE("in one of the trials") {
        catalogue.offers[0].overage = Overage{};
        catalogue.offers[0].overage.mode = OverageMode::on_request;
        forecast.low = forecast.typical;
        forecast.high = std::vector(12, Minutes{700});
        Trials const trials = done_trials(catalogue, forecast, 100);
        auto const made = recommendation(catalogue, forecast, {}, &trials);
        CHECK(text_of(made.ranked_offers[1].exclusions) == "open work");
    }
}

TEST_CASE("nothing is left") {
    Catalogue const catalogue = promising();
    auto const made = recommendation(catalogue, certain(months({600})), services({2}));
    REQUIRE(made.ranked_offers.size() == 3);
    CHECK(made.ranked_offers[1].net == Money{88'200});
    CHECK(made.ranked_offers[1].cheapest_chance == BasisPoints{0});
    CHECK(text_of(made.ranked_offers[2].exclusions) == "service 2");
    CHECK(made.ranked.empty());
    CHECK_FALSE(made.typical_cheapest);
    CHECK_FALSE(made.fewer);
    CHECK_FALSE(made.more);
    CHECK_FALSE(made.commitment);
}

TEST_CASE("among equals what binds for the shortest time, then the order of offers") {
    Catalogue catalogue = small_catalogue();
    catalogue.offers.insert(catalogue.offers.begin() + 1, catalogue.offers[0]);
    catalogue.offers[1].id = "alike";
    tests::set_discount(catalogue, 1, BasisPoints{0});
    catalogue.offers.back().overage = flat(9'800);
    auto const made = recommendation(catalogue, a_year_of(600));
    CHECK(ranking_of(catalogue, made) == "standard/1 1176000; alike/1 1176000; on-demand 1176000; "
                                         "standard/12 1176000; alike/12 1176000");
    CHECK(made.ranked_offers[0].cheapest_chance == BasisPoints{10'000});
    CHECK(made.ranked_offers[1].cheapest_chance == BasisPoints{0});
    CHECK_FALSE(made.commitment);
}

TEST_CASE("the expected cost decides, and says so where the typical months decide otherwise") {
    // Mostly nothing happens, but now and then a lot: at the typical hour on demand is cheaper, on
    // average the package is.
    Catalogue const catalogue = small_catalogue();
    Forecast const forecast{.typical = std::vector(12, Minutes{60}),
                            .low = std::vector(12, Minutes{0}),
                            .high = std::vector(12, Minutes{1'800}),
                            .resample = {}};
    Trials const trials = done_trials(catalogue, forecast, 4'000);
    auto const made = recommendation(catalogue, forecast, {}, &trials);
    CHECK(made.reason == RecommendationReason::lowest_expected_net);
    REQUIRE(made.ranked.size() == 3);
    CHECK(name_of(catalogue, made.ranked_offers[made.ranked[0]].offer) == "standard/12");
    CHECK(name_of(catalogue, made.ranked_offers[*made.typical_cheapest].offer) == "on-demand");
    // The turn leads from on demand to the recommended one, at hours that are certain.
    auto const at_typical = recommendation(catalogue, certain(forecast.typical));
    CHECK(at_typical.reason == RecommendationReason::lowest_net);
    CHECK(made.more == at_typical.more);
    CHECK(made.fewer == at_typical.fewer);
    CHECK(made.ranked_offers[2].net == Money{12 * 14'500});
}

TEST_CASE("figures are those of the trials, among the allowed ones alone") {
    constexpr std::uint64_t seed = 2'026;
    MESSAGE("seed ", seed);
    Random random(seed);
    for (int round = 0; round < 30; ++round) {
        CAPTURE(round);
        Catalogue const catalogue = random_catalogue(random);
        auto const month_count = static_cast<std::size_t>(random.between(1, 6));
        Forecast forecast = certain(random_usage(random, month_count));
        forecast.resample = random_usage(random, 5);
        Trials const trials = done_trials(catalogue, forecast, 100);
        Requirements const required = random.between(0, 1) == 0 ? Requirements{} : term(6);
        auto const made = recommendation(catalogue, forecast, required, &trials);
        auto const risks = trials.risks();
        auto allowed = made.ranked;
        std::ranges::sort(allowed);
        auto const chances = trials.cheapest_chances(allowed);
        REQUIRE(made.ranked_offers.size() == risks.size());
        std::size_t place = 0;
        for (std::size_t i = 0; i < risks.size(); ++i) {
            RankedOffer const& standing = made.ranked_offers[i];
            bool const is_allowed = place < allowed.size() && allowed[place] == i;
            REQUIRE(standing.offer == risks[i].offer);
            REQUIRE(standing.expected_net == risks[i].mean);
            REQUIRE(standing.exclusions.empty() == is_allowed);
            REQUIRE(standing.cheapest_chance == (is_allowed ? chances[place++] : BasisPoints{0}));
        }
        REQUIRE(place == allowed.size());
        REQUIRE(std::ranges::is_sorted(made.ranked, {}, [&](std::size_t i) {
            RankedOffer const& ranked = made.ranked_offers[i];
            return std::tuple(ranked.expected_net.minor + ranked.committed_beyond.minor,
                              ranked.offer.term_months, ranked.net, i);
        }));
        auto const without = recommendation(catalogue, certain(forecast.typical), required);
        REQUIRE(made.fewer == without.fewer);
        REQUIRE(made.more == without.more);
        for (std::size_t i = 0; i < risks.size(); ++i) {
            REQUIRE(made.ranked_offers[i].net == without.ranked_offers[i].net);
            REQUIRE(without.ranked_offers[i].expected_net == without.ranked_offers[i].net);
        }
    }
}

TEST_CASE("an offer too dear for 64 bits is an overflow") {
    Catalogue catalogue = small_catalogue();
    catalogue.offers[0].subscription->monthly_price =
        Money{std::numeric_limits<std::int64_t>::max()};
    auto const result = recommend(catalogue, certain(months({600})), {}, nullptr);
    REQUIRE_FALSE(result);
    CHECK(result.error() == Overflow{});
}
