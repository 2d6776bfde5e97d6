// A table whose rows lead somewhere and whose columns sort it: a button in each header, and one a
// row, in its first cell. Below size::row_min it is a list of cards with the same buttons.
#pragma once

#include "ui/frame.hpp"
#include "ui/paint.hpp"
#include "ui/widgets/table.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace kontingent::ui {

enum class Sorted : std::uint8_t { no, rising, falling };

struct ListColumnHead {
    std::string title;
    std::string name; // what a screen reader hears: "sort by customer"
    Align align = Align::left;
    float weight = 1; // share of the width
    Sorted sorted = Sorted::no;
};

struct ListCell {
    std::string text;
    Colour colour = 0;
    Weight weight = Weight::regular;
};

class ListTable {
public:
    // The caption names the table for a screen reader; it is not drawn.
    ListTable(Frame& frame, std::string_view key, float x, float y, float width,
              std::string_view caption, std::span<ListColumnHead const> columns);
    ~ListTable();
    ListTable(ListTable const&) = delete;
    ListTable& operator=(ListTable const&) = delete;

    // The column whose header was pressed.
    std::optional<std::size_t> header();
    // One cell a column; `name` is what a screen reader hears of the button. True when pressed.
    bool row(std::string_view key, std::string_view name, std::span<ListCell const> cells);

    float height() const { return at_ - top_; }

private:
    float edge(std::size_t column) const;
    void cell(std::size_t column, std::string_view text, Role role, TextStyle style, float top,
              float row_height);

    Frame& frame_;
    std::span<ListColumnHead const> columns_;
    float x_, top_, at_, width_;
};

} // namespace kontingent::ui
