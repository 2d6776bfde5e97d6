#include "ui/widgets/slider.hpp"

#include "ui/paint.hpp"
#include "ui/widgets/press.hpp"

#include <algorithm>
#include <cmath>

namespace kontingent::ui {

namespace {

float part_of(semantics::Range const& range, std::int64_t value) {
    if (range.maximum <= range.minimum) {
        return 0;
    }
    auto const clamped = std::clamp(value, range.minimum, range.maximum);
    return static_cast<float>(clamped - range.minimum) /
           static_cast<float>(range.maximum - range.minimum);
}

std::int64_t on_step(semantics::Range const& range, std::int64_t value) {
    std::int64_t const clamped = std::clamp(value, range.minimum, range.maximum);
    return range.minimum + (clamped - range.minimum + range.step / 2) / range.step * range.step;
}

std::int64_t at_part(semantics::Range const& range, float part) {
    float const exact =
        std::clamp(part, 0.0F, 1.0F) * static_cast<float>(range.maximum - range.minimum);
    return on_step(range, range.minimum + static_cast<std::int64_t>(std::lround(exact)));
}

// The value asked for by the mirror or the pointer. A value typed in a field beside may lie off the
// steps: it stays until this control itself is moved.
std::optional<std::int64_t> moved(Frame& frame, Id id, semantics::Range const& range,
                                  std::optional<float> dragged) {
    std::optional<std::int64_t> wanted = frame.value_set(id);
    if (wanted) {
        wanted = on_step(range, *wanted);
    }
    if (dragged) {
        wanted = at_part(range, *dragged);
    }
    if (!wanted || *wanted == range.now) {
        return std::nullopt;
    }
    frame.state_changed();
    return wanted;
}

} // namespace

std::optional<std::int64_t> slider(Frame& frame, std::string_view key, Rect rect,
                                   std::string_view name, semantics::Range const& range) {
    Id const id = frame.id(key);
    Drag const drag = drag_area(frame, id, rect);
    float const travel = rect.width - slider_thumb;
    std::optional<float> dragged;
    if (drag.is_active) {
        dragged = (drag.x - rect.x - slider_thumb / 2) / travel;
    }
    std::optional<std::int64_t> const changed = moved(frame, id, range, dragged);

    float const centre = rect.y + rect.height / 2;
    float const thumb = rect.x + slider_thumb / 2 + travel * part_of(range, range.now);
    paint::fill(frame, {rect.x, centre - 3, rect.width, 6}, frame.theme.line, 3);
    paint::fill(frame, {rect.x, centre - 3, thumb - rect.x, 6}, frame.theme.accent, 3);
    paint::disc(frame, thumb, centre, slider_thumb / 2, frame.theme.accent);
    paint::disc(frame, thumb, centre, slider_thumb / 2 - 3, frame.theme.card);
    if (frame.shows_focus_ring(id)) {
        paint::focus_ring(
            frame,
            {thumb - slider_thumb / 2, centre - slider_thumb / 2, slider_thumb, slider_thumb},
            slider_thumb / 2);
    }
    frame.record(id, Role::slider, name, rect).range = range;
    return changed;
}

std::optional<std::int64_t> upright_bar(Frame& frame, std::string_view key, Rect rect,
                                        std::string_view name, semantics::Range const& range,
                                        std::int64_t mark) {
    Id const id = frame.id(key);
    Drag const drag = drag_area(frame, id, rect);
    std::optional<float> dragged;
    if (drag.is_active) {
        dragged = (rect.y + rect.height - drag.y) / rect.height;
    }
    std::optional<std::int64_t> const changed = moved(frame, id, range, dragged);

    float const filled = frame.ease(id, rect.height * part_of(range, range.now));
    float const bottom = rect.y + rect.height;
    paint::fill(frame, rect, frame.theme.sunken, 6);
    paint::fill(frame, {rect.x, bottom - filled, rect.width, filled}, frame.theme.accent,
                std::min(6.0F, filled / 2));
    if (mark > range.minimum && mark < range.maximum) {
        float const height = bottom - rect.height * part_of(range, mark);
        paint::stroke(frame, rect.x - 3, height, rect.x + rect.width + 3, height, frame.theme.text);
    }
    if (frame.shows_focus_ring(id)) {
        paint::focus_ring(frame, rect, 6);
    }
    Record& made = frame.record(id, Role::slider, name, rect);
    made.range = range;
    made.orientation = semantics::Orientation::vertical;
    return changed;
}

} // namespace kontingent::ui
