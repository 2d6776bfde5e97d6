#include "ui/widgets/table.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace kontingent::ui {

namespace {
constexpr float cell_gap = 12;
}

float column_width(Frame const& frame, std::string_view text) {
    return paint::width(frame, text, {.size = type::small, .weight = Weight::semibold}) + cell_gap +
           1;
}

Table::Table(Frame& frame, std::string_view key, float x, float y, float width,
             std::string_view caption, std::span<Column const> columns)
    : frame_(frame), columns_(columns), x_(x), top_(y), at_(y), width_(width) {
    frame_.open(key, Role::table, caption);
}

Table::~Table() {
    frame_.close();
}

float Table::edge(std::size_t column) const {
    float fixed = 0;
    float weights = 0;
    for (Column const& each : columns_) {
        fixed += each.fixed_width;
        weights += each.fixed_width > 0 ? 0 : each.weight;
    }
    float left = x_;
    for (std::size_t index = 0; index < column; ++index) {
        Column const& each = columns_[index];
        left += each.fixed_width > 0 ? each.fixed_width : (width_ - fixed) * each.weight / weights;
    }
    return left;
}

float Table::room(std::size_t column) const {
    return edge(column + 1) - edge(column) - (column == 0 ? 0 : cell_gap);
}

void Table::cell(std::size_t column, std::string_view text, Role role, TextStyle const& style,
                 float row_height) {
    float const left = edge(column);
    float const right = edge(column + 1);
    TextStyle aligned = style;
    aligned.align = columns_[column].align;
    float const inner_left = column == 0 ? left : left + cell_gap;
    float const line_height = paint::line_height(aligned);
    auto const lines = paint::wrap(frame_, text, aligned, right - inner_left);
    float const at = at_ + (row_height - line_height * static_cast<float>(lines.size())) / 2;
    paint::Block made =
        paint::block(frame_, aligned.align == Align::left ? inner_left : right, at, lines, aligned);
    frame_.record(frame_.next_text_id(), role, text, made.box).look = std::move(made.look);
}

void Table::header() {
    TextStyle const style{
        .size = type::small, .weight = Weight::semibold, .colour = frame_.theme.muted};
    std::size_t lines = 1;
    for (std::size_t column = 0; column < columns_.size(); ++column) {
        lines = std::max(lines,
                         paint::wrap(frame_, columns_[column].title, style, room(column)).size());
    }
    float const row_height = 12 + static_cast<float>(lines) * paint::line_height(style);
    Container const row(frame_, "header", Role::row, "");
    for (std::size_t column = 0; column < columns_.size(); ++column) {
        cell(column, columns_[column].title, Role::column_header, style, row_height);
    }
    at_ += row_height;
    paint::stroke(frame_, x_, at_, x_ + width_, at_, frame_.theme.line);
}

void Table::row(std::span<std::string const> cells, RowKind kind) {
    bool const is_total = kind == RowKind::total;
    TextStyle const style{.size = type::small,
                          .weight = is_total ? Weight::semibold : Weight::regular,
                          .colour = frame_.theme.text};
    std::size_t lines = 1;
    for (std::size_t column = 0; column < cells.size() && column < columns_.size(); ++column) {
        lines = std::max(lines, paint::wrap(frame_, cells[column], style, room(column)).size());
    }
    float const row_height = 12 + static_cast<float>(lines) * paint::line_height(style);
    if (is_total) {
        paint::stroke(frame_, x_, at_, x_ + width_, at_, frame_.theme.line);
    }
    Container const row(frame_, std::to_string(rows_++), Role::row, "");
    for (std::size_t column = 0; column < cells.size() && column < columns_.size(); ++column) {
        cell(column, cells[column], column == 0 ? Role::row_header : Role::cell, style, row_height);
    }
    at_ += row_height;
}

void Table::bar_row(std::span<std::string const> cells, float part) {
    constexpr float thickness = 10;
    std::size_t const last = columns_.size() - 1;
    float const left = edge(last) + cell_gap;
    float const room = edge(last + 1) - left - column_width(frame_, "1000,25 h");
    float const top = at_;
    row(cells);
    if (part > 0) {
        paint::fill(frame_,
                    {left, (top + at_ - thickness) / 2, std::max(2.0F, room * part), thickness},
                    frame_.theme.accent, 3);
    }
}

} // namespace kontingent::ui
