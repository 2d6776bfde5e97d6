// Pooled pairs: which two neighbouring months are settled as one, and which pairs are best.
#pragma once

#include "core/base/error.hpp"
#include "core/base/limits.hpp"
#include "core/base/units.hpp"
#include "core/pricing/counting.hpp"
#include "core/pricing/pairs.hpp"
#include "core/pricing/settlement.hpp"

#include <compare>
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

// What one settlement may charge, so that sums over a whole forecast, fixed amounts of the same
// size included, never overflow.
inline constexpr Money settlement_extra_max{std::numeric_limits<std::int64_t>::max() /
                                            (2 * static_cast<std::int64_t>(forecast_months_max))};

// Disjoint pairs as a plain value. Months count from 0 here.
struct PairChoice { // NOLINT(cppcoreguidelines-pro-type-member-init)
    std::uint8_t first_months[forecast_months_max / 2]; // written are the first `count` of them
    std::size_t count = 0;
};

// What pooling two months saves against settling them alone: fewer open minutes count before money.
struct PairSaving { // NOLINT(cppcoreguidelines-pro-type-member-init)
    std::int64_t open_minutes;
    std::int64_t money_minor; // at most twice settlement_extra_max
    friend auto operator<=>(PairSaving const&, PairSaving const&) = default;

    friend PairSaving operator+(PairSaving a, PairSaving b) {
        return {a.open_minutes + b.open_minutes, a.money_minor + b.money_minor};
    }
};

// The one rule of best pooling: the pairs that save most; among equals the fewest, then the
// lexicographically smallest list of first months. Exact, in time proportional to the months.
// `savings[i]`: what pooling months i and i + 1 saves, nothing for a pair that does not come into
// question; one fewer than months. The first form is for tariffs without open work.
PairChoice choose_pairs(std::span<std::int64_t const> savings_minor,
                        std::int32_t pairs_per_term_max);
PairChoice choose_pairs(std::span<PairSaving const> savings, std::int32_t pairs_per_term_max);

// Pooling serves a month with more work than its included minutes: settled alone, one of the two
// has expired minutes and the other overage.
// Without a branch inside, which would be guessed wrong as often as not.
inline bool may_pool(SettledMonth const& one, SettledMonth const& other) {
    auto const are_both = [](Minutes a, Minutes b) {
        return static_cast<unsigned>(a > Minutes{0}) & static_cast<unsigned>(b > Minutes{0});
    };
    return (are_both(one.expired, other.overage) | are_both(one.overage, other.expired)) != 0;
}

// What a pair, settled as one in its second month, saves. Overflow where a settlement is beyond
// settlement_extra_max.
std::expected<PairSaving, Overflow> saving_of_pair(Settlement& settlement, CountedWork const& one,
                                                   CountedWork const& other,
                                                   std::int32_t first_month);

// The best pairs, chosen by choose_pairs() among those that may_pool(), written over `pairs`; and
// what they save together. Of a settlement whose offer has no memory; at most forecast_months_max
// months.
std::expected<Money, Overflow> best_pairs(Settlement& settlement,
                                          std::span<CountedWork const> months, PairList& pairs);

// What is wrong with pairs given by hand (first months, rising): outside the forecast, overlapping,
// or more in a run than `pairs_per_term_max`. Empty where all is well. Pointers are
// "/pooling/INDEX".
std::vector<Error> errors_of_pairs(PairList const& pairs, std::size_t month_count,
                                   std::int32_t pairs_per_term_max);

} // namespace kontingent
