#include "core/advice/recommendation.hpp"
#include "core/pricing/comparison.hpp"
#include "core/pricing/scenario.hpp"
#include "tests/core/offers.hpp"
#include "tests/core/random_offers.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <limits>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

using namespace kontingent;
using namespace kontingent::tests;

namespace {

Forecast certain(std::vector<Minutes> usage) {
    return {.typical = usage, .low = usage, .high = usage, .resample = {}};
}

// The horizon's months alike: a term of 12 months binds nothing beyond them.
Forecast a_year_of(std::int64_t minutes) {
    return certain(std::vector(12, Minutes{minutes}));
}

Recommendation recommendation(Catalogue const& catalogue, Forecast const& forecast,
                              Requirements const& requirements = {},
                              Trials const* trials = nullptr) {
    auto result = recommend(catalogue, forecast, requirements, trials);
    REQUIRE(result);
    return *std::move(result);
}

Trials done_trials(Catalogue const& catalogue, Forecast const& forecast, std::size_t count) {
    auto trials = Trials::of(catalogue, forecast, 11, count);
    REQUIRE(trials);
    trials->run_all();
    return *std::move(trials);
}

std::string name_of(Catalogue const& catalogue, OfferId const& offer) {
    Offer const& found = catalogue.offers[offer.offer_index];
    return found.is_package() ? found.id + "/" + std::to_string(offer.term_months) : found.id;
}

// "standard/12 88200; standard/1 98000": the expected nets.
std::string ranking_of(Catalogue const& catalogue, Recommendation const& made) {
    std::string text;
    for (std::size_t const index : made.ranked) {
        text += text.empty() ? "" : "; ";
        text += name_of(catalogue, made.ranked_offers[index].offer) + " " +
                std::to_string(made.ranked_offers[index].expected_net.minor);
    }
    return text;
}

// "90 % 540 on-demand"
std::string text_of(Catalogue const& catalogue, Recommendation const& made,
                    std::optional<TippingPoint> const& turn) {
    return turn ? std::to_string(turn->percent) + " % " + std::to_string(turn->average.count) +
                      " " + name_of(catalogue, made.ranked_offers[turn->offer].offer)
                : "none";
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

Requirements term(std::int32_t months) {
    return {.responses = {}, .services = {}, .term_months_max = months};
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

TEST_CASE("what the term binds") {
    struct Row {
        char const* name;
        std::vector<Term> terms;
        std::int32_t allowed; // months at most; the longest term's are forecast
        char const* expected; // "12 against 1: committed 1058400, saved 117600, from month 11"
    };

    // 98000 a month. 12 * 0.9 are 10.8 months' prices.
    Row const rows[] = {
        {"ten per cent off a year",
         {{1, {}}, {12, BasisPoints{1'000}}},
         12,
         "12 against 1: committed 1058400, saved 117600, from month 11"},
        {"8.33 per cent are 11.0004 months' prices",
         {{1, {}}, {12, BasisPoints{833}}},
         12,
         "12 against 1: committed 1078044, saved 97956, from month 12"},
        {"8.34 per cent are 10.9992",
         {{1, {}}, {12, BasisPoints{834}}},
         12,
         "12 against 1: committed 1077924, saved 98076, from month 11"},
        {"half off",
         {{1, {}}, {12, BasisPoints{5'000}}},
         12,
         "12 against 1: committed 588000, saved 588000, from month 6"},
        {"all off",
         {{1, {}}, {12, BasisPoints{10'000}}},
         12,
         "12 against 1: committed 0, saved 1176000, from month 1"},
        {"the longest allowed",
         {{1, {}}, {6, BasisPoints{500}}, {12, BasisPoints{1'000}}},
         11,
         "6 against 1: committed 558600, saved 58800, from month 6"},
        {"only the shortest is allowed", {{1, {}}, {12, BasisPoints{1'000}}}, 11, "none"},
        // 10.8 months' prices lie in the fourth quarter, which begins with the tenth month.
        {"against quarters, which bind, too",
         {{3, {}}, {12, BasisPoints{1'000}}},
         12,
         "12 against 3: committed 1058400, saved 117600, from month 10"},
        {"against a year less",
         {{12, {}}, {24, BasisPoints{1'000}}},
         24,
         "24 against 12: committed 2116800, saved 235200, from month 13"},
    };
    for (Row const& row : rows) {
        CAPTURE(row.name);
        Catalogue catalogue = small_catalogue();
        tests::set_terms(catalogue, row.terms);
        auto const made = recommendation(
            catalogue,
            certain(std::vector(static_cast<std::size_t>(row.terms.back().months), Minutes{600})),
            term(row.allowed));
        std::string text = "none";
        if (made.commitment) {
            Commitment const& is = *made.commitment;
            text = std::to_string(is.term_months) + " against " +
                   std::to_string(is.shortest_term_months) + ": committed " +
                   std::to_string(is.committed.minor) + ", saved " +
                   std::to_string(is.saved.minor) + ", from month " +
                   std::to_string(is.pays_from_month);
        }
        CHECK(text == row.expected);
    }
}

TEST_CASE("a term pays sooner where it discounts extra hours, too") {
    // 10 hours beyond the included ones at 100: 1000 a month, of which the year takes 100 off.
    // 1058400 are fewer than 98000 and 10000 a month from 9.8 months on.
    Catalogue catalogue = small_catalogue();
    catalogue.offers[0].overage = flat(10'000);
    auto const usage = std::vector(12, Minutes{1'200});
    auto const base = recommendation(catalogue, certain(usage)).commitment;
    REQUIRE(base);
    CHECK(base->pays_from_month == 11);
    CHECK(base->saved == Money{117'600});
    catalogue.term_discount_applies_to = DiscountScope{.overage = true};
    auto const both = recommendation(catalogue, certain(usage)).commitment;
    REQUIRE(both);
    CHECK(both->pays_from_month == 10);
    CHECK(both->saved == Money{237'600});
    CHECK(both->committed == Money{1'058'400});
}

TEST_CASE("the month from which a term pays is that of quotes for a need that ends") {
    constexpr std::uint64_t seed = 5'150;
    MESSAGE("seed ", seed);
    Random random(seed);
    int commitments = 0;
    int sooner = 0; // than by the base alone
    for (int round = 0; round < 300; ++round) {
        CAPTURE(round);
        Catalogue catalogue = random_catalogue(random);
        if (random.between(0, 1) == 0) {
            tests::set_terms(catalogue, {catalogue.terms.begin() + 1, catalogue.terms.end()});
        }
        for (Offer& package : catalogue.offers) {
            package.allowance.pooling_pairs_per_term_max = 0;
        }
        Minutes const hours{random.between(0, 20) * 60};
        auto const forecast_months = static_cast<std::size_t>(random.between(1, 24));
        auto const made =
            recommendation(catalogue, certain(std::vector(forecast_months, hours)), {});
        if (!made.commitment) {
            continue;
        }
        ++commitments;
        Commitment const& commitment = *made.commitment;
        OfferId const& offer = made.ranked_offers[made.ranked.front()].offer;
        // The need lasts so many months, and the base is owed to the end of the last term.
        auto const cost = [&](std::int32_t term_months, std::int32_t needed) {
            std::int32_t const owed = (needed + term_months - 1) / term_months * term_months;
            std::vector<Minutes> usage(static_cast<std::size_t>(owed));
            std::fill_n(usage.begin(), needed, hours);
            Scenario scenario =
                scenario_for(catalogue.offers[offer.offer_index].id, std::move(usage));
            scenario.term_months = term_months;
            auto const quote = make_quote(catalogue, scenario);
            REQUIRE(quote);
            return quote->net.minor;
        };
        std::int32_t const shortest = catalogue.terms.front().months;
        std::int32_t needed = 1;
        while (cost(offer.term_months, needed) > cost(shortest, needed)) {
            ++needed;
            REQUIRE(needed <= offer.term_months);
        }
        REQUIRE(commitment.pays_from_month == needed);
        std::int64_t const base = commitment.committed.minor / commitment.term_months;
        std::int32_t const covered = (needed + shortest - 1) / shortest * shortest;
        Money const price = catalogue.offers[offer.offer_index].subscription->monthly_price;
        sooner += base * commitment.term_months > price.minor * covered ? 1 : 0;
    }
    CHECK(commitments > 100);
    CHECK(sooner > 10);
}

TEST_CASE("on demand binds nothing") {
    CHECK_FALSE(recommendation(small_catalogue(), certain(months({60}))).commitment);
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
