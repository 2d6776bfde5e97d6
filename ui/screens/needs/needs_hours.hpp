// Estimated hours: an average with a season, or month by month. Each function changes the needs in
// place and returns its height.
#pragma once

#include "ui/screens/needs/needs.hpp"

namespace kontingent::ui {

float draw_average(Frame& frame, Shop const& shop, NeedsState& state, float x, float y,
                   float width);
float draw_months(Frame& frame, Shop const& shop, NeedsState& state, NeedsContext const& context,
                  float x, float y, float width);
float draw_season(Frame& frame, Shop const& shop, NeedsState& state, NeedsContext const& context,
                  float x, float y, float width);
// How certain the hours are.
float draw_certainty(Frame& frame, Shop const& shop, NeedsState& state, NeedsContext const& context,
                     float x, float y, float width);

} // namespace kontingent::ui
