#include "ui/widgets/text_field.hpp"

#include "ui/paint.hpp"
#include "ui/widgets/press.hpp"

#include <algorithm>

namespace kontingent::ui {

namespace {

constexpr float caption_height = 26;

TextStyle caption_style(Frame const& frame) {
    return {.size = type::small, .weight = Weight::semibold, .colour = frame.theme.muted};
}

float draw_error(Frame& frame, std::string_view error, float x, float y, float width) {
    return paint::lines(frame, x, y, width, error,
                        {.size = type::small, .colour = frame.theme.bad});
}

void draw_box(Frame& frame, Rect box, bool is_invalid) {
    paint::fill(frame, box, frame.theme.card, size::control_radius);
    paint::border(frame, box, is_invalid ? frame.theme.bad : frame.theme.edge, size::control_radius,
                  is_invalid ? 2.0F : 1.0F);
}

float field(Frame& frame, FieldSpec const& spec, Role role, Rect box, std::string& value) {
    Id const id = frame.id(spec.key);
    if (std::string const* entered = frame.text_entered(id)) {
        value = *entered;
        frame.state_changed(); // what was said of the old text
    }
    std::string caption{spec.caption};
    if (spec.need == Need::required) {
        caption += " *";
    }
    paint::line(frame, box.x, box.y - caption_height, caption, caption_style(frame));
    draw_box(frame, box, !spec.error.empty());

    Record& made = frame.record(id, role, spec.caption, box);
    made.value = value;
    made.description = spec.error;
    made.is_invalid = !spec.error.empty();
    made.is_required = spec.need == Need::required;
    made.field = spec.traits;
    made.look =
        paint::block(frame, 0, 0, {}, {.size = type::body, .colour = frame.theme.text}).look;
    float const below = box.y + box.height + 4;
    return caption_height + box.height +
           (spec.error.empty() ? 0 : 4 + draw_error(frame, spec.error, box.x, below, box.width));
}

} // namespace

float text_field(Frame& frame, FieldSpec const& spec, float x, float y, float width,
                 std::string& value) {
    return field(frame, spec, Role::text_field, {x, y + caption_height, width, size::touch}, value);
}

float text_area(Frame& frame, FieldSpec const& spec, float x, float y, float width,
                std::string& value) {
    return field(frame, spec, Role::text_area, {x, y + caption_height, width, 132}, value);
}

float checkbox(Frame& frame, std::string_view key, float x, float y, float width,
               std::string_view label, std::string_view error, Need need, bool& is_checked) {
    Id const id = frame.id(key);
    TextStyle const style{.size = type::body, .colour = frame.theme.text};
    auto const lines = paint::wrap(frame, label, style, width - checkbox_text);
    float const height =
        std::max(size::touch, 20 + static_cast<float>(lines.size()) * paint::line_height(style));
    Rect const rect{x, y, width, height};
    Press const press = press_area(frame, id, rect);
    if (press.is_activated) {
        is_checked = !is_checked;
    }
    Rect const box{x, y + 10, 24, 24};
    draw_box(frame, box, !error.empty());
    if (is_checked) {
        paint::fill(frame, box, frame.theme.accent, 6);
        paint::check_mark(frame, box.x + 12, box.y + 12, 13, frame.theme.on_accent);
    }
    if (frame.shows_focus_ring(id)) {
        paint::focus_ring(frame, box, 6);
    }
    Record& made = frame.record(id, Role::checkbox, label, rect);
    made.is_checked = is_checked;
    made.is_required = need == Need::required;
    made.is_invalid = !error.empty();
    made.description = error;
    paint::lines(frame, x + checkbox_text, y + 10, width - checkbox_text, label, style);
    return height + (error.empty() ? 0
                                   : draw_error(frame, error, x + checkbox_text, y + height - 6,
                                                width - checkbox_text));
}

} // namespace kontingent::ui
