#include "ui/screens/compare/row_layout.hpp"

#include <algorithm>

namespace kontingent::ui {

namespace {

// Columns of a wide row, each with the space behind it. Name and bar share what the others leave.
// The total's is wider where amounts are longer.
constexpr float chevron_column = 44;
constexpr float column_gap = 16;
constexpr float rate_column = 100;    // "je genutzter"
constexpr float expired_column = 108; // "12.000,25 h"
constexpr float total_column = 136;   // "120.000,00 €"

float name_column(float width, float total, float rate) {
    return (width - row_edge(width) - chevron_column - rate - column_gap - expired_column - total) /
           2;
}

RowLayout wide_row(float x, float y, float width, RowWidths const& widths,
                   RowHeights const& heights) {
    RowLayout row;
    row.height = 32 + std::max({heights.name, heights.figures, heights.total, heights.bar});
    row.chevron_x = x + width - chevron_column / 2;
    row.chevron_y = y + row.height / 2;
    float left = x + row_edge(width);
    auto const column = [&left, y, &row](float column_width) {
        Rect const rect{left, y + 16, column_width - column_gap, row.height - 32};
        left += column_width;
        return rect;
    };
    row.name = column(widths.name + column_gap);
    row.bar = column(widths.name + column_gap);
    row.rate = column(widths.rate + column_gap);
    row.expired = column(expired_column);
    row.total = {left, y + 16, widths.total, row.height - 32};
    return row;
}

constexpr float narrow_chevron_column = 28;
constexpr float narrow_total_column = 128;

RowLayout narrow_row(float x, float y, float width, RowWidths const& widths,
                     RowHeights const& heights) {
    float const edge = row_edge(width);
    float const inner = width - 2 * edge;
    float const half = inner / 2;
    // A total that leaves no room for the name is below it.
    bool const is_stacked = widths.name + narrow_chevron_column + widths.total > inner;
    float const total_top = y + 16 + (is_stacked ? heights.name + 8 : 0);
    float const head = std::max(y + 16 + heights.name, total_top + heights.total) + 12 - (y + 16);
    float const figures = y + 16 + head + heights.bar + 12;
    RowLayout row;
    row.height = figures + heights.figures + 16 - y;
    row.chevron_x = x + width - edge - 4;
    row.chevron_y = y + 28;
    row.name = {x + edge, y + 16, widths.name, head};
    row.total = {x + width - edge - (is_stacked ? 0 : narrow_chevron_column) - widths.total,
                 total_top, widths.total, head};
    row.bar = {x + edge, y + 16 + head, inner, heights.bar};
    row.rate = {x + edge, figures, half - 8, heights.figures};
    row.expired = {x + edge + half, figures, half, heights.figures};
    return row;
}

} // namespace

RowWidths row_widths(float width, LongestTexts const& longest) {
    if (is_wide_row(width)) {
        float const total = std::max(total_column, longest.total);
        float const rate = std::max(rate_column - column_gap, longest.rate);
        float const name = name_column(width, total, rate) - column_gap;
        return {.name = name,
                .bar = name,
                .rate = rate,
                .expired = expired_column - column_gap,
                .total = total};
    }
    float const name_min = std::max(80.0F, longest.name);
    float const inner = width - 2 * row_edge(width);
    float const total = std::min(std::max(narrow_total_column, longest.total), inner);
    float const beside = inner - narrow_chevron_column - total - 8;
    return {.name = beside < name_min ? inner - narrow_chevron_column : beside,
            .bar = inner,
            .rate = inner / 2 - 8,
            .expired = inner / 2,
            .total = total};
}

RowLayout row_layout(float x, float y, float width, RowWidths const& widths,
                     RowHeights const& heights) {
    return is_wide_row(width) ? wide_row(x, y, width, widths, heights)
                              : narrow_row(x, y, width, widths, heights);
}

} // namespace kontingent::ui
