// The seam for measuring text: the browser measures its own glyphs, tests have a table made from
// the font. Dear ImGui lays out with these advances; it never sees a glyph.
#pragma once

#include "ui/frame.hpp"

namespace kontingent::ui {

class Advances {
public:
    virtual ~Advances() = default;
    // CSS pixels from this character to the next at a font size in CSS pixels. Asked once for each
    // weight, size and character.
    virtual float advance(Weight weight, float size, char32_t character) = 0;
};

// Adds both weights to the current ImGui context; `advances` must outlive it.
Fonts add_fonts(Advances& advances);
// Every advance is asked for anew: the page's font or its size has changed.
void forget_advances();

} // namespace kontingent::ui
