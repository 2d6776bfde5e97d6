// "Ab wann lohnt sich welches Angebot?": cost curves for the same hours in every month with a
// marker to read them, and the same figures as tables: which offer is cheapest for which hours, and
// where more hours cost less.
#pragma once

#include "core/advice/break_even.hpp"
#include "core/pricing/offers.hpp"
#include "ui/frame.hpp"
#include "ui/state/explain_state.hpp"
#include "ui/words.hpp"

#include <cstdint>
#include <span>

namespace kontingent::ui {

// Of many offers only some are shown, which is said (ui/state/best_offers.hpp).
enum class CurvesShown : std::uint8_t { all, those_that_matter };

// `offers` are offers_of() the catalogue; `break_even` holds at least one of them. `average` is
// the visitor's own average month.
float draw_break_even(Frame& frame, Shop const& shop, BreakEven const& break_even,
                      CurvesShown curves_shown, std::span<OfferId const> offers,
                      BreakEvenState& state, PriceView view, Minutes average, float x, float y,
                      float width);

} // namespace kontingent::ui
