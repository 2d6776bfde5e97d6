#include "ui/widgets/segmented.hpp"

#include <algorithm>

#include "ui/paint.hpp"
#include "ui/widgets/press.hpp"

namespace kontingent::ui {

namespace {

constexpr float caption_height = 28;

std::size_t per_row(const Frame& frame, std::span<const Choice> choices, float width) {
    const TextStyle style{.size = type::body, .weight = Weight::semibold};
    float widest = 0;
    for (const Choice& choice : choices) widest = std::max(widest, paint::width(frame, choice.label, style));
    const auto fitting = static_cast<std::size_t>(std::max(1.0F, width / (widest + 20)));
    return std::min(choices.size(), fitting);
}

void draw_choice(Frame& frame, Rect cell, const Choice& choice, bool is_selected, const Press& press) {
    const Rect inner{cell.x + 4, cell.y + 4, cell.width - 8, cell.height - 8};
    if (is_selected) {
        paint::fill(frame, inner, frame.theme.card, size::control_radius - 2);
        paint::border(frame, inner, frame.theme.accent, size::control_radius - 2, 1.5F);
    } else if (press.is_hovered) {
        paint::fill(frame, inner, frame.theme.line, size::control_radius - 2);
    }
    const TextStyle style{.size = type::body,
                          .weight = is_selected ? Weight::semibold : Weight::regular,
                          .colour = is_selected ? frame.theme.text : frame.theme.muted,
                          .align = Align::centre};
    paint::line(frame, cell.x + cell.width / 2, cell.y + (cell.height - paint::line_height(style)) / 2, choice.label,
                style);
}

}  // namespace

float segmented_height(const Frame& frame, std::span<const Choice> choices, float width) {
    const std::size_t columns = per_row(frame, choices, width);
    const std::size_t rows = (choices.size() + columns - 1) / columns;
    return caption_height + static_cast<float>(rows) * size::touch;
}

std::optional<std::size_t> segmented(Frame& frame, std::string_view key, float x, float y, float width,
                                     std::string_view caption, std::span<const Choice> choices, std::size_t selected) {
    const float height = segmented_height(frame, choices, width);
    const Container group(frame, key, Role::radio_group, caption, {x, y, width, height});
    paint::line(frame, x, y, caption, {.size = type::small, .weight = Weight::semibold, .colour = frame.theme.muted});
    paint::fill(frame, {x, y + caption_height, width, height - caption_height}, frame.theme.sunken,
                size::control_radius);
    paint::border(frame, {x, y + caption_height, width, height - caption_height}, frame.theme.line,
                  size::control_radius);

    const std::size_t columns = per_row(frame, choices, width);
    const float cell_width = width / static_cast<float>(columns);
    std::optional<std::size_t> chosen;
    for (std::size_t index = 0; index < choices.size(); ++index) {
        const Choice& choice = choices[index];
        const Rect cell{x + cell_width * static_cast<float>(index % columns),
                        y + caption_height + size::touch * static_cast<float>(index / columns), cell_width,
                        size::touch};
        const Id id = frame.id(choice.key);
        const Press press = press_area(frame, id, cell);
        if (press.is_activated && index != selected) {
            chosen = index;
            frame.state_changed();
        }
        draw_choice(frame, cell, choice, index == selected, press);
        if (frame.shows_focus_ring(id)) {
            paint::focus_ring(frame, {cell.x + 4, cell.y + 4, cell.width - 8, cell.height - 8},
                              size::control_radius - 2);
        }
        frame.record(id, Role::radio, choice.name.empty() ? choice.label : choice.name, cell).is_checked =
            index == (chosen ? *chosen : selected);
    }
    return chosen;
}

}  // namespace kontingent::ui
