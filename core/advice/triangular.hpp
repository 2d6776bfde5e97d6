// The triangular distribution: what three guesses (at least, probably, at most) say of a month's
// minutes.
#pragma once

#include "core/base/units.hpp"

#include <cstdint>

namespace kontingent {

// The largest whole number whose square is not above `number`.
std::uint32_t square_root(std::uint64_t number);

// 0 <= low <= typical <= high <= month_usage_max.
struct Triangle {
    Minutes low;
    Minutes typical;
    Minutes high;
};

// The minutes below which a share of `part` / 2^32 lies: the inverse of the distribution function,
// exact up to its one rounding to whole minutes (half away from the nearer end).
Minutes quantile(Triangle const& triangle, std::uint32_t part);

} // namespace kontingent
