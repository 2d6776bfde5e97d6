// Where a pointer presses and what the mirror activates, for all controls: one place that calls
// ImGui's button behaviour.
#pragma once

#include "ui/frame.hpp"

namespace kontingent::ui {

struct Press {
    bool is_hovered = false;
    bool is_held = false;
    bool is_activated = false; // released over it, or activated through its record
};

Press press_area(Frame& frame, Id id, Rect rect);

// The pointer's place in content coordinates while it holds this area; for dragging.
struct Drag {
    bool is_active = false;
    float x = 0, y = 0;
};

Drag drag_area(Frame& frame, Id id, Rect rect);

} // namespace kontingent::ui
