// How the work is made up, where a price depends on it: kinds of work, the usual task, extras.
#pragma once

#include "ui/frame.hpp"
#include "ui/state/state.hpp"
#include "ui/words.hpp"

namespace kontingent::ui {

// Changes the needs in place; the height is 0 where the catalogue makes nothing of it relevant.
float draw_work(Frame& frame, Shop const& shop, NeedsState& state, float x, float y, float width);

} // namespace kontingent::ui
