// Buttons, links and the switch that opens a row.
#pragma once

#include "ui/frame.hpp"
#include "ui/paint.hpp"

#include <string_view>

namespace kontingent::ui {

enum class ButtonKind : std::uint8_t { primary, quiet };

inline constexpr float button_height = 48;

float button_width(Frame const& frame, std::string_view label);
// True when pressed.
bool button(Frame& frame, std::string_view key, Rect rect, std::string_view label, ButtonKind kind);
// The same, as wide as its label, `width` at most.
bool button(Frame& frame, std::string_view key, float x, float y, float width,
            std::string_view label, ButtonKind kind);

enum class Step : std::uint8_t { less, more };

// A square button with a minus or a plus, named by what it changes. True when pressed.
bool step_button(Frame& frame, std::string_view key, Rect rect, std::string_view name, Step step);

enum class Openness : std::uint8_t { closed, open };

struct Point {
    float x = 0, y = 0;
};

// A whole row that opens: its background shows hover, and it has a chevron. The caller draws the
// row's texts afterwards; name is what a screen reader says. True when toggled.
bool disclosure_row(Frame& frame, std::string_view key, Rect rect, Point chevron,
                    std::string_view name, Openness openness);
// A line of text that opens the part below it.
bool disclosure_text(Frame& frame, std::string_view key, float x, float y, std::string_view label,
                     Openness openness);
inline constexpr float disclosure_text_height = size::touch;

} // namespace kontingent::ui
