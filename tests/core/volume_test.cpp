#include "tests/core/charged.hpp"
#include "tests/core/offers.hpp"

#include <doctest/doctest.h>

#include <limits>

using namespace kontingent;
using namespace kontingent::tests;

namespace {

constexpr std::int64_t highest = std::numeric_limits<std::int64_t>::max();

} // namespace

TEST_CASE("volume overage: the tier that holds all minutes prices them all") {
    ChargedRow const rows[] = {
        {"nothing", 0, ""},
        {"first minute", 1, "1 overage 1@12500 208"},
        {"first edge - 1", 239, "1 overage 239@12500 49792"},
        {"first edge", 240, "1 overage 240@12500 50000"},
        {"first edge + 1", 241, "1 overage 241@10001 40171; 1 overage_flat_fee 2500"},
        {"second edge - 1", 599, "1 overage 599@10001 99843; 1 overage_flat_fee 2500"},
        {"second edge", 600, "1 overage 600@10001 100010; 1 overage_flat_fee 2500"},
        {"second edge + 1", 601, "1 overage 601@9000 90150; 1 overage_flat_fee 100"},
    };
    check_rows(tiered(OverageMode::volume, graduated_tiers()), rows);
}

TEST_CASE("volume prices: fees of tiers") {
    ChargedRow const rows[] = {
        {"no minute, no fee", 0, ""},
        {"one minute, the whole fee", 1, "1 overage 1@6000 100; 1 overage_flat_fee 700"},
    };
    check_rows(tiered(OverageMode::volume, {{std::nullopt, HourlyRate{6'000}, Money{700}}}), rows);

    ChargedRow const zero_rows[] = {{"a fee of 0 is no line", 1, "1 overage 1@6000 100"}};
    check_rows(tiered(OverageMode::volume, {{std::nullopt, HourlyRate{6'000}, Money{0}}}),
               zero_rows);
}

TEST_CASE("volume prices that do not fit 64 bits are an error") {
    Overage const dear =
        tiered(OverageMode::volume, {{std::nullopt, HourlyRate{highest}, std::nullopt}});
    CHECK(lines_of(dear, Minutes{60}));
    CHECK_FALSE(lines_of(dear, Minutes{61}));
}
