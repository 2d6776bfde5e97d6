// How much of the work is of a kind: a share of each month, or hours by month.
#pragma once

#include "ui/screens/needs/needs.hpp"

namespace kontingent::ui {

// Of a kind for which some offer has a rule. Changes the needs in place and returns its height.
float draw_kind(Frame& frame, Shop const& shop, NeedsState& state, NeedsContext const& context,
                std::size_t kind, float x, float y, float width);

} // namespace kontingent::ui
