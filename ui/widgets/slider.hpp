// Ranges: a horizontal slider, and the upright bar of one month. Values are whole steps; the record
// is a real range input in the browser, with the same thumb width.
#pragma once

#include "ui/frame.hpp"

#include <optional>
#include <string_view>

namespace kontingent::ui {

inline constexpr float slider_thumb = 24;

// The new value, if it moved; within the range and on a step.
std::optional<std::int64_t> slider(Frame& frame, std::string_view key, Rect rect,
                                   std::string_view name, semantics::Range const& range);
// Filled from below. `mark` draws a line across at that value (what a package includes), none where
// negative.
std::optional<std::int64_t> upright_bar(Frame& frame, std::string_view key, Rect rect,
                                        std::string_view name, semantics::Range const& range,
                                        std::int64_t mark);

} // namespace kontingent::ui
