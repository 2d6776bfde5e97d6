// The bounds of what the program takes in, in one place. A forecast's bounds are what lets sums
// over all its months stay far from 64 bits.
#pragma once

#include "core/base/units.hpp"

#include <cstddef>
#include <cstdint>

namespace kontingent {

inline constexpr std::size_t catalogue_bytes_max = 1u << 20;
inline constexpr std::size_t scenario_bytes_max = 1u << 20;

inline constexpr std::size_t forecast_months_max = 120;
inline constexpr std::size_t past_months_max = 120;
inline constexpr Minutes month_usage_max{60'000};

inline constexpr std::size_t offer_count_max = 64; // packages; on demand comes on top
inline constexpr std::size_t tier_count_max = 64;
inline constexpr std::size_t service_count_max = 64;
inline constexpr std::int32_t level_count_max = 8;
inline constexpr std::size_t kind_count_max = 8;
inline constexpr std::size_t extra_count_max = 32;
inline constexpr std::int32_t extra_number_max = 10'000;
inline constexpr std::int32_t term_months_max = 120;
inline constexpr Minutes response_time_max{1'000'000};

} // namespace kontingent
