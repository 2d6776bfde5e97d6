// Rows and cells of comma-separated text (RFC 4180): a cell in quotes may hold delimiters, line
// breaks and doubled quotes; lines end with CR, LF or both. Nothing is an error. Quotes that do not
// enclose a whole cell are plain characters, and so are, in the whole row, those of a cell that is
// never closed or that would swallow lines which are rows themselves.
#pragma once

#include "core/history/text.hpp"

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
    std::string_view raw;          // as written in the text, without its line break
    std::string cells_text;        // the cells' contents, one behind the other …
    std::vector<std::size_t> ends; // … and where each ends

    std::size_t size() const { return ends.size(); }

    // Without blanks at either end; "" where the row has no such cell.
    std::string_view cell(std::size_t index) const;
    // No cell has a character but blanks.
    bool is_blank() const;
};

// Joins the cells `column` and the one behind it to a decimal number: "1" and "5" were "1,5"
// without quotes. False where they are no such digits.
bool join_decimal(Row& row, std::size_t column, char decimal_mark);

class CsvReader {
public:
    // `text` outlives the reader and its rows.
    CsvReader(std::string_view text, char delimiter) : text_(text), delimiter_(delimiter) {}

    // The next row that is not blank; false at the end.
    bool next(Row& row);

    std::size_t offset() const { return at_; }

    // Blank rows that were passed over.
    std::int64_t blank_rows() const { return blank_rows_; }

private:
    bool read_row(Row& row, bool is_quoting);
    bool swallows_rows(std::string_view raw) const;
    void skip_line_break();

    std::string_view text_;
    char delimiter_;
    std::size_t at_ = 0;
    std::int64_t line_ = 1;
    std::int64_t blank_rows_ = 0;
    std::size_t last_size_ = 0; // cells of the row before
};

// The delimiter that splits the first rows most evenly; a first line "sep=;" (spreadsheets) says
// it.
char find_delimiter(std::string_view text);

} // namespace kontingent::history
