// Shown where deferred code (ui/deferred.hpp) is needed and not loaded yet.
#pragma once

#include "ui/frame.hpp"

namespace kontingent::ui {

// That it is being loaded, or could not be. Returns the height.
float draw_missing(Frame& frame, float x, float y, float width);

struct MissingPart {
    float height = 0;
    bool wants_code = false; // to be loaded
};

// The same for what a person has opened, which asks for the code at once, and with a button to try
// again.
MissingPart draw_missing_part(Frame& frame, float x, float y, float width);

} // namespace kontingent::ui
