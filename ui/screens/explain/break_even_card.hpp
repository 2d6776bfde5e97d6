// "Ab wie vielen Stunden lohnt sich was?": cost curves for the same hours each month, read at any
// place, and the same figures as tables: which offer is cheapest from where to where, and where
// more hours cost less.
#pragma once

#include "core/advice/break_even.hpp"
#include "core/pricing/offers.hpp"
#include "ui/frame.hpp"
#include "ui/state/explain_state.hpp"
#include "ui/words.hpp"

#include <span>

namespace kontingent::ui {

// `offers` are offers_of() the catalogue; `break_even` holds at least one of them. `average` are
// the visitor's own hours a month.
float draw_break_even(Frame& frame, Shop const& shop, BreakEven const& break_even,
                      std::span<OfferId const> offers, BreakEvenState& state, PriceView view,
                      Minutes average, float x, float y, float width);

} // namespace kontingent::ui
