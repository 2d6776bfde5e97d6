// A logo: a PNG as rows of pixels, or an SVG as filled and stroked paths.
#pragma once

#include "documents/pdf/page.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace kontingent::documents::pdf {

struct Pixels {
    std::size_t width = 0, height = 0;
    std::string colours;   // three bytes a pixel
    std::string opacities; // a byte a pixel; empty where all of them are opaque
};

struct Point {
    double x = 0, y = 0;
};

// Operators of PDF: m, l, c and h, with as many points as they take.
struct PathPiece {
    char operation = 'm';
    std::array<Point, 3> points;
};

struct Shape {
    std::vector<PathPiece> path;
    std::optional<Colour> fill, stroke;
    bool is_even_odd = false;
    double stroke_width = 1;
    int line_cap = 0, line_join = 0; // as PDF numbers them
};

struct Drawing {
    double width = 0, height = 0; // y points downwards
    std::vector<Shape> shapes;
};

using Picture = std::variant<Pixels, Drawing>;

// Of at most logo_bytes_max: a PNG of 8 bits or a palette, not interlaced, of at most 2,000 by
// 2,000 pixels; or an SVG of shapes in plain colours, without text, pictures, gradients, opacity or
// style sheets. Nothing where it is something else.
std::optional<Picture> read_picture(std::string_view bytes);

std::optional<Pixels> read_png(std::string_view bytes);
std::optional<Drawing> read_svg(std::string_view bytes);

// SVG's path data in the order of its pieces, arcs as curves; nothing where it is invalid.
std::optional<std::vector<PathPiece>> read_path(std::string_view data);
// A number at the begin of a text, which is taken from it; nothing where there is none. Commas and
// blanks before it are skipped.
std::optional<double> take_number(std::string_view& text);

} // namespace kontingent::documents::pdf
