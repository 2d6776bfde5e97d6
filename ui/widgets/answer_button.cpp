#include "ui/widgets/answer_button.hpp"

#include "ui/paint.hpp"
#include "ui/widgets/press.hpp"

#include <algorithm>

namespace kontingent::ui {

AnswerPress answer_button(Frame& frame, std::string_view key, float x, float y, float width,
                          std::string_view label) {
    constexpr float inset = 16;
    constexpr float chevron_room = 28;
    Theme const& theme = frame.theme;
    TextStyle const style{.size = type::body, .colour = theme.text};
    auto const lines = paint::wrap(frame, label, style, width - 2 * inset - chevron_room);
    float const text = static_cast<float>(lines.size()) * paint::line_height(style);
    Rect const rect{x, y, width, std::max(size::touch, text + 20)};
    Id const id = frame.id(key);
    Press const press = press_area(frame, id, rect);
    paint::fill(frame, rect, press.is_hovered ? theme.sunken : theme.card, size::control_radius);
    paint::border(frame, rect, press.is_held ? theme.accent : theme.line, size::control_radius);
    paint::chevron(frame, x + width - inset - 4, y + rect.height / 2, 10, paint::Chevron::right,
                   theme.muted);
    if (frame.shows_focus_ring(id)) {
        paint::focus_ring(frame, rect, size::control_radius);
    }
    frame.record(id, Role::button, label, rect);
    paint::lines(frame, x + inset, y + (rect.height - text) / 2, width - 2 * inset - chevron_room,
                 label, style, id);
    if (press.is_activated) {
        frame.state_changed();
    }
    return {rect.height, press.is_activated};
}

} // namespace kontingent::ui
