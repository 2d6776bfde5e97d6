// Which offers of a large catalogue are shown: the best ones, until the visitor asks for all.
#pragma once

#include "core/advice/break_even.hpp"
#include "ui/state/compared_offers.hpp"
#include "ui/state/state.hpp"

#include <cstddef>
#include <optional>

namespace kontingent::ui {

// As many are shown at once.
inline constexpr std::size_t many_offers = 16;
// Of more, these are shown first.
inline constexpr std::size_t best_offers = 8;

// Whether there are so many that the visitor chooses between the best and all.
bool has_many(ComparedOffers const& compared);

// How many of `compared.offers` are shown, from the first on.
std::size_t shown_count(ComparedOffers const& compared, CompareState const& state);

// Of many curves, those that are the cheapest somewhere and those of the best offers. Nothing where
// all of them matter.
std::optional<BreakEven> curves_that_matter(BreakEven const& break_even,
                                            ComparedOffers const& compared);

} // namespace kontingent::ui
