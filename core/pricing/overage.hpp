// What minutes beyond the included ones cost, in each of the three modes of a catalogue.
#pragma once

#include "core/base/units.hpp"
#include "core/catalogue/catalogue.hpp"
#include "core/pricing/line.hpp"

#include <cstdint>
#include <expected>

namespace kontingent {

// Appends the lines that `extra` minutes (>= 0) of one settlement add to `month`, none for 0
// minutes, and returns their sum. Tier bounds are (lower, upper]. One rounding a line.
// - graduated: each tier entered is a line of its own minutes, followed by its flat fee where it
// has one.
// - volume: the tier that holds `extra` prices all of it, followed by its flat fee where it has
// one.
// - block: one line for every started block; it speaks of the `extra` minutes it charges and has no
// hourly rate.
std::expected<Money, Overflow> append_overage(Lines& lines, Overage const& overage, Minutes extra,
                                              std::int32_t month);

// The sum alone, of the very same lines, where nobody reads them.
std::expected<Money, Overflow> overage_sum(Overage const& overage, Minutes extra);

} // namespace kontingent
