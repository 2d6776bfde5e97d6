// Pooled pairs: which two neighbouring months are settled as one, and which pairs cost least.
#pragma once

#include "core/fault.hpp"
#include "core/scenario.hpp"
#include "core/tariff.hpp"
#include "core/units.hpp"

#include <cstddef>
#include <cstdint>
#include <expected>
#include <span>

namespace kontingent {

// A limit on pairs holds in each run of this many forecast months, counted from month 1, by a
// pair's first month.
inline constexpr std::int32_t pooling_run_months = 12;

// The pairs with the smallest net total; among equals the fewest, then the lexicographically
// smallest list of first months. Exact, in time proportional to the months. `usage`: at most
// forecast_months_max months, each already rounded up to the billing increment.
std::expected<PairList, Overflow> best_pairs(Tariff const& tariff, std::span<Minutes const> usage);

// What is wrong with pairs given by hand (first months, rising): outside the forecast, overlapping,
// or more in a run than `pairs_per_term_max`. Empty where all is well. Pointers are
// "/pooling/INDEX".
std::vector<Fault> faults_of_pairs(PairList const& pairs, std::size_t month_count,
                                   std::int32_t pairs_per_term_max);

} // namespace kontingent
