// Rows and cells of comma-separated text (RFC 4180): a cell in quotes may hold delimiters, line
// breaks and doubled quotes; lines end with CR, LF or both. Nothing is an error: behind a closing
// quote and in the middle of a cell, characters stand for themselves, and so does, throughout its
// row, a quote that is never closed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace kontingent::history {

// Later columns are left out.
inline constexpr std::size_t columns_max = 256;

struct Row {
    std::int64_t line = 0;         // where it begins, from 1
    std::string_view raw;          // as it stands in the text, without its line break
    std::string cells_text;        // the cells' contents, one behind the other …
    std::vector<std::size_t> ends; // … and where each ends

    std::size_t size() const { return ends.size(); }

    // Without blanks at either end; "" where the row has no such cell.
    std::string_view cell(std::size_t index) const;
    // No cell has a character but blanks.
    bool is_blank() const;
};

// Without blanks at either end, those that do not break lines among them.
std::string_view trimmed(std::string_view text);

class CsvReader {
public:
    // `text` outlives the reader and its rows.
    CsvReader(std::string_view text, char delimiter) : text_(text), delimiter_(delimiter) {}

    // The next row that is not blank; false at the end.
    bool next(Row& row);

    std::size_t offset() const { return at_; }

private:
    bool read_row(Row& row, bool is_quoting);
    void skip_line_break();

    std::string_view text_;
    char delimiter_;
    std::size_t at_ = 0;
    std::int64_t line_ = 1;
};

// The delimiter that parts the first rows most evenly; a first line "sep=;" (spreadsheets) says it.
char find_delimiter(std::string_view text);

} // namespace kontingent::history
