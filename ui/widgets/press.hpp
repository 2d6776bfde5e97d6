// Hovering, holding and activating, for all controls: the one place that calls ImGui's button
// behaviour. An event names the control it was aimed at, so that none is lost when the layout or
// the scroll position has changed since.
#pragma once

#include "ui/frame.hpp"

namespace kontingent::ui {

struct Press {
    bool is_hovered = false;
    bool is_held = false;
    bool is_activated = false; // by a click, a key or an assistive tool
};

Press press_area(Frame& frame, Id id, Rect rect);

// The pointer's place in content coordinates while it holds this area: a drag.
struct Drag {
    bool is_active = false;
    float x = 0, y = 0;
};

Drag drag_area(Frame& frame, Id id, Rect rect);

} // namespace kontingent::ui
