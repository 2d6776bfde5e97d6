#include "core/base/maybe.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>

using namespace kontingent;

TEST_CASE("a value that may be absent reads like std::optional") {
    Maybe<Minutes> const none;
    Maybe<Minutes> const zero = Minutes{0};
    CHECK_FALSE(none.has_value());
    CHECK(zero.has_value());
    CHECK(zero->count == 0);
    CHECK(none.value_or(Minutes{7}) == Minutes{7});
    CHECK(zero.value_or(Minutes{7}) == Minutes{0});
    CHECK(std::optional<Minutes>(none) == std::nullopt);
    CHECK(std::optional<Minutes>(zero) == Minutes{0});
    CHECK(Maybe<Minutes>(std::nullopt) == none);
    CHECK(none != zero);
}

TEST_CASE("absent comes before every value, whatever stands for it") {
    std::array<Maybe<std::uint8_t>, 4> indices{254, std::nullopt, 0, 1};
    std::ranges::sort(indices);
    CHECK_FALSE(indices[0].has_value());
    CHECK(*indices[1] == 0);
    CHECK(*indices[3] == 254);
    CHECK(Maybe<HourlyRate>() < Maybe<HourlyRate>(HourlyRate{0}));
    CHECK(Maybe<std::int64_t>() < Maybe<std::int64_t>(0));
}
