#include "ui/widgets/progress.hpp"

#include "ui/paint.hpp"
#include "ui/widgets/text.hpp"

namespace kontingent::ui {

float progress(Frame& frame, std::string_view key, float x, float y, float width,
               std::string_view text, std::int32_t per_mille) {
    constexpr float thickness = 6;
    float const height = status_line(frame, key, x, y, width, text,
                                     {.size = type::body, .colour = frame.theme.text}) +
                         6;
    paint::fill(frame, {x, y + height, width, thickness}, frame.theme.line, thickness / 2);
    float const done = width * static_cast<float>(per_mille) / 1000;
    if (done >= thickness) {
        paint::fill(frame, {x, y + height, done, thickness}, frame.theme.accent, thickness / 2);
    }
    return height + thickness;
}

} // namespace kontingent::ui
