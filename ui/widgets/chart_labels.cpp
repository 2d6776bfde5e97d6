#include "ui/widgets/chart_labels.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace kontingent::ui {

namespace {

bool overlap(Rect const& a, Rect const& b) {
    return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height &&
           b.y < a.y + a.height;
}

// From the place down to its words.
Rect stem_of(ChartLabel const& label, Rect const& words) {
    return {label.x - 2, label.y, 4, words.y + words.height - label.y};
}

// The lowest point of the line above these words.
float lowest(Rect const& words, std::span<float const> line, Scale const& across) {
    auto const from = static_cast<std::size_t>(across.value_at(words.x) - across.first);
    auto const to = static_cast<std::size_t>(across.value_at(words.x + words.width) - across.first);
    float lowest = 0;
    for (std::size_t index = from; index <= std::min(to, line.size() - 1); ++index) {
        lowest = std::max(lowest, line[index]);
    }
    return lowest;
}

bool has_room(ChartLabel const& label, Rect const& words, std::span<ChartLabel const> labels) {
    Rect const stem = stem_of(label, words);
    return std::ranges::none_of(labels, [&](ChartLabel const& other) {
        return other.rect.width > 0 && (overlap(words, other.rect) || overlap(stem, other.rect) ||
                                        overlap(words, stem_of(other, other.rect)));
    });
}

} // namespace

void place_below(std::span<ChartLabel> labels, std::span<float const> line, Scale const& across,
                 float bottom, float right) {
    constexpr float gap = 6;
    std::vector<std::size_t> order(labels.size());
    for (std::size_t index = 0; index < order.size(); ++index) {
        std::size_t at = index;
        for (; at > 0 && labels[order[at - 1]].weight < labels[index].weight; --at) {
            order[at] = order[at - 1];
        }
        order[at] = index;
    }
    for (std::size_t const index : order) {
        ChartLabel& label = labels[index];
        float const width = label.width + 4;
        for (float top = bottom - chart_label_height; top > label.y + gap && label.rect.width == 0;
             top -= chart_label_height) {
            for (float const left : std::array{label.x + gap, label.x - gap - width}) {
                Rect const words{left, top, width, chart_label_height};
                bool const is_inside = left >= across.start && left + width <= right;
                if (is_inside && top > lowest(words, line, across) + gap &&
                    has_room(label, words, labels)) {
                    label.rect = words;
                    break;
                }
            }
        }
    }
}

float mark_radius(std::span<ChartLabel const> marks) {
    float radius = 6;
    for (ChartLabel const& one : marks) {
        for (ChartLabel const& other : marks) {
            if (&one != &other) {
                radius = std::min(radius, std::hypot(one.x - other.x, one.y - other.y) / 2);
            }
        }
    }
    return std::max(radius, 2.5F);
}

void spread(std::span<float> heights, float distance, float top, float bottom) {
    float least = top;
    for (float& height : heights) {
        height = std::max(height, least);
        least = height + distance;
    }
    float most = bottom;
    for (std::size_t index = heights.size(); index-- > 0;) {
        heights[index] = std::min(heights[index], most);
        most = heights[index] - distance;
    }
}

} // namespace kontingent::ui
