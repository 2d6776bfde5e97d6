#include "ui/screens/compare/row_layout.hpp"

#include <algorithm>

namespace kontingent::ui {

namespace {

// Columns of a wide row, each with the space behind it. Name and bar share what the others leave.
constexpr float chevron_column = 44;
constexpr float column_gap = 16;
constexpr float rate_column = 100;    // "je genutzter"
constexpr float expired_column = 108; // "12.000,25 h"
constexpr float total_column = 136;   // "120.000,00 €"

float name_column(float width) {
    return (width - row_edge(width) - chevron_column - rate_column - expired_column -
            total_column) /
           2;
}

constexpr float bar_height = 64; // with its two lines of words

RowLayout wide_row(float x, float y, float width, RowHeights const& heights) {
    RowLayout row;
    row.height = 32 + std::max({heights.name, heights.figures, heights.total, bar_height});
    row.chevron_x = x + width - chevron_column / 2;
    row.chevron_y = y + row.height / 2;
    float left = x + row_edge(width);
    auto const column = [&left, y, &row](float column_width) {
        Rect const rect{left, y + 16, column_width - column_gap, row.height - 32};
        left += column_width;
        return rect;
    };
    row.name = column(name_column(width));
    row.bar = column(name_column(width));
    row.rate = column(rate_column);
    row.expired = column(expired_column);
    row.total = {left, y + 16, total_column, row.height - 32};
    return row;
}

constexpr float narrow_chevron_column = 28;
constexpr float narrow_total_column = 128;

RowLayout narrow_row(float x, float y, float width, RowHeights const& heights) {
    float const edge = row_edge(width);
    float const inner = width - 2 * edge;
    float const half = inner / 2;
    float const head = std::max(heights.name, heights.total) + 12;
    float const figures = y + 16 + head + bar_height + 12;
    RowLayout row;
    row.height = figures + heights.figures + 16 - y;
    row.chevron_x = x + width - edge - 4;
    row.chevron_y = y + 28;
    row.name = {x + edge, y + 16, row_widths(width).name, head};
    row.total = {x + width - edge - narrow_chevron_column - narrow_total_column, y + 16,
                 narrow_total_column, head};
    row.bar = {x + edge, y + 16 + head, inner, bar_height};
    row.rate = {x + edge, figures, half - 8, heights.figures};
    row.expired = {x + edge + half, figures, half, heights.figures};
    return row;
}

} // namespace

RowWidths row_widths(float width) {
    if (is_wide_row(width)) {
        return {.name = name_column(width) - column_gap,
                .rate = rate_column - column_gap,
                .expired = expired_column - column_gap,
                .total = total_column};
    }
    constexpr float name_min = 80;
    float const inner = width - 2 * row_edge(width);
    return {.name = std::max(name_min, inner - narrow_chevron_column - narrow_total_column - 8),
            .rate = inner / 2 - 8,
            .expired = inner / 2,
            .total = narrow_total_column};
}

RowLayout row_layout(float x, float y, float width, RowHeights const& heights) {
    return is_wide_row(width) ? wide_row(x, y, width, heights) : narrow_row(x, y, width, heights);
}

} // namespace kontingent::ui
