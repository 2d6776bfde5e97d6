// Where words have room below a line: the heaviest first, none over another or over the line.
#pragma once

#include "ui/frame.hpp"
#include "ui/widgets/scale.hpp"

#include <cstdint>
#include <span>

namespace kontingent::ui {

inline constexpr float chart_label_height = 20;

struct ChartLabel {
    float x = 0, y = 0; // of the place that is named
    float width = 0;    // of the words
    std::int64_t weight = 0;
    Rect rect; // none where there is no room: width is 0
};

// `line`: the y of the line at each whole value of `across`, from its first on. Words stand above
// `bottom` and left of `right`, begin right of their place or end left of it, and hang on an
// upright line that crosses no others' words.
void place_below(std::span<ChartLabel> labels, std::span<float const> line, Scale const& across,
                 float bottom, float right);

// Of a disc at each place: at most 6, and so small that no two overlap, but where they are nearly
// at one place.
float mark_radius(std::span<ChartLabel const> marks);

// Moves heights apart until neighbours (rising) are `distance` from one another, within the bounds.
void spread(std::span<float> heights, float distance, float top, float bottom);

} // namespace kontingent::ui
