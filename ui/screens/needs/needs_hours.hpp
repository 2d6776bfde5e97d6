// Hours as they are guessed: an average with a season, or month by month. Each function changes the
// needs in place and returns the height it took.
#pragma once

#include "ui/screens/needs/needs.hpp"

namespace kontingent::ui {

float draw_average(Frame& frame, Shop const& shop, NeedsState& state, float x, float y,
                   float width);
float draw_months(Frame& frame, Shop const& shop, NeedsState& state, NeedsContext const& context,
                  float x, float y, float width);
float draw_season(Frame& frame, Shop const& shop, NeedsState& state, NeedsContext const& context,
                  float x, float y, float width);
// How far the hours may be off.
float draw_certainty(Frame& frame, Shop const& shop, NeedsState& state, NeedsContext const& context,
                     float x, float y, float width);

} // namespace kontingent::ui
