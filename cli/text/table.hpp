// A table for a fixed-width font: columns as wide as their widest cell, two spaces between them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace kontingent::cli {

enum class Align : std::uint8_t { left, right };

class Table {
public:
    explicit Table(std::vector<Align> columns) : columns_(std::move(columns)) {}

    // A row may end early; a cell beyond the columns is a mistake of ours and is dropped.
    void add_row(std::vector<std::string> cells);
    void add_rule();

    // Every row ends with a line break and without trailing spaces.
    std::string text() const;

private:
    struct Row {
        std::vector<std::string> cells;
        bool is_rule = false;
    };

    std::vector<std::size_t> widths() const;

    std::vector<Align> columns_;
    std::vector<Row> rows_;
};

} // namespace kontingent::cli
