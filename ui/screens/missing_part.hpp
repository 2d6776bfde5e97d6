// Shown where deferred code (ui/deferred.hpp) is needed and not loaded yet.
#pragma once

#include "ui/frame.hpp"

namespace kontingent::ui {

// That it is being loaded, or could not be. Returns the height.
float draw_missing(Frame& frame, float x, float y, float width);

} // namespace kontingent::ui
