// The typeface of documents, as the build makes it from Inter (cmake/document_fonts.py): measures,
// widths and outlines in units of the font.
#pragma once

#include <cstdint>
#include <span>

namespace kontingent::documents::pdf {

struct FontGlyph {
    std::uint32_t character;
    std::uint16_t advance;
    std::uint32_t offset; // of its outline
    std::uint32_t size;   // 0: a blank
};

struct FontData {
    int units_per_em, ascent, descent, cap_height;
    int x_min, y_min, x_max, y_max; // the box of all outlines
    int points_max, contours_max;   // of an outline
    int missing_advance;            // of the glyph for no character, which is first
    std::uint32_t missing_size;
    std::span<FontGlyph const> glyphs;       // rising by character; the same ones in both weights
    std::span<unsigned char const> outlines; // simple TrueType glyphs
};

FontData const& regular_font_data();
FontData const& semibold_font_data();

// A letter and an accent that are one character of the font.
struct Composition {
    std::uint32_t letter, accent, composed;
};

std::span<Composition const> compositions(); // rising by letter, then accent

} // namespace kontingent::documents::pdf
