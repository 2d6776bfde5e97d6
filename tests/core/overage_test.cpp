#include "core/pricing/overage.hpp"
#include "tests/core/offers.hpp"

#include <doctest/doctest.h>

#include <limits>

using namespace kontingent;
using namespace kontingent::tests;

namespace {

struct Row {
    char const* name;
    std::int64_t minutes;
    char const* lines;
};

std::expected<Lines, Overflow> overage_lines(Overage const& overage, Minutes extra) {
    Lines lines;
    auto const sum = append_overage(lines, overage, extra, 1);
    CHECK(overage_sum(overage, extra) == sum);
    if (!sum) {
        return std::unexpected(sum.error());
    }
    CHECK(*sum == sum_of(lines));
    return lines;
}

template <std::size_t count>
void check_rows(Overage const& overage, Row const (&rows)[count]) {
    for (Row const& row : rows) {
        CAPTURE(row.name);
        auto const lines = overage_lines(overage, Minutes{row.minutes});
        REQUIRE(lines);
        CHECK(text_of(*lines) == row.lines);
    }
}

constexpr std::int64_t highest = std::numeric_limits<std::int64_t>::max();

} // namespace

TEST_CASE("graduated overage: each tier entered is a line, then its fee") {
    Row const rows[] = {
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

TEST_CASE("volume overage: the tier that holds all minutes prices them all") {
    Row const rows[] = {
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

TEST_CASE("block overage: every started block, in one line without a rate") {
    Row const rows[] = {
        {"nothing", 0, ""},
        {"first minute", 1, "1 overage 1 52500"},
        {"edge - 1", 299, "1 overage 299 52500"},
        {"edge", 300, "1 overage 300 52500"},
        {"edge + 1", 301, "1 overage 301 105000"},
        {"second edge - 1", 599, "1 overage 599 105000"},
        {"second edge", 600, "1 overage 600 105000"},
        {"second edge + 1", 601, "1 overage 601 157500"},
    };
    check_rows(in_blocks(300, 52'500), rows);
}

TEST_CASE("fees of tiers") {
    std::vector<Tier> const with_fee{{std::nullopt, HourlyRate{6'000}, Money{700}}};
    Row const rows[] = {
        {"no minute, no fee", 0, ""},
        {"one minute, the whole fee", 1, "1 overage 1@6000 100; 1 overage_flat_fee 700"},
    };
    check_rows(tiered(OverageMode::graduated, with_fee), rows);
    check_rows(tiered(OverageMode::volume, with_fee), rows);

    std::vector<Tier> const with_zero_fee{{std::nullopt, HourlyRate{6'000}, Money{0}}};
    Row const zero_rows[] = {
        {"a fee of 0 is a fee", 1, "1 overage 1@6000 100; 1 overage_flat_fee 0"}};
    check_rows(tiered(OverageMode::graduated, with_zero_fee), zero_rows);
}

TEST_CASE("an overage line is rounded once, half away from zero") {
    Row const half[] = {{"0.5", 1, "1 overage 1@30 1"}, {"1.5", 3, "1 overage 3@30 2"}};
    check_rows(flat(30), half);
    Row const below[] = {{"0.483", 1, "1 overage 1@29 0"}};
    check_rows(flat(29), below);
    Row const above[] = {{"0.517", 1, "1 overage 1@31 1"}};
    check_rows(flat(31), above);
}

TEST_CASE("overage that does not fit is an error in every mode") {
    auto const dear = [](OverageMode mode) {
        return tiered(mode, {{std::nullopt, HourlyRate{highest}, std::nullopt}});
    };
    CHECK(overage_lines(dear(OverageMode::graduated), Minutes{60}));
    CHECK_FALSE(overage_lines(dear(OverageMode::graduated), Minutes{61}));
    CHECK(overage_lines(dear(OverageMode::volume), Minutes{60}));
    CHECK_FALSE(overage_lines(dear(OverageMode::volume), Minutes{61}));
    CHECK(overage_lines(in_blocks(60, highest), Minutes{60}));
    CHECK_FALSE(overage_lines(in_blocks(60, highest), Minutes{61}));
}
