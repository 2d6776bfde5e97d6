// One bar made of parts, with a legend: what of a price is used base, expired base and overage.
// Parts differ by pattern as well as by colour.
#pragma once

#include "ui/frame.hpp"

#include <span>
#include <string_view>

namespace kontingent::ui {

enum class PartKind : std::uint8_t { used, expired, overage };

struct BarPart {
    PartKind kind = PartKind::used;
    std::int64_t value = 0;
};

// `full` is the value as long as rect is wide. The name says in words what is drawn.
void composition_bar(Frame& frame, std::string_view key, Rect rect, std::span<BarPart const> parts,
                     std::int64_t full, std::string_view name);

struct LegendEntry {
    PartKind kind = PartKind::used;
    std::string_view label;
};

// Entries side by side, broken into rows; returns the height.
float legend(Frame& frame, float x, float y, float width, std::span<LegendEntry const> entries);

} // namespace kontingent::ui
