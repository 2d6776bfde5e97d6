// How a year's hours spread over its months.
#pragma once

#include "core/base/language.hpp"

#include <array>
#include <cstdint>
#include <string>

namespace kontingent {

// Twelve weights by calendar month, January first, each 0 to season_weight_max, not all 0: a month
// gets its share of twelve averages. All the same is an even year.
using Season = std::array<std::int32_t, 12>;
inline constexpr std::int32_t season_weight_max = 1'000;
inline constexpr Season even_season{100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100};

// One that the catalogue offers.
struct NamedSeason {
    std::string id;
    LocalizedText name;
    Season weights = even_season;
};

} // namespace kontingent
