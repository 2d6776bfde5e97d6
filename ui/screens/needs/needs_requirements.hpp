// What an offer must have: response times, services. A line that opens, with the requirements in
// words below it.
#pragma once

#include "ui/frame.hpp"
#include "ui/state/state.hpp"
#include "ui/words.hpp"

namespace kontingent::ui {

// Changes the requirements in place. Returns the height.
float draw_requirements(Frame& frame, Shop const& shop, NeedsState& state, float x, float y,
                        float width);

} // namespace kontingent::ui
