// Ranges on a common scale of money: a bar from a low to a high value with two marks upon it, and
// the scale's ticks. The marks differ in shape: a line for the middle, a disc for the mean.
#pragma once

#include "core/base/units.hpp"
#include "ui/frame.hpp"
#include "ui/widgets/scale.hpp"

#include <span>
#include <string_view>

namespace kontingent::ui {

struct MoneyRange {
    Money low, middle, high, mean;
};

inline constexpr float range_bar_height = 28;
inline constexpr float money_scale_height = 24;

// A scale along the rectangle's width that holds all of them, its ends a little beyond.
Scale money_scale(std::span<MoneyRange const> ranges, float x, float width);

// The name says in words what is drawn.
void range_bar(Frame& frame, std::string_view key, float y, Scale const& scale,
               MoneyRange const& range, std::string_view name);

// Ticks with their amounts at y, and fine lines from there down over `height`.
void money_ticks(Frame& frame, float y, float height, Scale const& scale,
                 std::string_view currency);

// What bar, line and disc stand for; returns the height.
float range_legend(Frame& frame, float x, float y, float width, std::string_view bar,
                   std::string_view middle, std::string_view mean);

} // namespace kontingent::ui
