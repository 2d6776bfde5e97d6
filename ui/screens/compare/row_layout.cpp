#include "ui/screens/compare/row_layout.hpp"

#include <algorithm>

namespace kontingent::ui {

namespace {

constexpr float row_height = 108;

// Columns of a wide row, each with the space behind it. Name and bar share what the others leave.
constexpr float chevron_column = 44;
constexpr float column_gap = 16;
constexpr float rate_column = 100;    // "je genutzter"
constexpr float expired_column = 108; // "nichts verfällt"
constexpr float total_column = 136;   // "120.000,00 €"

float name_column(float width) {
    return (width - row_edge(width) - chevron_column - rate_column - expired_column -
            total_column) /
           2;
}

float wide_name_width(float width) {
    return name_column(width) - column_gap;
}

RowLayout wide_row(float x, float y, float width, float name_height) {
    RowLayout row;
    row.height = std::max(row_height, 32 + name_height);
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

// Beside the total and the chevron.
float narrow_name_width(float width) {
    return std::max(80.0F, width - 2 * 16 - 28 - 128 - 8);
}

RowLayout narrow_row(float x, float y, float width, float name_height) {
    float const edge = row_edge(width);
    constexpr float chevron = 28;
    constexpr float total = 128;
    float const inner = width - 2 * edge;
    float const half = inner / 2;
    float const head = std::max(name_height, 72.0F) + 10;
    RowLayout row;
    row.height = 14 + head + 76 + 60 + 10;
    row.chevron_x = x + width - edge - 4;
    row.chevron_y = y + 28;
    row.name = {x + edge, y + 14, narrow_name_width(width), head};
    row.total = {x + width - edge - chevron - total, y + 14, total, head};
    row.bar = {x + edge, y + 14 + head, inner, 64};
    row.rate = {x + edge, y + 14 + head + 76, half - 8, 44};
    row.expired = {x + edge + half, y + 14 + head + 76, half, 44};
    return row;
}

} // namespace

float row_name_width(float width) {
    return is_wide_row(width) ? wide_name_width(width) : narrow_name_width(width);
}

RowLayout row_layout(float x, float y, float width, float name_height) {
    return is_wide_row(width) ? wide_row(x, y, width, name_height)
                              : narrow_row(x, y, width, name_height);
}

} // namespace kontingent::ui
