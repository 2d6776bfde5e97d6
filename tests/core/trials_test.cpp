#include "core/advice/trials.hpp"
#include "core/base/random.hpp"
#include "core/pricing/comparison.hpp"
#include "core/pricing/scenario.hpp"
#include "tests/core/offers.hpp"
#include "tests/core/random_offers.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <tuple>
#include <vector>

using namespace kontingent;
using namespace kontingent::tests;

namespace {

Forecast triangles(std::vector<Minutes> low, std::vector<Minutes> typical,
                   std::vector<Minutes> high) {
    return {.typical = std::move(typical),
            .low = std::move(low),
            .high = std::move(high),
            .resample = {}};
}

Forecast resampled(std::size_t month_count, std::vector<Minutes> past) {
    std::vector<Minutes> const zeros(month_count);
    Forecast forecast = triangles(zeros, zeros, zeros);
    forecast.resample = std::move(past);
    return forecast;
}

Trials done_trials(Catalogue const& catalogue, Forecast const& forecast, std::uint64_t seed = 1,
                   std::size_t trial_count = trial_count_default) {
    auto trials = Trials::of(catalogue, forecast, seed, trial_count);
    REQUIRE(trials);
    trials->run_all();
    return *std::move(trials);
}

std::vector<std::size_t> all_of(std::vector<OfferRisk> const& risks) {
    std::vector<std::size_t> all(risks.size());
    for (std::size_t i = 0; i < all.size(); ++i) {
        all[i] = i;
    }
    return all;
}

// "0/12 mean 98000, 90000 95000 99000, overage 1250, expired 60, cheapest 10000"
std::string text_of(Trials const& trials) {
    auto const risks = trials.risks();
    auto const chances = trials.cheapest_chances(all_of(risks));
    std::string text;
    for (std::size_t i = 0; i < risks.size(); ++i) {
        OfferRisk const& risk = risks[i];
        text += std::to_string(risk.offer.offer_index);
        text += "/" + std::to_string(risk.offer.term_months);
        text += " mean " + std::to_string(risk.mean.minor) + ",";
        for (Money const quantile : {risk.p10, risk.p50, risk.p90}) {
            text += " " + std::to_string(quantile.minor);
        }
        text += ", overage " + std::to_string(risk.overage_chance.value);
        text += ", expired " + std::to_string(risk.expired_mean.count);
        text += ", cheapest " + std::to_string(chances[i].value) + "\n";
    }
    return text;
}

std::int64_t rounded(std::int64_t sum, std::int64_t count) {
    return (2 * sum + count) / (2 * count);
}

// The model as the header describes it, drawn here a second time.
std::vector<Minutes> drawn_usage(Forecast const& forecast, std::uint64_t seed, std::size_t trial) {
    std::vector<Minutes> usage;
    for (std::size_t month = 0; month < forecast.typical.size(); ++month) {
        std::uint64_t const part = random_bits(seed, trial * 120 + month) >> 32;
        if (forecast.resample.empty()) {
            usage.push_back(
                quantile({forecast.low[month], forecast.typical[month], forecast.high[month]},
                         static_cast<std::uint32_t>(part)));
        } else {
            usage.push_back(forecast.resample[part * forecast.resample.size() >> 32]);
        }
    }
    return usage;
}

Forecast random_forecast(Random& random) {
    auto const month_count = static_cast<std::size_t>(random.between(1, 14));
    if (random.between(0, 2) == 0) {
        return resampled(month_count,
                         random_usage(random, static_cast<std::size_t>(random.between(1, 5))));
    }
    Forecast forecast =
        triangles(random_usage(random, month_count), random_usage(random, month_count),
                  random_usage(random, month_count));
    for (std::size_t i = 0; i < month_count; ++i) {
        std::vector<Minutes> ends{forecast.low[i], forecast.typical[i], forecast.high[i]};
        std::ranges::sort(ends);
        forecast.low[i] = ends[0];
        forecast.typical[i] = ends[1];
        forecast.high[i] = ends[2];
    }
    return forecast;
}

} // namespace

TEST_CASE("where nothing is uncertain, every figure is the quote's") {
    Catalogue const catalogue = small_catalogue();
    auto const usage = months({900, 300, 601, 0, 640});
    Trials const trials = done_trials(catalogue, triangles(usage, usage, usage), 7, 50);
    auto const comparison = compare(catalogue, usage, Vat::domestic);
    REQUIRE(comparison);
    auto const risks = trials.risks();
    REQUIRE(risks.size() == 3);
    for (OfferRisk const& risk : risks) {
        CAPTURE(risk.offer.term_months);
        auto const offered = std::ranges::find_if(
            comparison->offers, [&](ComparedOffer const& offer) { return offer.id == risk.offer; });
        REQUIRE(offered != comparison->offers.end());
        Quote const& quote = offered->quote;
        std::int64_t const chance = quote.overage > Minutes{0} ? 10'000 : 0;
        CHECK(risk == OfferRisk{risk.offer, quote.net, quote.net, quote.net, quote.net,
                                BasisPoints{chance}, quote.expired, false});
    }
    auto const chances = trials.cheapest_chances(all_of(risks));
    // The term of 12 months is cheaper for these 5, but binds 7 more.
    CHECK(risks[1].mean < risks[0].mean);
    CHECK(chances == std::vector{BasisPoints{10'000}, BasisPoints{0}, BasisPoints{0}});
}

TEST_CASE("every figure is that of quotes for the drawn months") {
    constexpr std::uint64_t seed = 90'210;
    MESSAGE("seed ", seed);
    Random random(seed);
    for (int round = 0; round < 60; ++round) {
        CAPTURE(round);
        Catalogue const catalogue =
            random.between(0, 1) == 0 ? random_catalogue(random) : random_rules(random);
        Forecast const forecast = random_forecast(random);
        std::uint64_t const trial_seed = random.bits();
        auto const trial_count = static_cast<std::size_t>(random.between(1, 25));
        auto const count = static_cast<std::int64_t>(trial_count);
        Trials const trials = done_trials(catalogue, forecast, trial_seed, trial_count);
        auto const risks = trials.risks();
        auto const chances = trials.cheapest_chances(all_of(risks));
        std::vector<std::int64_t> wins(risks.size());
        std::vector<std::vector<std::int64_t>> nets(risks.size());
        std::vector<std::int64_t> overage_trials(risks.size());
        std::vector<std::int64_t> expired(risks.size());
        std::vector<std::int64_t> open_trials(risks.size());
        for (std::size_t trial = 0; trial < trial_count; ++trial) {
            auto const comparison =
                compare(catalogue, drawn_usage(forecast, trial_seed, trial), Vat::domestic);
            REQUIRE(comparison);
            auto const cheapest =
                std::ranges::min_element(comparison->offers, {}, [](ComparedOffer const& offer) {
                    return std::tuple(offer.quote.line_total.minor +
                                          offer.quote.committed_beyond.minor,
                                      offer.id.term_months, offer.id.offer_index);
                });
            for (ComparedOffer const& offer : comparison->offers) {
                auto const place = std::ranges::find(risks, offer.id, &OfferRisk::offer);
                auto const i = static_cast<std::size_t>(place - risks.begin());
                nets[i].push_back(offer.quote.line_total.minor);
                overage_trials[i] += offer.quote.overage > Minutes{0} ? 1 : 0;
                expired[i] += offer.quote.expired.count;
                open_trials[i] += offer.quote.open > Minutes{0} ? 1 : 0;
                wins[i] += &offer == &*cheapest ? 1 : 0;
            }
        }
        for (std::size_t i = 0; i < risks.size(); ++i) {
            CAPTURE(i);
            std::ranges::sort(nets[i]);
            std::int64_t sum = 0;
            for (std::int64_t const net : nets[i]) {
                sum += net;
            }
            auto const rank = [&](std::int64_t percent) {
                return Money{nets[i][static_cast<std::size_t>((count * percent + 99) / 100 - 1)]};
            };
            REQUIRE(risks[i] == OfferRisk{risks[i].offer, Money{rounded(sum, count)}, rank(10),
                                          rank(50), rank(90),
                                          BasisPoints{rounded(overage_trials[i] * 10'000, count)},
                                          Minutes{rounded(expired[i], count)}, open_trials[i] > 0});
            REQUIRE(chances[i] == BasisPoints{rounded(wins[i] * 10'000, count)});
        }
    }
}

TEST_CASE("a linear tariff's mean and quantiles are those of the triangle") {
    // On demand at one cent a minute, with an increment of a minute: a total is the minutes.
    Catalogue catalogue = small_catalogue();
    catalogue.billing_increment = Minutes{1};
    catalogue.offers.back().overage = flat(60);
    double const low = 1'000;
    double const typical = 2'000;
    double const high = 6'000;
    Trials const trials =
        done_trials(catalogue, triangles(months({1'000}), months({2'000}), months({6'000})));
    OfferRisk const on_demand = trials.risks().back();
    double const trial_count = trial_count_default;
    // Five standard errors, and half a minute of rounding: a sound generator leaves them once in
    // 1.7 million seeds.
    double const variance = (low * low + typical * typical + high * high - low * typical -
                             low * high - typical * high) /
                            18;
    auto const difference = [](Money amount, double exact) {
        return std::abs(static_cast<double>(amount.minor) - exact);
    };
    CHECK(difference(on_demand.mean, (low + typical + high) / 3) <
          5 * std::sqrt(variance / trial_count) + 0.5);
    // Below the typical value lie 20 %, so P10 is left of it, P50 and P90 right.
    double const width = high - low;
    double const left = typical - low;
    double const right = high - typical;
    double const p10 = low + std::sqrt(0.1 * width * left);
    double const p50 = high - std::sqrt(0.5 * width * right);
    double const p90 = high - std::sqrt(0.1 * width * right);
    auto const bound = [&](double share, double density) {
        return 5 * std::sqrt(share * (1 - share) / trial_count) / density + 0.5;
    };
    CHECK(difference(on_demand.p10, p10) < bound(0.1, 2 * (p10 - low) / (width * left)));
    CHECK(difference(on_demand.p50, p50) < bound(0.5, 2 * (high - p50) / (width * right)));
    CHECK(difference(on_demand.p90, p90) < bound(0.9, 2 * (high - p90) / (width * right)));
}

TEST_CASE("a history of two months makes binomial chances") {
    // Busy months of 1,200 minutes and empty ones, each with a chance of one half: of four months
    // k are busy with 1, 4, 6, 4, 1 sixteenths.
    Catalogue catalogue = small_catalogue();
    catalogue.offers[0].allowance.pooling_pairs_per_term_max = 0;
    catalogue.offers[0].overage = flat(6'000);
    tests::set_terms(catalogue, {{1, {}}, {4, BasisPoints{1'000}}});
    Trials const trials = done_trials(catalogue, resampled(4, months({0, 1'200})));
    auto const risks = trials.risks();
    OfferRisk const& monthly = risks[0];
    OfferRisk const& on_demand = risks[2];
    // 60000 beyond the package in each busy month; at 2 sixteenths off the next step, quantiles are
    // many standard errors from a jump.
    CHECK(monthly.p10 == Money{4 * 98'000 + 60'000});
    CHECK(monthly.p50 == Money{4 * 98'000 + 2 * 60'000});
    CHECK(monthly.p90 == Money{4 * 98'000 + 3 * 60'000});
    CHECK(on_demand.p50 == Money{2 * 290'000});
    auto const near = [](std::int64_t value, double exact, double error) {
        return std::abs(static_cast<double>(value) - exact) < 5 * error + 0.5;
    };
    double const trial_count = trial_count_default;
    // In basis points; a sixteenth is 625 of them.
    auto const chance_error = [&](double sixteenths) {
        return 625 * std::sqrt(sixteenths * (16 - sixteenths) / trial_count);
    };
    CHECK(near(monthly.overage_chance.value, 15 * 625, chance_error(15)));
    CHECK(near(on_demand.overage_chance.value, 15 * 625, chance_error(15)));
    // Expired: 600 minutes in each of two empty months on average; k has variance 1.
    CHECK(near(monthly.expired_mean.count, 1'200, 600 / std::sqrt(trial_count)));
    CHECK(near(monthly.mean.minor, 4 * 98'000 + 2 * 60'000, 60'000 / std::sqrt(trial_count)));
    // 352800 + 60000 k by the longer term against 290000 k: on demand is cheaper for k = 0 and 1.
    auto const chances = trials.cheapest_chances(all_of(risks));
    CHECK(chances[0] == BasisPoints{0});
    CHECK(near(chances[1].value, 11 * 625, chance_error(11)));
    CHECK(near(chances[2].value, 5 * 625, chance_error(5)));
    // Without the longer term the month's takes its place: 392000 + 60000 k, the same two.
    CHECK(trials.cheapest_chances(std::vector<std::size_t>{0, 2}) ==
          std::vector{chances[1], chances[2]});
    CHECK(trials.cheapest_chances(std::vector<std::size_t>{0}) == std::vector{BasisPoints{10'000}});
    CHECK(trials.cheapest_chances({}).empty());
}

TEST_CASE("among equals the first offer is the cheapest") {
    Catalogue catalogue = small_catalogue();
    catalogue.offers.insert(catalogue.offers.begin() + 1, catalogue.offers[0]);
    Trials const trials =
        done_trials(catalogue, triangles(months({600}), months({660}), months({720})), 1, 100);
    CHECK(trials.cheapest_chances(std::vector<std::size_t>{1, 3}) ==
          std::vector{BasisPoints{10'000}, BasisPoints{0}});
}

TEST_CASE("slices change nothing") {
    Random random(5);
    Catalogue const catalogue = random_catalogue(random);
    Forecast const forecast =
        triangles(months({0, 300, 600}), months({600, 400, 700}), months({1'200, 900, 900}));
    std::string const whole = text_of(done_trials(catalogue, forecast, 3, 500));
    for (std::size_t const slice : {std::size_t{1}, std::size_t{7}, std::size_t{499}}) {
        CAPTURE(slice);
        auto trials = Trials::of(catalogue, forecast, 3, 500);
        REQUIRE(trials);
        std::size_t made = 0;
        while (!trials->is_done()) {
            trials->run(slice);
            made = std::min<std::size_t>(made + slice, 500);
            REQUIRE(trials->trials_made() == made);
        }
        CHECK(text_of(*trials) == whole);
    }
}

TEST_CASE("another seed draws other months") {
    Forecast const forecast = triangles(months({0}), months({600}), months({1'200}));
    CHECK(text_of(done_trials(small_catalogue(), forecast, 1, 100)) !=
          text_of(done_trials(small_catalogue(), forecast, 2, 100)));
}

TEST_CASE("the figures of a seed, the same in every build") {
    Forecast const forecast =
        triangles(months({300, 450, 600, 240, 0, 480}), months({600, 600, 720, 480, 300, 540}),
                  months({900, 1'200, 1'500, 900, 1'000, 600}));
    CHECK(text_of(done_trials(small_catalogue(), forecast, 20'261'124)) ==
          "0/1 mean 685513, 616125 681751 760505, overage 9771, expired 243, cheapest 10000\n"
          "0/12 mean 626713, 557325 622951 701705, overage 9771, expired 243, cheapest 0\n"
          "1/1 mean 928703, 815625 924375 1047625, overage 10000, expired 0, cheapest 0\n");
    CHECK(text_of(done_trials(small_catalogue(), resampled(6, months({480, 900, 0, 615, 700})),
                              20'261'124)) ==
          "0/1 mean 651764, 588000 647375 738002, overage 8740, expired 659, cheapest 8340\n"
          "0/12 mean 592964, 529200 588575 679202, overage 8740, expired 659, cheapest 0\n"
          "1/1 mean 784772, 551000 797500 1015000, overage 9998, expired 0, cheapest 1661\n");
}

TEST_CASE("an offer too dear for 64 bits is an overflow") {
    Catalogue catalogue = small_catalogue();
    catalogue.offers.back().overage = in_blocks(1, 9'000'000'000'000'000);
    CHECK_FALSE(Trials::of(catalogue, resampled(1, months({15}))));
}
