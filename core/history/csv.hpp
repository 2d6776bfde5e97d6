// Rows of delimited text as spreadsheets and trackers write it (RFC 4180, any delimiter): a cell in
// quotes may hold delimiters, line breaks and doubled quotes. Lines end with LF, CRLF or CR.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace kontingent::history {

class CsvRows {
public:
    // The text must outlive it.
    CsvRows(std::string_view text, char delimiter);

    // The next row that is not blank; false at the end. A quote that never closes takes the rest of
    // the text.
    bool next();

    // White space around a cell is not part of it.
    std::vector<std::string> const& cells() const { return cells_; }

    std::int64_t line() const { return row_line_; } // where the row begins, from 1

    std::size_t offset() const { return at_; } // bytes read

private:
    void read_row();
    std::string read_quoted();
    void end_line();

    bool is_line_end() const { return text_[at_] == '\n' || text_[at_] == '\r'; }

    std::string_view text_;
    char delimiter_;
    std::size_t at_ = 0;
    std::int64_t line_ = 1;
    std::int64_t row_line_ = 1;
    std::vector<std::string> cells_;
};

// Of comma, semicolon, tab and bar the one that parts the first rows into the most cells alike;
// "sep=;" in the first line, as spreadsheets write it, decides at once.
char recognised_delimiter(std::string_view text);

// Without white space at its ends; the no-break space counts as white space.
std::string_view trimmed(std::string_view text);

} // namespace kontingent::history
