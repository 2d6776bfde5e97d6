// Filled outlines: letters and drawings that are no text to be read and no rectangle.
#pragma once

#include "ui/frame.hpp"
#include "ui/paint.hpp"

#include <cstdint>
#include <utility>
#include <vector>

namespace kontingent::ui {

enum class FillRule : std::uint8_t { nonzero, even_odd };

// Closed contours of straight lines.
class Outline {
public:
    void move_to(paint::Place to);
    void line_to(paint::Place to);
    // A cubic curve, as a few lines.
    void curve_to(paint::Place by, paint::Place then_by, paint::Place to);
    void close();

    bool is_empty() const { return edges_.empty(); }

    // What is inside at this height: from left to right.
    std::vector<std::pair<float, float>> inside(float y, FillRule rule) const;
    // In one colour, with hard edges. The nonzero rule.
    void fill(Frame& frame, Colour colour, float alpha) const;

private:
    struct Edge {
        paint::Place upper, lower;
        int winding = 1;

        float x_at(float y) const;
    };

    // Left and right borders of what is inside, as pairs.
    std::vector<std::pair<Edge const*, Edge const*>> borders(float y, FillRule rule) const;

    std::vector<Edge> edges_;
    paint::Place start_, now_;
};

} // namespace kontingent::ui
