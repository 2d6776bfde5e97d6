#include "ui/widgets/press.hpp"

#include <imgui.h>

#include <algorithm>

namespace kontingent::ui {

namespace {

// Returns whether ImGui saw a press and its release over the area.
bool place_item(Frame& frame, Id id, Rect rect) {
    float const left = frame.x(rect.x);
    float const top = frame.y(rect.y);
    ImVec2 const size{std::max(1.0F, frame.x(rect.x + rect.width) - left),
                      std::max(1.0F, frame.y(rect.y + rect.height) - top)};
    ImGui::SetCursorScreenPos({left, top});
    ImGui::PushID(static_cast<int>(id));
    bool const is_pressed = ImGui::InvisibleButton("area", size);
    ImGui::PopID();
    return is_pressed;
}

} // namespace

Press press_area(Frame& frame, Id id, Rect rect) {
    bool const is_pressed = place_item(frame, id, rect);
    return {ImGui::IsItemHovered(), ImGui::IsItemActive(), is_pressed || frame.was_activated(id)};
}

Drag drag_area(Frame& frame, Id id, Rect rect) {
    place_item(frame, id, rect);
    if (!ImGui::IsItemActive()) {
        return {};
    }
    ImVec2 const at = ImGui::GetIO().MousePos;
    float const scale = frame.viewport.pixels_per_css_pixel;
    return {true, at.x / scale, at.y / scale + frame.viewport.scroll_y};
}

} // namespace kontingent::ui
