// What an offer must have: a promised response for a level, services. A line that opens, with what
// is required in words.
#pragma once

#include "ui/frame.hpp"
#include "ui/state/state.hpp"
#include "ui/words.hpp"

namespace kontingent::ui {

// Changes the requirements in place. Returns the height.
float draw_requirements(Frame& frame, Shop const& shop, NeedsState& state, float x, float y,
                        float width);

} // namespace kontingent::ui
