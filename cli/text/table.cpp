#include "cli/text/table.hpp"

#include "cli/text/plain.hpp"

#include <algorithm>

namespace kontingent::cli {
namespace {

constexpr std::size_t gap = 2;

void append_cell(std::string& line, std::string const& cell, std::size_t width, Align align) {
    std::string const padding(width - width_of(cell), ' ');
    line += align == Align::right ? padding + cell : cell + padding;
}

} // namespace

void Table::add_row(std::vector<std::string> cells) {
    cells.resize(std::min(cells.size(), columns_.size()));
    rows_.push_back({std::move(cells)});
}

void Table::add_rule() {
    rows_.push_back({{}, true});
}

// The only cell of a row is a heading and may extend over the following columns.
std::vector<std::size_t> Table::widths() const {
    std::vector<std::size_t> widths(columns_.size());
    for (Row const& row : rows_) {
        for (std::size_t i = 0; i < row.cells.size() && row.cells.size() > 1; ++i) {
            widths[i] = std::max(widths[i], width_of(row.cells[i]));
        }
    }
    return widths;
}

std::string Table::text() const {
    std::vector<std::size_t> const all_widths = widths();
    std::size_t total = columns_.empty() ? 0 : gap * (columns_.size() - 1);
    for (std::size_t const width : all_widths) {
        total += width;
    }
    std::string text;
    for (Row const& row : rows_) {
        std::string line(row.is_rule ? total : 0, '-');
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            line += i > 0 ? std::string(gap, ' ') : "";
            append_cell(line, row.cells[i], std::max(all_widths[i], width_of(row.cells[i])),
                        columns_[i]);
        }
        line.resize(line.find_last_not_of(' ') + 1);
        text += line + "\n";
    }
    return text;
}

} // namespace kontingent::cli
