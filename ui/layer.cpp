#include "ui/layer.hpp"

#include <imgui.h>

#include <algorithm>

namespace kontingent::ui {

void draw_on(Frame& frame, Id layer, float x, float y) {
    auto& layers = frame.layers();
    auto found = std::ranges::find(layers, layer, &DrawnLayer::id);
    if (found == layers.end()) {
        layers.push_back({layer, std::make_shared<ImDrawList>(ImGui::GetDrawListSharedData())});
        found = layers.end() - 1;
    }
    if (!found->is_drawn) {
        found->is_drawn = true;
        found->list->_ResetForNewFrame();
        found->list->PushTexture(ImGui::GetIO().Fonts->TexRef);
        constexpr float everywhere = 1e6F;
        found->list->PushClipRect({-everywhere, -everywhere}, {everywhere, everywhere});
    }
    frame.draw = found->list.get();
    frame.set_origin(x, y);
}

Layer::Layer(Frame& frame, std::string_view key, Hold hold, float x, float y, float width)
    : frame_(frame), track_(frame.records.size()), rect_{x, y, width, 0} {
    bool const is_at_top = hold == Hold::at_top;
    frame.open(key, Role::track, is_at_top ? "top" : "bottom", rect_);
    Id const id = frame.open("layer", Role::layer, is_at_top ? "top" : "bottom", rect_);
    draw_on(frame, id, x, y);
}

void Layer::finish(float height) {
    rect_.height = height;
    frame_.records[track_ + 1].rect = rect_;
    frame_.close();
    frame_.close();
    draw_on(frame_, semantics::no_id, 0, 0);
}

void Layer::set_track(float top, float bottom) {
    frame_.records[track_].rect = {rect_.x, top, rect_.width, std::max(bottom - top, rect_.height)};
}

} // namespace kontingent::ui
