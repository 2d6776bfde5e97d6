#include "ui/widgets/segmented.hpp"

#include "ui/paint.hpp"
#include "ui/widgets/press.hpp"
#include "ui/widgets/text.hpp"

#include <algorithm>

namespace kontingent::ui {

namespace {

constexpr float caption_gap = 7;

TextStyle caption_style(Frame const& frame) {
    return {.size = type::small, .weight = Weight::semibold, .colour = frame.theme.muted};
}

float caption_height(Frame const& frame, std::string_view caption, float width) {
    return text_height(frame, caption, caption_style(frame), width) + caption_gap;
}

// Small, so that four choices in the needs' column stand two by two and not one below the other.
constexpr TextStyle label_style{.size = type::small};
// Beside a label, in its cell.
constexpr float label_margin = 10;

std::size_t per_row(Frame const& frame, std::span<Choice const> choices, float width) {
    TextStyle style = label_style;
    style.weight = Weight::semibold;
    float widest = 0;
    for (Choice const& choice : choices) {
        widest = std::max(widest, paint::width(frame, choice.label, style));
    }
    auto const fitting =
        static_cast<std::size_t>(std::max(1.0F, width / (widest + 2 * label_margin)));
    std::size_t const rows = (choices.size() + fitting - 1) / fitting;
    return rows > 1 ? (choices.size() + rows - 1) / rows : choices.size(); // rows alike in length
}

void draw_choice(Frame& frame, Rect cell, Choice const& choice, bool is_selected,
                 Press const& press) {
    Rect const inner{cell.x + 4, cell.y + 4, cell.width - 8, cell.height - 8};
    if (is_selected) {
        paint::fill(frame, inner, frame.theme.card, size::control_radius - 2);
        paint::border(frame, inner, frame.theme.accent, size::control_radius - 2, 1.5F);
    } else if (press.is_hovered) {
        paint::fill(frame, inner, frame.theme.line, size::control_radius - 2);
    }
    TextStyle style = label_style;
    style.weight = is_selected ? Weight::semibold : Weight::regular;
    style.colour = is_selected ? frame.theme.text : frame.theme.muted;
    style.align = Align::centre;
    paint::line(frame, cell.x + cell.width / 2,
                cell.y + (cell.height - paint::line_height(style)) / 2, choice.label, style);
}

// Below each other where they do not fit side by side.
std::optional<std::size_t> draw_choices(Frame& frame, Rect place, std::span<Choice const> choices,
                                        std::size_t selected) {
    paint::fill(frame, place, frame.theme.sunken, size::control_radius);
    paint::border(frame, place, frame.theme.line, size::control_radius);
    std::size_t const columns = per_row(frame, choices, place.width);
    float const cell_width = place.width / static_cast<float>(columns);
    std::optional<std::size_t> chosen;
    for (std::size_t index = 0; index < choices.size(); ++index) {
        Choice const& choice = choices[index];
        Rect const cell{place.x + cell_width * static_cast<float>(index % columns),
                        place.y + size::touch * static_cast<float>(index / columns), cell_width,
                        size::touch};
        Id const id = frame.id(choice.key);
        Press const press = press_area(frame, id, cell);
        if (press.is_activated && index != selected) {
            chosen = index;
            frame.state_changed();
        }
        draw_choice(frame, cell, choice, index == selected, press);
        if (frame.shows_focus_ring(id)) {
            paint::focus_ring(frame, {cell.x + 4, cell.y + 4, cell.width - 8, cell.height - 8},
                              size::control_radius - 2);
        }
        frame.record(id, Role::radio, choice.name.empty() ? choice.label : choice.name, cell)
            .is_checked = index == (chosen ? *chosen : selected);
    }
    return chosen;
}

} // namespace

float segmented_row_height(Frame const& frame, std::span<Choice const> choices, float width) {
    std::size_t const columns = per_row(frame, choices, width);
    std::size_t const rows = (choices.size() + columns - 1) / columns;
    return static_cast<float>(rows) * size::touch;
}

std::optional<std::size_t> segmented_row(Frame& frame, std::string_view key, float x, float y,
                                         float width, std::string_view name,
                                         std::span<Choice const> choices, std::size_t selected) {
    Rect const place{x, y, width, segmented_row_height(frame, choices, width)};
    Container const group(frame, key, Role::radio_group, name, place);
    return draw_choices(frame, place, choices, selected);
}

float segmented_height(Frame const& frame, std::string_view caption,
                       std::span<Choice const> choices, float width) {
    return caption_height(frame, caption, width) + segmented_row_height(frame, choices, width);
}

std::optional<std::size_t> segmented(Frame& frame, std::string_view key, float x, float y,
                                     float width, std::string_view caption,
                                     std::span<Choice const> choices, std::size_t selected) {
    float const height = segmented_height(frame, caption, choices, width);
    Container const group(frame, key, Role::radio_group, caption, {x, y, width, height});
    paint::lines(frame, x, y, width, caption, caption_style(frame));
    float const top = caption_height(frame, caption, width);
    return draw_choices(frame, {x, y + top, width, height - top}, choices, selected);
}

} // namespace kontingent::ui
