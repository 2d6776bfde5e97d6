// The letterhead's logo on the screen, as the PDF has it.
#pragma once

#include "documents/pdf/picture.hpp"
#include "ui/desk/session.hpp"
#include "ui/frame.hpp"
#include "ui/widgets/outline.hpp"

#include <string_view>

namespace kontingent::ui::desk {

// Adds a piece of a path to an outline; `place` gives the screen's place of a point.
template <typename Line, typename Placing>
void add_piece(Line& outline, documents::pdf::PathPiece const& piece, Placing const& place) {
    auto const& points = piece.points;
    switch (piece.operation) {
    case 'm':
        outline.move_to(place(points[0]));
        break;
    case 'l':
        outline.line_to(place(points[0]));
        break;
    case 'c':
        outline.curve_to(place(points[0]), place(points[1]), place(points[2]));
        break;
    default:
        outline.close();
    }
}

// `file` is a PNG or an SVG that the document accepts.
void draw_logo(Frame& frame, Session& session, std::string_view file, Rect place);

} // namespace kontingent::ui::desk
