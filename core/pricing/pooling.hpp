// Pooled pairs: which two neighbouring months are settled as one, and which pairs cost least.
#pragma once

#include "core/base/error.hpp"
#include "core/base/limits.hpp"
#include "core/base/units.hpp"
#include "core/pricing/month.hpp"
#include "core/pricing/pairs.hpp"
#include "core/pricing/tariff.hpp"

#include <cstddef>
#include <cstdint>
#include <expected>
#include <limits>
#include <span>
#include <vector>

namespace kontingent {

// A limit on pairs holds in each run of this many forecast months, counted from month 1, by a
// pair's first month.
inline constexpr std::int32_t pooling_run_months = 12;

// What one settlement may add to a forecast, so that sums over all its months, base prices of the
// same size included, never overflow. A valid catalogue stays below a third of it.
inline constexpr Money settlement_extra_max{std::numeric_limits<std::int64_t>::max() /
                                            (2 * static_cast<std::int64_t>(forecast_months_max))};

// What `used` minutes against `included` ones add to the base: the sum of append_extra(). Overflow
// where it is beyond settlement_extra_max.
std::expected<Money, Overflow> extra_charge(Tariff const& tariff, Minutes included, Minutes used);

// Disjoint pairs as a plain value. Months count from 0 here.
struct PairChoice { // NOLINT(cppcoreguidelines-pro-type-member-init)
    std::uint8_t first_months[forecast_months_max / 2]; // written are the first `count` of them
    std::size_t count = 0;
};

// The one rule of best pooling: the pairs that save most; among equals the fewest, then the
// lexicographically smallest list of first months. Exact, in time proportional to the months.
// `savings_minor[i]`: what pooling months i and i + 1 saves against settling them alone, at most
// twice settlement_extra_max; one fewer than months.
PairChoice choose_pairs(std::span<std::int64_t const> savings_minor,
                        std::int32_t pairs_per_term_max);

// The pairs with the smallest net total, chosen by choose_pairs(), written over `pairs`. Reads what
// was used in at most forecast_months_max months.
std::expected<void, Overflow> best_pairs(Tariff const& tariff, std::span<Month const> months,
                                         PairList& pairs);

// What is wrong with pairs given by hand (first months, rising): outside the forecast, overlapping,
// or more in a run than `pairs_per_term_max`. Empty where all is well. Pointers are
// "/pooling/INDEX".
std::vector<Error> errors_of_pairs(PairList const& pairs, std::size_t month_count,
                                   std::int32_t pairs_per_term_max);

} // namespace kontingent
