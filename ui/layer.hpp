// Layers: parts of the portal that are drawn on grounds of their own. The content is one; what
// stays in view while the page scrolls (the needs beside the results, the answer's bar) is another,
// which the browser holds by itself within its track.
#pragma once

#include "ui/frame.hpp"

#include <string_view>

namespace kontingent::ui {

// Begins drawing onto a layer's own list, whose origin is this place of the content.
void draw_on(Frame& frame, Id layer, float x, float y);

enum class Hold : std::uint8_t { at_top, at_bottom };

class Layer {
public:
    // What is drawn and recorded until finish() is on the layer.
    Layer(Frame& frame, std::string_view key, Hold hold, float x, float y, float width);
    Layer(Layer const&) = delete;
    Layer& operator=(Layer const&) = delete;

    void finish(float height);
    // The part of the content within which the layer stays in view.
    void set_track(float top, float bottom);

private:
    Frame& frame_;
    std::size_t track_;
    Rect rect_;
};

} // namespace kontingent::ui
