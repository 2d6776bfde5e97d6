#include "ui/widgets/press.hpp"

#include <imgui.h>

#include <algorithm>
#include <cfloat>

namespace kontingent::ui {

namespace {

// Puts ImGui's pointer on the item it was aimed at, wherever that is laid out now, and away from
// all others. What holds it may be dragged beyond its edges.
void place_pointer(Pointer const& pointer, Id id, ImVec2 from, ImVec2 size, float scale) {
    ImVec2& at = ImGui::GetIO().MousePos;
    if (pointer.id != id) {
        at = {-FLT_MAX, -FLT_MAX};
        return;
    }
    ImVec2 on{pointer.x * scale, pointer.y * scale};
    if (!pointer.is_held) {
        on = {std::clamp(on.x, 0.0F, size.x - 1), std::clamp(on.y, 0.0F, size.y - 1)};
    }
    at = {from.x + on.x, from.y + on.y};
}

void place_item(Frame& frame, Id id, Rect rect) {
    ImVec2 const from{frame.x(rect.x), frame.y(rect.y)};
    ImVec2 const size{std::max(1.0F, frame.x(rect.x + rect.width) - from.x),
                      std::max(1.0F, frame.y(rect.y + rect.height) - from.y)};
    place_pointer(frame.pointer, id, from, size, frame.viewport.pixels_per_css_pixel);
    ImGui::SetCursorScreenPos(from);
    ImGui::PushID(static_cast<int>(id));
    ImGui::InvisibleButton("area", size);
    ImGui::PopID();
}

} // namespace

Press press_area(Frame& frame, Id id, Rect rect) {
    place_item(frame, id, rect);
    return {ImGui::IsItemHovered(), ImGui::IsItemActive(), frame.was_activated(id)};
}

Drag drag_area(Frame& frame, Id id, Rect rect) {
    place_item(frame, id, rect);
    return {ImGui::IsItemActive(), rect.x + frame.pointer.x, rect.y + frame.pointer.y};
}

} // namespace kontingent::ui
