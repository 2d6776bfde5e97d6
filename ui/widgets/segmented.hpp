// A choice of a few, side by side: what a combo box would hide. A radio group in its record.
#pragma once

#include "ui/frame.hpp"

#include <optional>
#include <span>
#include <string_view>

namespace kontingent::ui {

struct Choice {
    std::string key;
    std::string label;
    std::string name; // what a screen reader hears; the label where empty
};

// Height with its caption above; rows break where the labels do not fit side by side.
float segmented_height(Frame const& frame, std::string_view caption,
                       std::span<Choice const> choices, float width);
// The newly chosen index, if one was. `selected` may be past the end: none is.
std::optional<std::size_t> segmented(Frame& frame, std::string_view key, float x, float y,
                                     float width, std::string_view caption,
                                     std::span<Choice const> choices, std::size_t selected);
// The same without a caption, below a text of its own that says what is chosen; `name` is what a
// screen reader hears.
float segmented_row_height(Frame const& frame, std::span<Choice const> choices, float width);
std::optional<std::size_t> segmented_row(Frame& frame, std::string_view key, float x, float y,
                                         float width, std::string_view name,
                                         std::span<Choice const> choices, std::size_t selected);

} // namespace kontingent::ui
