#include "ui/widgets/button.hpp"

#include "ui/widgets/press.hpp"

#include <algorithm>
#include <cstddef>
#include <string>

namespace kontingent::ui {

namespace {

constexpr TextStyle label_style{.size = type::body, .weight = Weight::semibold};

// In one line; where that is too long, in two smaller ones, whose end is left out where it must be.
void draw_label(Frame& frame, Rect rect, std::string_view label, TextStyle style, Id id) {
    constexpr float inset = 12;
    float const width = rect.width - 2 * inset;
    float const x = rect.x + rect.width / 2;
    style.align = Align::centre;
    if (paint::width(frame, label, style) <= width) {
        paint::line(frame, x, rect.y + (rect.height - paint::line_height(style)) / 2, label, style,
                    id);
        return;
    }
    style.size = type::small;
    auto const lines = paint::wrap(frame, label, style, width);
    std::string text{label};
    if (lines.size() > 2) {
        auto const rest = static_cast<std::size_t>(lines[1].data() - label.data());
        text = text.substr(0, rest) + paint::one_line(frame, label.substr(rest), style, width);
    }
    float const height = paint::line_height(style) * (lines.size() > 1 ? 2.0F : 1.0F);
    paint::lines(frame, x, rect.y + (rect.height - height) / 2, width, text, style, id);
}

struct Disclosed {
    Press press;
    // As the press leaves it, like the record and what the caller draws.
    paint::Chevron chevron = paint::Chevron::right;
};

Disclosed disclose(Frame& frame, Id id, Rect rect, std::string_view name, Openness openness) {
    Press const press = press_area(frame, id, rect);
    bool const is_open = (openness == Openness::open) != press.is_activated;
    frame.record(id, Role::disclosure, name, rect).is_expanded = is_open;
    return {press, is_open ? paint::Chevron::down : paint::Chevron::right};
}

} // namespace

float button_width(Frame const& frame, std::string_view label) {
    return paint::width(frame, label, label_style) + 48;
}

bool button(Frame& frame, std::string_view key, Rect rect, std::string_view label,
            ButtonKind kind) {
    Id const id = frame.id(key);
    Press const press = press_area(frame, id, rect);
    Theme const& theme = frame.theme;
    TextStyle style = label_style;
    if (kind == ButtonKind::primary) {
        paint::fill(frame, rect, theme.accent, size::control_radius);
        if (press.is_hovered) {
            paint::fill(frame, rect, theme.text, size::control_radius, press.is_held ? 0.2F : 0.1F);
        }
        style.colour = theme.on_accent;
    } else {
        paint::fill(frame, rect, press.is_hovered ? theme.sunken : theme.card,
                    size::control_radius);
        paint::border(frame, rect, press.is_held ? theme.accent : theme.line, size::control_radius);
        style.colour = theme.text;
    }
    if (frame.shows_focus_ring(id)) {
        paint::focus_ring(frame, rect, size::control_radius);
    }
    frame.record(id, Role::button, label, rect);
    draw_label(frame, rect, label, style, id);
    if (press.is_activated) {
        frame.state_changed();
    }
    return press.is_activated;
}

bool button(Frame& frame, std::string_view key, float x, float y, float width,
            std::string_view label, ButtonKind kind) {
    Rect const rect{x, y, std::min(width, button_width(frame, label)), button_height};
    return button(frame, key, rect, label, kind);
}

bool step_button(Frame& frame, std::string_view key, Rect rect, std::string_view name, Step step) {
    Id const id = frame.id(key);
    Press const press = press_area(frame, id, rect);
    Theme const& theme = frame.theme;
    paint::fill(frame, rect, press.is_hovered ? theme.sunken : theme.card, size::control_radius);
    paint::border(frame, rect, press.is_held ? theme.accent : theme.line, size::control_radius);
    float const x = rect.x + rect.width / 2;
    float const y = rect.y + rect.height / 2;
    paint::fill(frame, {x - 7, y - 1, 14, 2}, theme.text);
    if (step == Step::more) {
        paint::fill(frame, {x - 1, y - 7, 2, 14}, theme.text);
    }
    if (frame.shows_focus_ring(id)) {
        paint::focus_ring(frame, rect, size::control_radius);
    }
    frame.record(id, Role::button, name, rect);
    if (press.is_activated) {
        frame.state_changed();
    }
    return press.is_activated;
}

bool disclosure_row(Frame& frame, std::string_view key, Rect rect, Point chevron,
                    std::string_view name, Openness openness) {
    Id const id = frame.id(key);
    auto const [press, direction] = disclose(frame, id, rect, name, openness);
    Rect const ground{rect.x + 2, rect.y + 2, rect.width - 4, rect.height - 4};
    if (press.is_hovered) {
        paint::fill(frame, ground, frame.theme.sunken, size::card_radius - 2);
    }
    paint::chevron(frame, chevron.x, chevron.y, 10, direction, frame.theme.muted);
    if (frame.shows_focus_ring(id)) {
        paint::border(frame, {rect.x + 3, rect.y + 3, rect.width - 6, rect.height - 6},
                      frame.theme.accent, size::card_radius - 3, 2);
    }
    return press.is_activated;
}

bool disclosure_text(Frame& frame, std::string_view key, float x, float y, std::string_view label,
                     Openness openness) {
    Id const id = frame.id(key);
    TextStyle style = label_style;
    style.colour = frame.theme.accent;
    Rect const rect{x, y, paint::width(frame, label, style) + 28, disclosure_text_height};
    auto const [press, direction] = disclose(frame, id, rect, label, openness);
    float const centre = y + rect.height / 2;
    paint::chevron(frame, x + 7, centre, 9, direction, frame.theme.accent);
    paint::line(frame, x + 22, centre - paint::line_height(style) / 2, label, style, id);
    if (press.is_hovered) {
        paint::stroke(frame, x + 22, centre + 11, x + rect.width - 6, centre + 11,
                      frame.theme.accent);
    }
    if (frame.shows_focus_ring(id)) {
        paint::focus_ring(frame, rect, size::control_radius);
    }
    return press.is_activated;
}

} // namespace kontingent::ui
