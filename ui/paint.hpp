// Strokes and letters in content coordinates. Shapes are drawn with Dear ImGui's draw list on the
// physical pixel grid; texts are measured with its fonts, and what is to be read leaves a record,
// which the browser shows. Only widgets call it.
#pragma once

#include "ui/frame.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kontingent::ui {

using semantics::Align;
using semantics::Look;

struct TextStyle {
    float size = type::body; // CSS pixels of the em, as in CSS
    Weight weight = Weight::regular;
    Colour colour = 0;
    Align align = Align::left;
    float line_height = 0; // 0: 1.5 of small and body sizes, 1.25 of larger ones
};

namespace paint {

float line_height(TextStyle const& style);
// Width of one line, CSS pixels.
float width(Frame const& frame, std::string_view text, TextStyle const& style);
// Lines as they break within max_width, at blanks; a word that is too long breaks anywhere.
std::vector<std::string_view> wrap(Frame const& frame, std::string_view text,
                                   TextStyle const& style, float max_width);
// The widest word of a text.
std::string_view widest_word(Frame const& frame, std::string_view text, TextStyle const& style);
// The text where it fits into one line, else its beginning and an ellipsis.
std::string one_line(Frame const& frame, std::string_view text, TextStyle const& style,
                     float max_width);

// Lines of wrap(), with the box they fill: x is the left edge, centre or right edge as aligned.
struct Block {
    Rect box;
    Look look;
};

Block block(Frame const& frame, float x, float y, std::span<std::string_view const> lines,
            TextStyle const& style);
// Words of `owner` (see Frame::words): one line whose line box begins at y, or as many as fit into
// `width`, with their height as the result. x is the left edge, centre or right edge as aligned.
void line(Frame& frame, float x, float y, std::string_view text, TextStyle const& style,
          Id owner = semantics::no_id);
float lines(Frame& frame, float x, float y, float width, std::string_view text,
            TextStyle const& style, Id owner = semantics::no_id);

void fill(Frame& frame, Rect rect, Colour colour, float radius = 0, float alpha = 1);
void border(Frame& frame, Rect rect, Colour colour, float radius, float thickness = 1);
void stroke(Frame& frame, float x1, float y1, float x2, float y2, Colour colour,
            float thickness = 1);
// Whole or broken in one of three ways: a second sign beside colour for what a line stands for.
enum class Dash : std::uint8_t { whole, long_dashes, dots, long_and_short };

struct Place {
    float x = 0, y = 0;
};

// From place to place, cut off outside `clip`.
void path(Frame& frame, Rect clip, std::span<Place const> places, Colour colour, float thickness,
          Dash dash);
void disc(Frame& frame, float centre_x, float centre_y, float radius, Colour colour);
// Diagonal lines: a second sign beside colour for what expires.
void hatch(Frame& frame, Rect rect, Colour colour);
void check_mark(Frame& frame, float centre_x, float centre_y, float size, Colour colour);
// Points down when open, right when closed.
enum class Chevron : std::uint8_t { right, down };
void chevron(Frame& frame, float centre_x, float centre_y, float size, Chevron direction,
             Colour colour);
void focus_ring(Frame& frame, Rect rect, float radius);

// Draws what comes later behind what is drawn meanwhile: a card whose height is known at its end.
class Behind {
public:
    explicit Behind(Frame& frame);
    ~Behind();
    Behind(Behind const&) = delete;
    Behind& operator=(Behind const&) = delete;
    // From here on strokes go behind; called once, at the end.
    void now();

private:
    struct Splitter;
    Frame& frame_;
    Splitter* splitter_;
};

} // namespace paint
} // namespace kontingent::ui
