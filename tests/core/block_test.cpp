#include "core/pricing/quote.hpp"
#include "tests/core/charged.hpp"
#include "tests/core/offers.hpp"

#include <doctest/doctest.h>

#include <limits>
#include <optional>
#include <string>
#include <vector>

using namespace kontingent;
using namespace kontingent::tests;

namespace {

constexpr std::int64_t highest = std::numeric_limits<std::int64_t>::max();

// Lines of a package without hours whose blocks of 300 minutes are valid for so many months.
std::string lines_of_blocks(std::optional<std::int32_t> valid_months,
                            std::vector<Minutes> const& usage) {
    Catalogue catalogue = small_catalogue();
    catalogue.billing_increment = Minutes{1};
    catalogue.offers.back().overage = in_blocks(300, 52'500);
    catalogue.offers.back().overage.block_valid_months = valid_months;
    auto const quote = make_quote(catalogue, scenario_for("on-demand", usage));
    REQUIRE(quote);
    return text_of(quote->lines);
}

} // namespace

TEST_CASE("block overage: every started block, in one line without a rate") {
    ChargedRow const rows[] = {
        {"nothing", 0, ""},
        {"first minute", 1, "1 overage 1x1 52500"},
        {"edge - 1", 299, "1 overage 299x1 52500"},
        {"edge", 300, "1 overage 300x1 52500"},
        {"edge + 1", 301, "1 overage 301x2 105000"},
        {"second edge - 1", 599, "1 overage 599x2 105000"},
        {"second edge", 600, "1 overage 600x2 105000"},
        {"second edge + 1", 601, "1 overage 601x3 157500"},
    };
    check_rows(in_blocks(300, 52'500), rows);
}

TEST_CASE("a block is used until its last month ends, the oldest first") {
    struct Row {
        char const* name;
        std::optional<std::int32_t> valid_months;
        std::vector<Minutes> usage;
        char const* lines;
    };

    Row const rows[] = {
        {"valid for its month: the next buys anew", 1, months({1, 1}),
         "1 overage 1x1 52500; 2 overage 1x1 52500"},
        {"two months: the next one uses the rest, the one after does not", 2, months({1, 1, 1}),
         "1 overage 1x1 52500; 3 overage 1x1 52500"},
        {"three months, the last of them included", 3, months({1, 0, 299}), "1 overage 1x1 52500"},
        {"one minute more than the rest", 3, months({1, 0, 300}),
         "1 overage 1x1 52500; 3 overage 1x1 52500"},
        {"one month too late", 3, months({1, 0, 0, 1}), "1 overage 1x1 52500; 4 overage 1x1 52500"},
        {"without end", std::nullopt, months({1, 0, 0, 0, 0, 299}), "1 overage 1x1 52500"},
        {"used up to the last minute: nothing goes on", 2, months({300, 1}),
         "1 overage 300x1 52500; 2 overage 1x1 52500"},
        {"several blocks: the line's minutes are those that earlier ones did not cover", 2,
         months({250, 700}), "1 overage 250x1 52500; 2 overage 650x3 157500"},
        {"the older rest first, so that the younger lasts", 2, months({200, 200, 200, 100}),
         "1 overage 200x1 52500; 2 overage 100x1 52500; 4 overage 100x1 52500"},
    };
    for (Row const& row : rows) {
        CAPTURE(row.name);
        CHECK(lines_of_blocks(row.valid_months, row.usage) == row.lines);
    }
}

TEST_CASE("blocks that do not fit 64 bits are an error") {
    CHECK(lines_of(in_blocks(60, highest), Minutes{60}));
    CHECK_FALSE(lines_of(in_blocks(60, highest), Minutes{61}));
}
