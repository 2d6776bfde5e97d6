// Where the pieces of an offer's row are. Wide rows have columns of one line, narrow rows are
// cards.
#pragma once

#include "ui/frame.hpp"

namespace kontingent::ui {

struct RowLayout {
    Rect name, bar, rate, expired, total;
    float chevron_x = 0, chevron_y = 0, height = 0;
};

// Below, "12 months · 20 h/month" and its like do not fit into one line of a column.
inline constexpr float wide_row_min = 772;

inline bool is_wide_row(float width) {
    return width >= wide_row_min;
}

// From the row's edge to its content.
inline float row_edge(float width) {
    return is_wide_row(width) ? 20 : 16;
}

struct RowWidths {
    float name = 0, bar = 0, rate = 0, expired = 0, total = 0;
};

// What may not be broken in any row: the longest word of a name, the longest total, and the longest
// word or amount of the rate.
struct LongestTexts {
    float name = 0, total = 0, rate = 0;
};

// Columns are wider where these need it.
RowWidths row_widths(float width, LongestTexts const& longest);

// What the texts take in these widths: they decide how high a row is.
struct RowHeights {
    float name = 0, bar = 0, figures = 0, total = 0;
};

// `widths`: row_widths() of the same width.
RowLayout row_layout(float x, float y, float width, RowWidths const& widths,
                     RowHeights const& heights);

} // namespace kontingent::ui
