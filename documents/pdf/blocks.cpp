#include "documents/pdf/blocks.hpp"

#include <algorithm>
#include <utility>

namespace kontingent::documents::pdf {
namespace {

constexpr Colour rule_colour = 0xC9CED6;
constexpr Colour strong_rule_colour = 0x5B6470;
constexpr Colour head_colour = 0x5B6470;
constexpr Length list_indent = points(110);
constexpr Length column_gap = points(140);

// How far the baseline of a line lies below its top.
Length ascent_of(Style const& style) {
    return (style.leading - style.size) / 2 + style.size * 9 / 10;
}

} // namespace

void Blocks::add(Unit unit) {
    unit.space_before += std::exchange(space_, 0);
    unit.starts_page = std::exchange(starts_page_, false);
    units_.push_back(std::move(unit));
}

void Blocks::add_lines(std::vector<std::string> const& lines, Length x, Style const& style) {
    for (std::size_t i = 0; i < lines.size(); ++i) {
        Unit unit;
        unit.height = style.leading;
        unit.texts.push_back({x, ascent_of(style), style, lines[i]});
        // Neither the first line nor the last is alone on a page.
        unit.keeps_next = i + 1 < lines.size() && (i == 0 || i + 2 == lines.size());
        add(std::move(unit));
    }
}

void Blocks::heading(std::string_view text, Style const& style) {
    std::size_t const begin = units_.size();
    add_lines(broken_lines(text, style.weight, style.size, width_), 0, style);
    for (std::size_t i = begin; i < units_.size(); ++i) {
        units_[i].keeps_next = true;
    }
}

void Blocks::paragraph(std::string_view text, Style const& style) {
    add_lines(broken_lines(text, style.weight, style.size, width_), 0, style);
}

void Blocks::list_in_columns(std::vector<std::string> const& entries, Style const& style) {
    Length const column = (width_ + column_gap) / 2;
    std::size_t const rows = (entries.size() + 1) / 2;
    for (std::size_t row = 0; row < rows; ++row) {
        Unit unit;
        unit.height = style.leading;
        for (std::size_t entry = row; entry < entries.size(); entry += rows) {
            Length const x = entry == row ? 0 : column;
            unit.texts.push_back({x, ascent_of(style), style, "•"});
            unit.texts.push_back({x + list_indent, ascent_of(style), style, entries[entry]});
        }
        unit.keeps_next = row + 1 < rows && (row == 0 || row + 2 == rows);
        add(std::move(unit));
    }
}

void Blocks::list(std::vector<std::string> const& entries, Style const& style) {
    Length const half = (width_ - column_gap) / 2 - list_indent;
    constexpr std::size_t entries_min = 4;
    if (entries.size() >= entries_min &&
        std::ranges::all_of(entries, [&](std::string const& entry) {
            return width_of(entry, style.weight, style.size) <= half;
        })) {
        list_in_columns(entries, style);
        return;
    }
    for (std::size_t i = 0; i < entries.size(); ++i) {
        std::size_t const begin = units_.size();
        add_lines(broken_lines(entries[i], style.weight, style.size, width_ - list_indent),
                  list_indent, style);
        units_[begin].texts.push_back({0, ascent_of(style), style, "•"});
        bool const is_kept = i + 1 < entries.size() && (i == 0 || i + 2 == entries.size());
        units_.back().keeps_next = units_.back().keeps_next || is_kept;
    }
}

// The places of a table's columns, at the largest size of type that leaves room for the first.
struct Blocks::Grid {
    Style style;
    std::vector<Length> widths;

    Grid(std::vector<Column> const& columns, std::vector<TableRow> const& rows, Length width) {
        for (Length const size : {points(92), points(84), points(74), points(64)}) {
            style.size = size;
            style.leading = size * 13 / 10;
            fit(columns, rows, width);
            if (widths[0] * 10 >= width * 3) {
                break;
            }
        }
    }

    void fit(std::vector<Column> const& columns, std::vector<TableRow> const& rows, Length width) {
        Style const head = head_style();
        widths.assign(columns.size(), 0);
        widths[0] = width;
        for (std::size_t column = 1; column < columns.size(); ++column) {
            Length widest = width_of(columns[column].head, head.weight, head.size);
            for (TableRow const& row : rows) {
                widest = std::max(widest, width_of(row.cells[column], row.weight, style.size));
            }
            // A text may be broken, an amount may not.
            Length const most = columns[column].is_amount ? width : width * 22 / 100;
            widths[column] = std::min(widest, most);
            widths[0] -= widths[column] + column_gap;
        }
    }

    Style head_style() const {
        return {.weight = Weight::semibold,
                .size = style.size * 9 / 10,
                .leading = style.leading,
                .colour = head_colour};
    }

    Unit row(std::vector<Column> const& columns, std::vector<std::string> const& cells,
             Style const& text) const {
        constexpr Length padding = points(35);
        constexpr Length narrowest = points(200);
        Unit unit;
        Length x = 0;
        std::size_t line_count = 1;
        for (std::size_t column = 0; column < columns.size(); ++column) {
            Length const room = std::max(widths[column], narrowest);
            auto const lines = columns[column].is_amount
                                   ? std::vector{cells[column]}
                                   : broken_lines(cells[column], text.weight, text.size, room);
            for (std::size_t i = 0; i < lines.size(); ++i) {
                Length const left =
                    columns[column].is_amount
                        ? x + widths[column] - width_of(lines[i], text.weight, text.size)
                        : x;
                unit.texts.push_back(
                    {left, padding + ascent_of(text) + static_cast<Length>(i) * text.leading, text,
                     lines[i]});
            }
            line_count = std::max(line_count, lines.size());
            x += widths[column] + column_gap;
        }
        unit.height = static_cast<Length>(line_count) * text.leading + 2 * padding;
        return unit;
    }
};

void Blocks::table(std::vector<Column> const& columns, std::vector<TableRow> const& rows,
                   std::vector<TableRow> const& measured) {
    constexpr Length thin = points(5);
    constexpr Length strong = points(8);
    constexpr std::size_t together = 2; // rows at each end of a table
    constexpr std::size_t short_table = 6;
    Grid const grid(columns, measured, width_);
    std::vector<std::string> heads;
    for (Column const& column : columns) {
        heads.push_back(column.head);
    }
    Unit header = grid.row(columns, heads, grid.head_style());
    header.rules.push_back({0, header.height - strong, width_, strong, strong_rule_colour});
    header.keeps_next = true;
    std::size_t const header_index = units_.size();
    add(std::move(header));
    for (std::size_t i = 0; i < rows.size(); ++i) {
        Style style = grid.style;
        style.weight = rows[i].weight;
        Unit unit = grid.row(columns, rows[i].cells, style);
        unit.rules.push_back({0, unit.height - thin, width_, thin, rule_colour});
        unit.header = header_index;
        unit.keeps_next = i + 1 < rows.size() && (rows.size() <= short_table || i + 1 < together ||
                                                  i + together >= rows.size());
        add(std::move(unit));
    }
}

} // namespace kontingent::documents::pdf
