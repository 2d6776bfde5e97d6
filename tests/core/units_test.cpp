#include "core/base/units.hpp"
#include "tests/core/random.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <concepts>
#include <limits>
#include <vector>

using namespace kontingent;

namespace {

constexpr std::int64_t lowest = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t highest = std::numeric_limits<std::int64_t>::max();

template <class A, class B>
concept can_be_added = requires(A a, B b) { add(a, b); };
static_assert(can_be_added<Money, Money>);
static_assert(!can_be_added<Money, Minutes>);
static_assert(!can_be_added<Minutes, Money>);
static_assert(!std::convertible_to<std::int64_t, Money>);

// Whole numbers of 32-bit digits, as slow and as plain as on paper: the yardstick for the real
// thing.
using Digits = std::array<std::uint32_t, 5>;

Digits digits_of(std::uint64_t number) {
    return {static_cast<std::uint32_t>(number), static_cast<std::uint32_t>(number >> 32), 0, 0, 0};
}

std::uint64_t size_of(std::int64_t number) {
    return number < 0 ? 0 - static_cast<std::uint64_t>(number) : static_cast<std::uint64_t>(number);
}

Digits product_of(Digits const& a, Digits const& b) {
    Digits result{};
    for (std::size_t i = 0; i < 2; ++i) {
        std::uint64_t carry = 0;
        for (std::size_t j = 0; i + j < result.size(); ++j) {
            std::uint64_t const sum = std::uint64_t{a[i]} * b[j] + result[i + j] + carry;
            result[i + j] = static_cast<std::uint32_t>(sum);
            carry = sum >> 32;
        }
    }
    return result;
}

bool is_below(Digits const& a, Digits const& b) {
    for (std::size_t i = a.size(); i-- > 0;) {
        if (a[i] != b[i]) {
            return a[i] < b[i];
        }
    }
    return false;
}

Digits doubled_with(Digits const& a, std::uint32_t low_bit) {
    Digits result{};
    std::uint32_t carry = low_bit;
    for (std::size_t i = 0; i < a.size(); ++i) {
        result[i] = (a[i] << 1) | carry;
        carry = a[i] >> 31;
    }
    return result;
}

Digits difference_of(Digits const& a, Digits const& b) {
    Digits result{};
    std::uint32_t borrow = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        result[i] = a[i] - b[i] - borrow;
        borrow = (std::uint64_t{b[i]} + borrow > a[i]) ? 1 : 0;
    }
    return result;
}

// Bit by bit, rounded half up: the sign is put back by the caller.
Digits rounded_quotient_of(Digits const& dividend, Digits const& divisor) {
    Digits quotient{}, remainder{};
    for (std::size_t bit = dividend.size() * 32; bit-- > 0;) {
        remainder = doubled_with(remainder, (dividend[bit / 32] >> (bit % 32)) & 1);
        quotient = doubled_with(quotient, 0);
        if (is_below(remainder, divisor)) {
            continue;
        }
        remainder = difference_of(remainder, divisor);
        quotient[0] |= 1;
    }
    if (is_below(doubled_with(remainder, 0), divisor)) {
        return quotient;
    }
    for (std::uint32_t& digit : quotient) {
        if (++digit != 0) {
            break;
        }
    }
    return quotient;
}

std::expected<std::int64_t, Overflow> by_hand(std::int64_t value, std::int64_t numerator,
                                              std::int64_t denominator) {
    bool const is_negative = (value < 0) != (numerator < 0);
    Digits const size =
        rounded_quotient_of(product_of(digits_of(size_of(value)), digits_of(size_of(numerator))),
                            digits_of(size_of(denominator)));
    std::uint64_t const low = (std::uint64_t{size[1]} << 32) | size[0];
    std::uint64_t const limit = static_cast<std::uint64_t>(highest) + (is_negative ? 1 : 0);
    if (size[2] != 0 || size[3] != 0 || size[4] != 0 || low > limit) {
        return std::unexpected(Overflow{});
    }
    return static_cast<std::int64_t>(is_negative ? 0 - low : low);
}

} // namespace

TEST_CASE("multiply_divide_half_away rounds half away from zero, and exactly at the edges") {
    struct Row {
        char const* name;
        std::int64_t value, numerator, denominator;
        std::expected<std::int64_t, Overflow> expected;
    };

    Row const rows[] = {
        {"zero", 0, 7, 3, 0},
        {"exact", 6, 7, 3, 14},
        {"below half goes to zero", 1, 49, 100, 0},
        {"half goes away from zero", 1, 50, 100, 1},
        {"minus half goes away from zero", -1, 50, 100, -1},
        {"above half", 1, 51, 100, 1},
        {"minus below half", -1, 49, 100, 0},
        {"odd denominator, just below half", 1, 1, 3, 0},
        {"odd denominator, just above half", 2, 1, 3, 1},
        {"one and a half", 3, 1, 2, 2},
        {"minus one and a half", -3, 1, 2, -2},
        {"two and a half", 5, 1, 2, 3},
        {"both negative", -5, -1, 2, 3},
        {"largest times one", highest, 1, 1, highest},
        {"smallest times one", lowest, 1, 1, lowest},
        {"smallest negated", lowest, -1, 1, std::unexpected(Overflow{})},
        {"smallest negated and halved", lowest, -1, 2, 4'611'686'018'427'387'904},
        {"largest squared over largest", highest, highest, highest, highest},
        {"smallest times largest over largest", lowest, highest, highest, lowest},
        {"smallest squared over largest", lowest, lowest, highest, std::unexpected(Overflow{})},
        {"largest doubled", highest, 2, 1, std::unexpected(Overflow{})},
        {"largest over largest times two is a half", 1, highest / 2 + 1, highest, 1},
        {"rounds up into overflow", highest, 3, 2, std::unexpected(Overflow{})},
        {"largest denominator, half below", 1, highest / 2, highest, 0},
    };
    for (Row const& row : rows) {
        CAPTURE(row.name);
        CHECK(multiply_divide_half_away(row.value, row.numerator, row.denominator) == row.expected);
        CHECK(by_hand(row.value, row.numerator, row.denominator) == row.expected);
    }
}

TEST_CASE("multiply_divide_half_away equals long division by hand") {
    constexpr std::uint64_t seed = 20'260'101;
    MESSAGE("seed ", seed);
    tests::Random random(seed);
    int overflow_count = 0;
    constexpr int round_count = 20'000;
    for (int round = 0; round < round_count; ++round) {
        // Every size from one bit to 64 is met equally often.
        auto const any = [&random] {
            return static_cast<std::int64_t>(random.bits()) >> random.between(0, 63);
        };
        std::int64_t const value = any();
        std::int64_t const numerator = any();
        std::int64_t const denominator = (any() & highest) | 1;
        auto const expected = by_hand(value, numerator, denominator);
        overflow_count += expected ? 0 : 1;
        CAPTURE(value);
        CAPTURE(numerator);
        CAPTURE(denominator);
        REQUIRE(multiply_divide_half_away(value, numerator, denominator) == expected);
    }
    CHECK(overflow_count > 0);
    CHECK(overflow_count < round_count);
}

TEST_CASE("multiply_divide_half_away, every small case") {
    for (std::int64_t value = -40; value <= 40; ++value) {
        for (std::int64_t numerator = -8; numerator <= 8; ++numerator) {
            for (std::int64_t denominator = 1; denominator <= 12; ++denominator) {
                REQUIRE(multiply_divide_half_away(value, numerator, denominator) ==
                        by_hand(value, numerator, denominator));
            }
        }
    }
}

TEST_CASE("products and quotients are the same on either side of 32 and 64 bits") {
    std::vector<std::int64_t> edges;
    for (std::int64_t const edge : {std::int64_t{1} << 31, std::int64_t{1} << 32, highest - 1}) {
        for (std::int64_t const near : {edge - 1, edge, edge + 1}) {
            edges.insert(edges.end(), {near, -near});
        }
    }
    for (std::int64_t const value : edges) {
        for (std::int64_t const factor : {std::int64_t{0}, std::int64_t{1}, std::int64_t{3}}) {
            CHECK(multiply(Money{value}, factor).has_value() ==
                  by_hand(value, factor, 1).has_value());
            CHECK(multiply(Money{value}, factor).value_or(Money{}).minor ==
                  by_hand(value, factor, 1).value_or(0));
        }
        for (std::int64_t const other : edges) {
            CAPTURE(value);
            CAPTURE(other);
            for (std::int64_t const by :
                 {std::int64_t{60}, std::int64_t{10'000}, std::max(other, -other)}) {
                REQUIRE(multiply_divide_half_away(value, other, by) == by_hand(value, other, by));
            }
        }
    }
}

TEST_CASE("a charge and a share equal long division by hand, small and on either side of 32 bits") {
    using Figure = std::expected<std::int64_t, Overflow>;
    auto const minor = [](std::expected<Money, Overflow> const& money) {
        return money ? Figure{money->minor} : std::unexpected(money.error());
    };
    auto const same = [minor](std::int64_t value, std::int64_t part) {
        CAPTURE(value);
        CAPTURE(part);
        REQUIRE(minor(charge(Minutes{value}, HourlyRate{part})) == by_hand(value, part, 60));
        REQUIRE(minor(share(Money{value}, BasisPoints{part})) == by_hand(value, part, 10'000));
    };
    // Values and their products pass the edges, by as much as either's half of a unit.
    for (std::int64_t const edge : {std::int64_t{0}, std::int64_t{1} << 30, std::int64_t{1} << 31,
                                    std::int64_t{1} << 32, std::int64_t{1} << 62}) {
        for (std::int64_t near = -5'100; near <= 5'100; ++near) {
            for (std::int64_t const part : {1, 2, 4}) {
                same(edge + near, part);
            }
        }
    }
    // Two factors below 2^31 whose product is far beyond 32 bits.
    for (std::int64_t near = 0; near < 200; ++near) {
        same((std::int64_t{1} << 31) - near, (std::int64_t{1} << 31) - 1);
    }
}

TEST_CASE("divide_half_up is as by hand, up to the largest numbers") {
    for (std::int64_t const by : {std::int64_t{1}, std::int64_t{2}, std::int64_t{3},
                                  std::int64_t{1} << 32, highest - 1, highest}) {
        for (std::int64_t const number :
             {std::int64_t{0}, std::int64_t{1}, std::int64_t{2}, std::int64_t{4}, by / 2,
              by / 2 + 1, by, highest / 2, highest - 1, highest}) {
            CAPTURE(number);
            CAPTURE(by);
            CHECK(divide_half_up(number, by) == by_hand(number, 1, by));
        }
    }
}

TEST_CASE("divide_up counts what is begun") {
    CHECK(divide_up(0, 300) == 0);
    CHECK(divide_up(1, 300) == 1);
    CHECK(divide_up(300, 300) == 1);
    CHECK(divide_up(301, 300) == 2);
    CHECK(divide_up(std::int64_t{1} << 32, 300) == 14'316'558);
    CHECK(divide_up(highest, 1) == highest);
    CHECK(divide_up(highest, highest) == 1);
    CHECK(divide_up(1, highest) == 1);
}

TEST_CASE("add and subtract report overflow") {
    CHECK(add(Money{highest}, Money{0}) == Money{highest});
    CHECK(add(Money{highest}, Money{1}) == std::unexpected(Overflow{}));
    CHECK(add(Money{lowest}, Money{-1}) == std::unexpected(Overflow{}));
    CHECK(add(Money{lowest}, Money{highest}) == Money{-1});
    CHECK(subtract(Money{0}, Money{lowest}) == std::unexpected(Overflow{}));
    CHECK(subtract(Money{-1}, Money{lowest}) == Money{highest});
    CHECK(subtract(Money{lowest}, Money{1}) == std::unexpected(Overflow{}));
    CHECK(subtract(Money{100}, Money{250}) == Money{-150});
}

TEST_CASE("charge, share and round_up") {
    CHECK(charge(Minutes{0}, HourlyRate{12'000}) == Money{0});
    CHECK(charge(Minutes{60}, HourlyRate{12'000}) == Money{12'000});
    CHECK(charge(Minutes{1}, HourlyRate{29}) == Money{0});
    CHECK(charge(Minutes{1}, HourlyRate{30}) == Money{1});
    CHECK(charge(Minutes{highest}, HourlyRate{61}) == std::unexpected(Overflow{}));
    CHECK(share(Money{10'050}, BasisPoints{1'000}) == Money{1'005});
    CHECK(share(Money{5}, BasisPoints{1'000}) == Money{1});
    CHECK(share(Money{-5}, BasisPoints{1'000}) == Money{-1});
    CHECK(share(Money{4}, BasisPoints{1'000}) == Money{0});
    CHECK(share(Money{highest}, BasisPoints{10'000}) == Money{highest});

    CHECK(round_up(0, 15) == 0);
    CHECK(round_up(1, 15) == 15);
    CHECK(round_up(14, 15) == 15);
    CHECK(round_up(15, 15) == 15);
    CHECK(round_up(16, 15) == 30);
    CHECK(round_up(60'000, 1'440) == 60'480);
    CHECK(round_up(highest - 1, 2) == highest - 1);
}
