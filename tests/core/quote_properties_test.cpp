#include "core/pricing/comparison.hpp"
#include "core/pricing/quote.hpp"
#include "tests/core/offers.hpp"
#include "tests/core/random_offers.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace kontingent;
using namespace kontingent::tests;

namespace {

constexpr std::uint64_t seed = 42'000'001;
constexpr int round_count = 1'500;

// One random quote; every package, term, pooling and VAT comes up.
struct Case {
    Catalogue catalogue;
    Scenario scenario;
};

Case random_case(Random& random) {
    Case drawn{random_catalogue(random), {}};
    auto const index = static_cast<std::size_t>(random.between(0, 3));
    drawn.scenario.package_id =
        index < 3 ? drawn.catalogue.offers[index].id : drawn.catalogue.offers.back().id;
    drawn.scenario.term_months =
        drawn.catalogue.terms[static_cast<std::size_t>(random.between(0, 2))].months;
    drawn.scenario.usage = random_usage(random, static_cast<std::size_t>(random.between(1, 30)));
    drawn.scenario.vat = random.between(0, 3) == 0 ? Vat::reverse_charge : Vat::domestic;
    if (random.between(0, 1) == 0) {
        drawn.scenario.pooling = BestPooling{};
    }
    return drawn;
}

std::int64_t sum_of_lines(Quote const& quote, std::int32_t month) {
    std::int64_t sum = 0;
    for (Line const& line : quote.lines) {
        sum += month == 0 || line.month == month ? line.net.minor : 0;
    }
    return sum;
}

bool is_pooled(Quote const& quote, std::int32_t month) {
    return std::ranges::any_of(quote.pooled_pairs, [month](std::int32_t first) {
        return first == month || first + 1 == month;
    });
}

} // namespace

TEST_CASE("lines add up to months and totals, minutes balance") {
    MESSAGE("seed ", seed);
    Random random(seed);
    for (int round = 0; round < round_count; ++round) {
        CAPTURE(round);
        Case const drawn = random_case(random);
        auto const quote = make_quote(drawn.catalogue, drawn.scenario);
        REQUIRE(quote);
        std::int64_t included = 0;
        std::int64_t net = 0;
        for (Month const& month : quote->months) {
            REQUIRE(month.net.minor == sum_of_lines(*quote, month.month));
            included += month.included.count;
            net += month.net.minor;
            if (is_pooled(*quote, month.month)) {
                continue;
            }
            REQUIRE(month.used.count ==
                    month.included.count - month.expired.count + month.overage.count);
        }
        REQUIRE(quote->net.minor == net);
        REQUIRE(quote->net.minor == sum_of_lines(*quote, 0));
        REQUIRE(quote->used.count == included - quote->expired.count + quote->overage.count);
        REQUIRE(quote->gross.minor == quote->net.minor + quote->vat.minor);
        auto const parts = parts_of(*quote);
        REQUIRE(parts);
        REQUIRE(parts->base.minor + parts->overage.minor == quote->net.minor);
    }
}

TEST_CASE("a pair balances in its second month and is silent in its first") {
    Random random(seed + 1);
    int pair_count = 0;
    for (int round = 0; round < round_count; ++round) {
        CAPTURE(round);
        Case drawn = random_case(random);
        drawn.scenario.pooling = BestPooling{};
        auto const quote = make_quote(drawn.catalogue, drawn.scenario);
        REQUIRE(quote);
        for (std::int32_t const first : quote->pooled_pairs) {
            ++pair_count;
            Month const& one = quote->months[static_cast<std::size_t>(first) - 1];
            Month const& two = quote->months[static_cast<std::size_t>(first)];
            REQUIRE(one.overage == Minutes{0});
            REQUIRE(one.expired == Minutes{0});
            REQUIRE(one.used.count + two.used.count == one.included.count + two.included.count -
                                                           two.expired.count + two.overage.count);
        }
    }
    CHECK(pair_count > round_count / 10);
}

TEST_CASE("best pooling never costs more than none") {
    Random random(seed + 2);
    for (int round = 0; round < round_count; ++round) {
        CAPTURE(round);
        Case drawn = random_case(random);
        drawn.scenario.pooling = NoPooling{};
        auto const none = make_quote(drawn.catalogue, drawn.scenario);
        drawn.scenario.pooling = BestPooling{};
        auto const best = make_quote(drawn.catalogue, drawn.scenario);
        REQUIRE(none);
        REQUIRE(best);
        REQUIRE(best->net <= none->net);
        REQUIRE((best->net < none->net) == !best->pooled_pairs.empty());
    }
}

TEST_CASE("a comparison holds every offer once, as a quote of its own, in order") {
    Random random(seed + 3);
    for (int round = 0; round < 300; ++round) {
        CAPTURE(round);
        Case const drawn = random_case(random);
        auto const comparison = compare(drawn.catalogue, drawn.scenario.usage, drawn.scenario.vat);
        REQUIRE(comparison);
        REQUIRE(comparison->offers.size() == 3 * 3 + 1);
        for (std::size_t i = 0; i < comparison->offers.size(); ++i) {
            Quote const& offered = comparison->offers[i].quote;
            Scenario scenario = drawn.scenario;
            scenario.package_id = offered.package_id;
            scenario.term_months = offered.term_months;
            scenario.pooling = BestPooling{};
            REQUIRE(quote_to_json(*make_quote(drawn.catalogue, scenario)) ==
                    quote_to_json(offered));
            REQUIRE((i == 0 || comparison->offers[i - 1].quote.net <= offered.net));
        }
    }
}
