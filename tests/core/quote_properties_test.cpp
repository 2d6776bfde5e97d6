#include "core/pricing/comparison.hpp"
#include "core/pricing/quote.hpp"
#include "tests/core/offers.hpp"
#include "tests/core/random_offers.hpp"
#include "tests/core/reference.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <tuple>

using namespace kontingent;
using namespace kontingent::tests;

namespace {

constexpr std::uint64_t seed = 42'000'001;
constexpr int round_count = 3'000;

// One random quote; every rule, offer, term, pooling and VAT comes up.
struct Case {
    Catalogue catalogue;
    Scenario scenario;
    Quote quote;

    Offer const& offer() const { return *catalogue.find_offer(scenario.package_id); }
};

Case random_case(Random& random) {
    Case drawn;
    drawn.catalogue = random_rules(random);
    drawn.scenario =
        random_scenario(random, drawn.catalogue, static_cast<std::size_t>(random.between(1, 30)));
    auto const quote = make_quote(drawn.catalogue, drawn.scenario);
    REQUIRE(quote);
    drawn.quote = *quote;
    return drawn;
}

std::int64_t sum_of_lines(Quote const& quote, std::int32_t month) {
    std::int64_t sum = 0;
    for (Line const& line : quote.lines) {
        sum += line.month == month ? line.net.minor : 0;
    }
    return sum;
}

std::int64_t sum_of_lines(Quote const& quote, LinePart part) {
    std::int64_t sum = 0;
    for (Line const& line : quote.lines) {
        sum += info_of(line.kind).part == part ? line.net.minor : 0;
    }
    return sum;
}

bool keeps_blocks(Offer const& offer) {
    return offer.overage.keeps_blocks() || std::ranges::any_of(offer.kinds, [](auto const& rule) {
               return rule.overage && rule.overage->keeps_blocks();
           });
}

} // namespace

TEST_CASE("a quote is what the contract's sentences say, computed a second time") {
    MESSAGE("seed ", seed);
    Random random(seed);
    int pooled_count = 0;
    for (int round = 0; round < round_count; ++round) {
        CAPTURE(round);
        Case drawn = random_case(random);
        Quote const& quote = drawn.quote;
        drawn.scenario.pooling = quote.pooled_pairs;
        ReferenceQuote const reference = reference_quote(drawn.catalogue, drawn.scenario);
        REQUIRE(text_of(quote.months) == reference.months);
        REQUIRE(quote.fixed.minor == reference.fixed);
        REQUIRE(quote.expected.minor == reference.expected);
        REQUIRE(quote.committed_beyond.minor == reference.committed_beyond);
        REQUIRE(quote.net.minor == reference.net);
        REQUIRE(quote.vat.minor == reference.vat);
        REQUIRE(quote.overage.count == reference.overage);
        REQUIRE(quote.expired.count == reference.expired);
        REQUIRE(quote.open.count == reference.open);
        REQUIRE(quote.left.count == reference.left);
        REQUIRE(quote.used.count == reference.from_included + reference.from_blocks +
                                        reference.charged + reference.open);
        pooled_count += quote.pooled_pairs.empty() ? 0 : 1;
    }
    CHECK(pooled_count > round_count / 50);
}

TEST_CASE("lines add up to months and totals, fixed and expected parts to their sum") {
    MESSAGE("seed ", seed + 1);
    Random random(seed + 1);
    for (int round = 0; round < round_count; ++round) {
        CAPTURE(round);
        Quote const quote = random_case(random).quote;
        std::int64_t sum = 0;
        for (Month const& month : quote.months) {
            REQUIRE(month.net.minor == sum_of_lines(quote, month.month));
            sum += month.net.minor;
        }
        REQUIRE(quote.line_total.minor == sum);
        REQUIRE(quote.fixed.minor == sum_of_lines(quote, LinePart::fixed));
        REQUIRE(quote.expected.minor == sum_of_lines(quote, LinePart::expected));
        REQUIRE(quote.fixed.minor + quote.expected.minor == quote.line_total.minor);
        REQUIRE(quote.gross.minor == quote.net.minor + quote.vat.minor);
    }
}

TEST_CASE("a month's lines are in the order of their kinds") {
    MESSAGE("seed ", seed + 2);
    Random random(seed + 2);
    auto const place_of = [](Line const& line) {
        // Fees follow the tier that they belong to.
        LineKind const kind =
            line.kind == LineKind::overage_flat_fee ? LineKind::overage : line.kind;
        return std::tuple(line.month, kind, line.work_kind);
    };
    for (int round = 0; round < round_count; ++round) {
        CAPTURE(round);
        REQUIRE(std::ranges::is_sorted(random_case(random).quote.lines, {}, place_of));
    }
}

TEST_CASE("every minute is accounted for: included, carried, prepaid, charged, open, expired") {
    MESSAGE("seed ", seed + 3);
    Random random(seed + 3);
    int prepaid_count = 0;
    for (int round = 0; round < round_count; ++round) {
        CAPTURE(round);
        Case const drawn = random_case(random);
        Quote const& quote = drawn.quote;
        if (!drawn.offer().allowance.is_unlimited) {
            REQUIRE(quote.used.count == quote.granted.count - quote.expired.count -
                                            quote.left.count + quote.overage.count);
        } else {
            REQUIRE(quote.expired == Minutes{0});
            REQUIRE(quote.left == Minutes{0});
        }
        std::int64_t charged = 0;
        for (Line const& line : quote.lines) {
            charged += line.minutes ? line.minutes->count : 0;
        }
        std::int64_t const prepaid = quote.overage.count - quote.open.count - charged;
        REQUIRE(prepaid >= 0);
        REQUIRE((prepaid == 0 || keeps_blocks(drawn.offer())));
        prepaid_count += prepaid > 0 ? 1 : 0;
    }
    CHECK(prepaid_count > round_count / 50);
}

TEST_CASE("a pair balances in its second month and is silent in its first") {
    MESSAGE("seed ", seed + 4);
    Random random(seed + 4);
    int pair_count = 0;
    for (int round = 0; round < round_count; ++round) {
        CAPTURE(round);
        Quote const quote = random_case(random).quote;
        for (std::int32_t const first : quote.pooled_pairs) {
            ++pair_count;
            Month const& one = quote.months[static_cast<std::size_t>(first) - 1];
            Month const& two = quote.months[static_cast<std::size_t>(first)];
            REQUIRE(one.overage == Minutes{0});
            REQUIRE(one.expired == Minutes{0});
            REQUIRE(one.used.count + two.used.count == one.included->count + two.included->count -
                                                           two.expired.count + two.overage.count);
        }
    }
    CHECK(pair_count > round_count / 50);
}

TEST_CASE("best pooling never costs more than none, and a quote says what it saves") {
    MESSAGE("seed ", seed + 5);
    Random random(seed + 5);
    for (int round = 0; round < round_count; ++round) {
        CAPTURE(round);
        Case drawn = random_case(random);
        drawn.scenario.pooling = NoPooling{};
        auto const none = make_quote(drawn.catalogue, drawn.scenario);
        drawn.scenario.pooling = BestPooling{};
        auto const best = make_quote(drawn.catalogue, drawn.scenario);
        REQUIRE(none);
        REQUIRE(best);
        REQUIRE(best->open <= none->open);
        REQUIRE((best->open < none->open || best->line_total <= none->line_total));
        REQUIRE((best->open == none->open && best->line_total == none->line_total) ==
                best->pooled_pairs.empty());
        REQUIRE(none->saved_by_pooling == Money{0});
        REQUIRE(best->saved_by_pooling.minor == none->line_total.minor - best->line_total.minor);
    }
}

TEST_CASE("a comparison holds every offer once, as a quote of its own, in order") {
    MESSAGE("seed ", seed + 6);
    Random random(seed + 6);
    for (int round = 0; round < 300; ++round) {
        CAPTURE(round);
        Case const drawn = random_case(random);
        auto const comparison = compare(drawn.catalogue, drawn.scenario);
        REQUIRE(comparison);
        REQUIRE(comparison->offers.size() == offers_of(drawn.catalogue).size());
        for (std::size_t i = 0; i < comparison->offers.size(); ++i) {
            Quote const& offered = comparison->offers[i].quote;
            Scenario scenario = drawn.scenario;
            scenario.package_id = offered.package_id;
            scenario.term_months = offered.term_months;
            scenario.pooling = BestPooling{};
            REQUIRE(quote_to_json(drawn.catalogue, *make_quote(drawn.catalogue, scenario)) ==
                    quote_to_json(drawn.catalogue, offered));
            if (i > 0) {
                Quote const& before = comparison->offers[i - 1].quote;
                REQUIRE(std::tuple(!before.is_complete(), before.line_total) <=
                        std::tuple(!offered.is_complete(), offered.line_total));
            }
        }
    }
}
