// Tables of figures: columns with a width and an alignment, rows with real cells in the record.
#pragma once

#include "ui/frame.hpp"
#include "ui/paint.hpp"

#include <span>
#include <string>
#include <string_view>

namespace kontingent::ui {

struct Column {
    std::string_view title;
    float weight = 1; // share of what columns of fixed width leave
    Align align = Align::right;
    float fixed_width = 0; // CSS pixels, gap included; 0: by weight
};

// The width that holds this text in a column, total rows included.
float column_width(Frame const& frame, std::string_view text);

class Table {
public:
    // The caption names the table for a screen reader; it is not drawn.
    Table(Frame& frame, std::string_view key, float x, float y, float width,
          std::string_view caption, std::span<Column const> columns);
    ~Table();
    Table(Table const&) = delete;
    Table& operator=(Table const&) = delete;

    enum class RowKind : std::uint8_t { plain, total };
    void header();
    // One text a column; the first is the row's header.
    void row(std::span<std::string const> cells, RowKind kind = RowKind::plain);
    // With a bar left of the last column's figure: `part` of its room, 0 to 1.
    void bar_row(std::span<std::string const> cells, float part);

    float height() const { return at_ - top_; }

private:
    float edge(std::size_t column) const;
    float room(std::size_t column) const;
    void cell(std::size_t column, std::string_view text, Role role, TextStyle const& style,
              float row_height);

    Frame& frame_;
    std::span<Column const> columns_;
    float x_, top_, at_, width_;
    std::int64_t rows_ = 0;
};

} // namespace kontingent::ui
