#include "core/advice/triangular.hpp"
#include "core/base/random.hpp"
#include "core/pricing/scenario.hpp"
#include "tests/core/random.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>

using namespace kontingent;
using namespace kontingent::tests;

namespace {

constexpr std::uint64_t whole = std::uint64_t{1} << 32;

bool is_root(std::uint64_t root, std::uint64_t number) {
    return root * root <= number && (root == whole - 1 || (root + 1) * (root + 1) > number);
}

// Whether a share of at most `part` lies below low + halves / 2: the distribution function from its
// definition, in whole numbers. `halves` is 0 to twice the width.
bool is_share_at_most(Triangle const& triangle, std::uint64_t halves, std::uint64_t part) {
    auto const width = static_cast<std::uint64_t>(triangle.high.count - triangle.low.count);
    auto const left = static_cast<std::uint64_t>(triangle.typical.count - triangle.low.count);
    if (halves <= 2 * left && left > 0) {
        return halves * halves * (whole / 4) <= part * width * left;
    }
    std::uint64_t const rest = 2 * width - halves;
    return (whole - part) * width * (width - left) <= rest * rest * (whole / 4);
}

} // namespace

TEST_CASE("random bits are SplitMix64's") {
    // The first three numbers that the published generator gives for the seed 1234567.
    CHECK(random_bits(1'234'567, 0) == 6'457'827'717'110'365'317u);
    CHECK(random_bits(1'234'567, 1) == 3'203'168'211'198'807'973u);
    CHECK(random_bits(1'234'567, 2) == 9'817'491'932'198'370'423u);
    Random random(42);
    for (std::uint64_t index = 0; index < 100; ++index) {
        CHECK(random_bits(42, index) == random.bits());
    }
}

TEST_CASE("a square root is exact at every square and beside it") {
    constexpr std::uint64_t seed = 64;
    MESSAGE("seed ", seed);
    Random random(seed);
    CHECK(square_root(0) == 0);
    CHECK(square_root(std::numeric_limits<std::uint64_t>::max()) == whole - 1);
    for (int round = 0; round < 20'000; ++round) {
        std::uint64_t const bits = random.bits() >> random.between(0, 63);
        std::uint64_t const root = bits % whole;
        for (std::uint64_t const number : {bits, root * root, root * root + 1, root * (root + 2)}) {
            CAPTURE(number);
            REQUIRE(is_root(square_root(number), number));
        }
        if (root > 0) {
            REQUIRE(square_root(root * root - 1) == root - 1);
        }
    }
}

TEST_CASE("a triangle's quantiles by hand") {
    struct Row {
        char const* name;
        Triangle triangle;
        std::uint32_t part;
        std::int64_t minutes;
    };

    constexpr std::uint32_t half = 1u << 31;
    constexpr std::uint32_t quarter = 1u << 30;
    constexpr std::uint32_t last = std::numeric_limits<std::uint32_t>::max();
    Row const rows[] = {
        {"nothing uncertain", {{600}, {600}, {600}}, half, 600},
        {"the lowest", {{100}, {300}, {500}}, 0, 100},
        {"the highest", {{100}, {300}, {500}}, last, 500},
        {"symmetric: the middle is typical", {{100}, {300}, {500}}, half, 300},
        {"one below half of the symmetric", {{100}, {300}, {500}}, half - 1, 300},
        // 100 + sqrt(400 * 200 / 4) = 241.42
        {"a quarter of the symmetric", {{100}, {300}, {500}}, quarter, 241},
        // 500 - 141.42
        {"three quarters of the symmetric", {{100}, {300}, {500}}, 3 * quarter, 359},
        // 500 * sqrt(1 / 4)
        {"rising only", {{0}, {500}, {500}}, quarter, 250},
        // 500 - 500 * sqrt(1 - 3 / 4)
        {"falling only", {{0}, {0}, {500}}, 3 * quarter, 250},
        {"falling only, the lowest", {{0}, {0}, {500}}, 0, 0},
        {"as wide as can be", {{0}, month_usage_max, month_usage_max}, last, 60'000},
    };
    for (Row const& row : rows) {
        CAPTURE(row.name);
        CHECK(quantile(row.triangle, row.part) == Minutes{row.minutes});
    }
}

TEST_CASE("a quantile is the whole minute next to where the share is reached") {
    constexpr std::uint64_t seed = 333;
    MESSAGE("seed ", seed);
    Random random(seed);
    for (int round = 0; round < 5'000; ++round) {
        std::int64_t const most = random.between(0, 1) == 0 ? 50 : month_usage_max.count;
        std::array<std::int64_t, 3> ends{random.between(0, most), random.between(0, most),
                                         random.between(0, most)};
        std::ranges::sort(ends);
        Triangle const triangle{Minutes{ends[0]}, Minutes{ends[1]}, Minutes{ends[2]}};
        auto const part = static_cast<std::uint32_t>(random.bits());
        CAPTURE(ends);
        CAPTURE(part);
        Minutes const minutes = quantile(triangle, part);
        REQUIRE(minutes >= triangle.low);
        REQUIRE(minutes <= triangle.high);
        auto const above_low = 2 * static_cast<std::uint64_t>(minutes.count - triangle.low.count);
        if (minutes > triangle.low) {
            REQUIRE(is_share_at_most(triangle, above_low - 1, part));
        }
        if (minutes < triangle.high) {
            REQUIRE_FALSE(is_share_at_most(triangle, above_low + 1, part - 1));
        }
    }
}
