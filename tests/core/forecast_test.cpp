// Forecasts worked out by hand, and what holds for every forecast.
#include "core/advice/forecast.hpp"
#include "core/pricing/scenario.hpp"
#include "tests/core/offers.hpp"
#include "tests/core/random.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <string>

using namespace kontingent;
using namespace kontingent::tests;

namespace {

constexpr std::int32_t january = 0;
constexpr std::int32_t november = 10;
constexpr Season christmas{70, 70, 80, 80, 80, 80, 70, 80, 110, 140, 190, 150};
constexpr Season seven_months{1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0};
constexpr Season eight_months{1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0};

Catalogue with_horizon(std::int32_t months) {
    Catalogue catalogue = small_catalogue();
    catalogue.horizon_months = months;
    return catalogue;
}

std::string text_of(std::vector<Minutes> const& months) {
    std::string text;
    for (Minutes const month : months) {
        text += (text.empty() ? "" : " ") + std::to_string(month.count);
    }
    return text;
}

Needs average(std::int64_t minutes, Season const& season) {
    Needs needs;
    needs.average = Minutes{minutes};
    needs.season = season;
    return needs;
}

Needs by_month(std::initializer_list<std::int64_t> minutes) {
    Needs needs;
    needs.way = NeedsWay::by_month;
    needs.months = months(minutes);
    return needs;
}

Needs history(std::vector<PastMonth> past, Gaps gaps = Gaps::unknown) {
    Needs needs;
    needs.way = NeedsWay::history;
    needs.past = std::move(past);
    needs.gaps = gaps;
    return needs;
}

// Tenths of an incident and minutes of each, level 1 first.
Needs incidents(std::vector<Incidents> const& incidents) {
    Needs needs;
    needs.way = NeedsWay::incidents;
    needs.incidents = incidents;
    return needs;
}

std::int64_t sum_of(std::vector<Minutes> const& months, std::size_t from, std::size_t count) {
    std::int64_t sum = 0;
    for (std::size_t index = from; index < from + count; ++index) {
        sum += months[index].count;
    }
    return sum;
}

constexpr std::int32_t year_2025 = 12 * 2025;

} // namespace

TEST_CASE("months of an average") {
    struct Row {
        char const* name;
        Needs needs;
        std::int32_t horizon;
        std::int32_t first_month;
        char const* months;
    };

    Row const rows[] = {
        {"nothing", average(0, christmas), 12, january, "0 0 0 0 0 0 0 0 0 0 0 0"},
        {"even", average(601, even_season), 3, january, "601 601 601"},
        {"six minutes a weight", average(600, christmas), 12, january,
         "420 420 480 480 480 480 420 480 660 840 1140 900"},
        {"the same from November on", average(600, christmas), 12, november,
         "1140 900 420 420 480 480 480 480 420 480 660 840"},
        {"weights repeat after a year", average(600, christmas), 14, january,
         "420 420 480 480 480 480 420 480 660 840 1140 900 420 420"},
        {"a horizon shorter than a year", average(600, christmas), 2, november, "1140 900"},
        // 12/7, 24/7 … = 1.71 3.43 5.14 6.86 8.57 10.29 12
        {"sevenths are rounded on the way", average(1, seven_months), 12, january,
         "2 1 2 2 2 1 2 0 0 0 0 0"},
        // 1.5 3 4.5 6 7.5 9 10.5 12
        {"halves go up", average(1, eight_months), 12, january, "2 1 2 1 2 1 2 1 0 0 0 0"},
        {"no weight is even", average(7, Season{}), 4, january, "7 7 7 7"},
        {"a month at its most", average(60'000, christmas), 3, november, "60000 60000 42000"},
        {"an average beyond the most", average(60'001, even_season), 1, january, "60000"},
        {"by month", by_month({0, 15, 60'000}), 12, november, "0 15 60000"},
        {"by month, beyond the most", by_month({60'001}), 12, january, "60000"},
        {"by month, none given", by_month({}), 3, january, "0 0 0"},
        // 0.2 * 240 + 0.5 * 120 + 1 * 90 + 3.1 * 45 = 48 + 60 + 90 + 139.5 = 337.5
        {"incidents, rounded once",
         incidents({{{2, Minutes{240}}, {5, Minutes{120}}, {10, Minutes{90}}, {31, Minutes{45}}}}),
         2, january, "338 338"},
        // 0.1 * 4 + 0.1 * 4 = 0.8; each on its own would be 0.
        {"incidents below a minute each", incidents({{{1, Minutes{4}}, {1, Minutes{4}}, {}, {}}}),
         1, january, "1"},
        {"no incidents", incidents({}), 2, january, "0 0"},
        {"the most incidents",
         incidents({{{1'000, Minutes{6'000}}, {1'000, Minutes{6'000}}, {}, {}}}), 1, january,
         "60000"},
    };
    for (Row const& row : rows) {
        CAPTURE(row.name);
        Forecast const forecast =
            forecast_of(row.needs, with_horizon(row.horizon), row.first_month);
        CHECK(text_of(forecast.typical) == row.months);
        CHECK(forecast.low == forecast.typical);
        CHECK(forecast.high == forecast.typical);
        CHECK(forecast.resample.empty());
    }
    Needs seasonal = incidents({{{10, Minutes{300}}, {10, Minutes{300}}, {}, {}}});
    seasonal.season = christmas;
    CHECK(forecast_of(seasonal, with_horizon(12), january).typical ==
          forecast_of(average(600, christmas), with_horizon(12), january).typical);
}

TEST_CASE("months of a history") {
    struct Row {
        char const* name;
        Needs needs;
        std::int32_t first_month;
        char const* months; // four
        char const* resample;
    };

    PastMonth const nov{year_2025 - 2, Minutes{100}};
    PastMonth const dec{year_2025 - 1, Minutes{200}};
    PastMonth const mar{year_2025 + 2, Minutes{61}};
    PastMonth const next_dec{year_2025 + 11, Minutes{301}};
    Row const rows[] = {
        {"none", history({}), november, "0 0 0 0", ""},
        {"none, gaps are zero", history({}, Gaps::zero), november, "0 0 0 0", ""},
        {"one month stands for all", history({dec}), november, "200 200 200 200", "200"},
        // The mean of all: 300 / 2.
        {"its own month, else the mean of all", history({nov, dec}), november, "100 200 150 150",
         "100 200"},
        // December: 250.5; all: 662 / 4 = 165.5
        {"means are rounded half up", history({nov, dec, mar, next_dec}), november,
         "100 251 166 166", "100 200 61 301"},
        // January and February are known as 0; all: 361 / 5 = 72.2
        {"gaps are zero", history({nov, dec, mar}, Gaps::zero), november, "100 200 0 0",
         "100 200 0 0 61"},
        {"gaps are zero between, not outside", history({nov, dec, mar}, Gaps::zero), 2,
         "61 72 72 72", "100 200 0 0 61"},
        {"gaps are unknown", history({nov, dec, mar}), 1, "120 61 120 120", "100 200 61"},
        {"a month beyond the most", history({{year_2025, Minutes{60'001}}}), january,
         "60000 60000 60000 60000", "60000"},
    };
    for (Row const& row : rows) {
        CAPTURE(row.name);
        Needs needs = row.needs;
        CHECK(text_of(forecast_of(needs, with_horizon(4), row.first_month).typical) == row.months);
        CHECK(forecast_of(needs, with_horizon(4), row.first_month).resample.empty());
        needs.certainty = Certainty::resampled;
        Forecast const forecast = forecast_of(needs, with_horizon(4), row.first_month);
        CHECK(text_of(forecast.typical) == row.months);
        CHECK(text_of(forecast.resample) == row.resample);
        CHECK(forecast.low == forecast.typical);
        CHECK(forecast.high == forecast.typical);
    }
}

TEST_CASE("only the latest months of a long history count") {
    auto const latest = static_cast<std::int32_t>(past_months_max);
    Needs needs = history({{0, Minutes{9'000}}, {latest, Minutes{120}}}, Gaps::zero);
    needs.certainty = Certainty::resampled;
    auto const forecast = forecast_of(needs, with_horizon(1), january);
    CHECK(forecast.resample.size() == past_months_max);
    CHECK(forecast.resample.front() == Minutes{0});
    CHECK(forecast.resample.back() == Minutes{120});
    // Januaries of ten years, nine of them zero; the one eleven years ago is out.
    CHECK(forecast.typical[0] == Minutes{12});
    needs.past[0].month = 1;
    CHECK(forecast_of(needs, with_horizon(1), january).resample.front() == Minutes{9'000});
    needs.past[0].month = -2'000'000'000;
    CHECK(forecast_of(needs, with_horizon(1), january).resample.size() == past_months_max);
}

TEST_CASE("how far the hours may be off") {
    struct Row {
        char const* name;
        Needs needs;
        Certainty certainty;
        std::int64_t low;
        std::int64_t high;
        char const* low_months; // three
        char const* high_months;
    };

    Row const rows[] = {
        {"exact", by_month({10, 0, 30}), Certainty::exact, 5, 500, "10 0 30", "10 0 30"},
        // 7.5 and 12.5; 22.5 and 37.5
        {"a quarter", by_month({10, 0, 30}), Certainty::quarter, 0, 0, "8 0 23", "13 0 38"},
        {"half", by_month({11, 0, 30}), Certainty::half, 0, 0, "6 0 15", "17 0 45"},
        {"never beyond the most", by_month({50'000, 0, 30}), Certainty::half, 0, 0, "25000 0 15",
         "60000 0 45"},
        // The mean is 20: half of each, three times each.
        {"own, in proportion to the months", by_month({10, 20, 30}), Certainty::own, 10, 60,
         "5 10 15", "30 60 90"},
        // 10 * 5 * 3 / 60 = 2.5
        {"own, rounded half up", by_month({10, 20, 30}), Certainty::own, 5, 21, "3 5 8",
         "11 21 32"},
        {"own, around nothing", by_month({0, 0, 0}), Certainty::own, 0, 90, "0 0 0", "90 90 90"},
        {"own, a low that is no low", by_month({10, 20, 30}), Certainty::own, 40, 60, "10 20 30",
         "30 60 90"},
        {"own, a high that is no high", by_month({10, 20, 30}), Certainty::own, 10, 10, "5 10 15",
         "10 20 30"},
        {"own, of a history", history({{year_2025, Minutes{100}}}), Certainty::own, 50, 150,
         "50 50 50", "150 150 150"},
        {"own, with the season", average(600, christmas), Certainty::own, 300, 1'200, "210 210 240",
         "840 840 960"},
        {"own, of incidents", incidents({{{10, Minutes{60}}, {}, {}, {}}}), Certainty::own, 30, 90,
         "30 30 30", "90 90 90"},
        {"resampled, but no history", average(60, even_season), Certainty::resampled, 0, 100,
         "60 60 60", "60 60 60"},
    };
    for (Row const& row : rows) {
        CAPTURE(row.name);
        Needs needs = row.needs;
        needs.certainty = row.certainty;
        needs.low = Minutes{row.low};
        needs.high = Minutes{row.high};
        Forecast const forecast = forecast_of(needs, with_horizon(3), january);
        CHECK(text_of(forecast.low) == row.low_months);
        CHECK(text_of(forecast.high) == row.high_months);
    }
}

TEST_CASE("kinds take their share or their months of what is left") {
    struct Row {
        char const* name;
        std::vector<NeededKind> kinds;
        char const* urgent; // kind 1
        char const* design; // kind 2
    };

    auto const share = [](std::size_t kind, std::int64_t basis_points) {
        return NeededKind{.kind = kind, .share = {basis_points}, .months = {}};
    };
    auto const by = [](std::size_t kind, std::initializer_list<std::int64_t> minutes) {
        return NeededKind{.kind = kind, .share = {9'999}, .months = months(minutes)};
    };
    Row const rows[] = {
        {"none", {}, "", ""},
        {"nothing of a kind", {share(1, 0)}, "", ""},
        {"a quarter, rounded half up", {share(1, 2'500)}, "0 3 30", ""},
        {"all", {share(1, 10'000)}, "0 10 121", ""},
        {"halves, the second takes what is left",
         {share(1, 5'000), share(2, 5'000)},
         "0 5 61",
         "0 5 60"},
        {"by month", {by(2, {1, 2, 3})}, "", "0 2 3"},
        {"by month, fewer months", {by(1, {0, 4})}, "0 4 0", ""},
        {"by month, more months", {by(1, {0, 4, 5, 6})}, "0 4 5", ""},
        {"more than the month", {by(1, {0, 11, 121}), share(2, 5'000)}, "0 10 121", ""},
    };
    for (Row const& row : rows) {
        CAPTURE(row.name);
        Needs needs = by_month({0, 10, 121});
        needs.kinds = row.kinds;
        Forecast const forecast = forecast_of(needs, with_horizon(3), january);
        std::string texts[3];
        for (KindMonths const& kind : forecast.work.kinds) {
            texts[kind.kind] = text_of(kind.months);
        }
        CHECK(texts[1] == row.urgent);
        CHECK(texts[2] == row.design);
    }
}

TEST_CASE("the usual task and the extras are as they were entered") {
    Needs needs = by_month({60});
    CHECK(forecast_of(needs, with_horizon(1), january).work.is_plain());
    needs.task_size = Minutes{45};
    needs.extras = {{1, 3}};
    Forecast const forecast = forecast_of(needs, with_horizon(1), january);
    CHECK(forecast.work.task_size == Minutes{45});
    CHECK(forecast.extras == ChosenExtras{{1, 3}});
}

TEST_CASE("every forecast keeps to its promises") {
    constexpr std::uint64_t seed = 20'261'124;
    MESSAGE("seed ", seed);
    Random random(seed);
    for (int round = 0; round < 3'000; ++round) {
        Needs needs;
        needs.way = static_cast<NeedsWay>(random.between(0, 3));
        needs.average = Minutes{random.between(0, 60'000)};
        for (std::int32_t& weight : needs.season) {
            weight = static_cast<std::int32_t>(random.between(0, season_weight_max));
        }
        for (Incidents& one : needs.incidents) {
            one = {static_cast<std::int32_t>(random.between(0, incident_tenths_max)),
                   Minutes{random.between(0, incident_effort_max.count)}};
        }
        auto past = static_cast<std::int32_t>(random.between(0, 30'000));
        for (std::int64_t count = random.between(0, 20); count > 0; --count) {
            needs.months.push_back(Minutes{random.between(0, 60'000)});
            needs.past.push_back({past, Minutes{random.between(0, 60'000)}});
            past += static_cast<std::int32_t>(random.between(1, 9));
        }
        needs.gaps = static_cast<Gaps>(random.between(0, 1));
        needs.certainty = static_cast<Certainty>(random.between(0, 4));
        needs.low = Minutes{random.between(0, 60'000)};
        needs.high = Minutes{random.between(0, 60'000)};
        auto const horizon = static_cast<std::int32_t>(random.between(1, 120));
        auto const first_month = static_cast<std::int32_t>(random.between(0, 11));
        Forecast const forecast = forecast_of(needs, with_horizon(horizon), first_month);
        CAPTURE(round);
        bool const is_by_month = needs.way == NeedsWay::by_month && !needs.months.empty();
        REQUIRE(forecast.typical.size() ==
                (is_by_month ? needs.months.size() : static_cast<std::size_t>(horizon)));
        REQUIRE(forecast.low.size() == forecast.typical.size());
        REQUIRE(forecast.high.size() == forecast.typical.size());
        bool is_in_bounds = true;
        for (std::size_t index = 0; index < forecast.typical.size(); ++index) {
            is_in_bounds = is_in_bounds && forecast.low[index] <= forecast.typical[index] &&
                           forecast.typical[index] <= forecast.high[index] &&
                           forecast.low[index] >= Minutes{0} &&
                           forecast.high[index] <= month_usage_max;
        }
        CHECK(is_in_bounds);
        bool const is_limited =
            std::ranges::find(forecast.typical, month_usage_max) != forecast.typical.end();
        if (needs.way == NeedsWay::average && !is_limited) {
            for (std::size_t from = 0; from + 12 <= forecast.typical.size(); from += 12) {
                CHECK(sum_of(forecast.typical, from, 12) == 12 * needs.average.count);
            }
        }
    }
}
