#include "tests/core/charged.hpp"
#include "tests/core/offers.hpp"

#include <doctest/doctest.h>

#include <limits>

using namespace kontingent;
using namespace kontingent::tests;

namespace {

constexpr std::int64_t highest = std::numeric_limits<std::int64_t>::max();

} // namespace

TEST_CASE("graduated overage: each tier entered is a line, then its fee") {
    ChargedRow const rows[] = {
        {"nothing", 0, ""},
        {"first minute", 1, "1 overage 1@12500 208"},
        {"first edge - 1", 239, "1 overage 239@12500 49792"},
        {"first edge", 240, "1 overage 240@12500 50000"},
        {"first edge + 1", 241,
         "1 overage 240@12500 50000; 1 overage 1@10001 167; 1 overage_flat_fee 2500"},
        {"second edge - 1", 599,
         "1 overage 240@12500 50000; 1 overage 359@10001 59839; 1 overage_flat_fee 2500"},
        {"second edge", 600,
         "1 overage 240@12500 50000; 1 overage 360@10001 60006; 1 overage_flat_fee 2500"},
        {"second edge + 1", 601,
         "1 overage 240@12500 50000; 1 overage 360@10001 60006; 1 overage_flat_fee 2500; "
         "1 overage 1@9000 150; 1 overage_flat_fee 100"},
        {"far into the open tier", 60'000,
         "1 overage 240@12500 50000; 1 overage 360@10001 60006; 1 overage_flat_fee 2500; "
         "1 overage 59400@9000 8910000; 1 overage_flat_fee 100"},
    };
    check_rows(tiered(OverageMode::graduated, graduated_tiers()), rows);
}

TEST_CASE("graduated prices: fees of tiers") {
    ChargedRow const rows[] = {
        {"no minute, no fee", 0, ""},
        {"one minute, the whole fee", 1, "1 overage 1@6000 100; 1 overage_flat_fee 700"},
    };
    check_rows(tiered(OverageMode::graduated, {{std::nullopt, HourlyRate{6'000}, Money{700}}}),
               rows);

    ChargedRow const zero_rows[] = {{"a fee of 0 is no line", 1, "1 overage 1@6000 100"}};
    check_rows(tiered(OverageMode::graduated, {{std::nullopt, HourlyRate{6'000}, Money{0}}}),
               zero_rows);
}

TEST_CASE("an overage line is rounded once, half away from zero") {
    ChargedRow const half[] = {{"0.5", 1, "1 overage 1@30 1"}, {"1.5", 3, "1 overage 3@30 2"}};
    check_rows(flat(30), half);
    ChargedRow const below[] = {{"0.483", 1, "1 overage 1@29 0"}};
    check_rows(flat(29), below);
    ChargedRow const above[] = {{"0.517", 1, "1 overage 1@31 1"}};
    check_rows(flat(31), above);
}

TEST_CASE("a rate is the price of one unit where units are counted") {
    ChargedRow const rows[] = {
        {"none", 0, ""},
        {"one", 1, "1 overage 1@12500 12500"},
        {"first edge", 240, "1 overage 240@12500 3000000"},
        {"first edge + 1", 241,
         "1 overage 240@12500 3000000; 1 overage 1@10001 10001; 1 overage_flat_fee 2500"},
    };
    check_rows(tiered(OverageMode::graduated, graduated_tiers()), rows, RateUnit::one);
}

TEST_CASE("graduated prices that do not fit 64 bits are an error") {
    Overage const dear =
        tiered(OverageMode::graduated, {{std::nullopt, HourlyRate{highest}, std::nullopt}});
    CHECK(lines_of(dear, Minutes{60}));
    CHECK_FALSE(lines_of(dear, Minutes{61}));
}
