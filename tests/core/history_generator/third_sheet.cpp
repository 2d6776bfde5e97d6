#include "tests/core/history_generator/third_sheet.hpp"

#include "tests/core/workbook_writer.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace kontingent::tests {

namespace {

// How a file of text is spelt.
struct Spelling {
    char delimiter = ';';
    bool quotes_all = false;
    bool ends_with_delimiter = false;
    std::string line_break = "\n";
};

Spelling random_spelling(Hand& hand) {
    Random& random = hand.random;
    Spelling spelling;
    bool const is_english = hand.language == 1;
    spelling.delimiter = is_english ? ',' : ';';
    if (chance(random, 25)) {
        constexpr std::array delimiters{',', ';', '\t', '|'};
        spelling.delimiter = any_of(random, delimiters);
    }
    spelling.quotes_all = chance(random, 25);
    spelling.ends_with_delimiter = chance(random, 8);
    spelling.line_break = chance(random, 60) ? "\n" : chance(random, 90) ? "\r\n" : "\r";
    return spelling;
}

std::string quoted(Spelling const& spelling, std::string const& text) {
    bool const needs_quotes = text.find_first_of("\"\r\n") != std::string::npos ||
                              text.find(spelling.delimiter) != std::string::npos;
    if (!needs_quotes && !spelling.quotes_all) {
        return text;
    }
    std::string cell = "\"";
    for (char const character : text) {
        cell += character == '"' ? std::string{"\"\""} : std::string{character};
    }
    return cell + "\"";
}

std::string line_of(Spelling const& spelling, ThirdRow const& row) {
    std::string line;
    for (std::size_t index = 0; index < row.size(); ++index) {
        line +=
            (index == 0 ? "" : std::string{spelling.delimiter}) + quoted(spelling, row[index].text);
    }
    return line + (spelling.ends_with_delimiter ? std::string{spelling.delimiter} : "") +
           spelling.line_break;
}

// Every row of the file.
std::vector<ThirdRow> rows_of(ThirdSheet const& sheet) {
    std::vector<ThirdRow> rows = sheet.above;
    if (sheet.has_headings) {
        rows.push_back(heading_row(sheet));
    }
    for (std::size_t index = 0; index < sheet.entries.size(); ++index) {
        rows.push_back(entry_row(sheet, sheet.entries[index]));
        if (auto const found = sheet.behind.find(index); found != sheet.behind.end()) {
            rows.insert(rows.end(), found->second.begin(), found->second.end());
        }
    }
    rows.insert(rows.end(), sheet.below.begin(), sheet.below.end());
    return rows;
}

// The code points of valid UTF-8.
std::vector<char32_t> code_points(std::string const& text) {
    std::vector<char32_t> points;
    for (char const character : text) {
        auto const byte = static_cast<unsigned char>(character);
        if ((byte & 0xC0u) == 0x80u) {
            points.back() = (points.back() << 6) | (byte & 0x3Fu);
        } else {
            points.push_back(byte < 0x80   ? byte
                             : byte < 0xE0 ? byte & 0x1Fu
                             : byte < 0xF0 ? byte & 0x0Fu
                                           : byte & 0x07u);
        }
    }
    return points;
}

std::string utf16_little(std::string const& text) {
    std::string bytes = "\xFF\xFE";
    for (char32_t const point : code_points(text)) {
        bytes += static_cast<char>(point & 0xFFu);
        bytes += static_cast<char>((point >> 8) & 0xFFu);
    }
    return bytes;
}

// Where the text has no other characters than this encoding.
std::optional<std::string> western(std::string const& text) {
    std::string bytes;
    for (char32_t const point : code_points(text)) {
        if (point > 0xFF) {
            return std::nullopt;
        }
        bytes += static_cast<char>(point);
    }
    return bytes;
}

std::string encoded(Random& random, std::string text) {
    switch (random.between(0, 9)) {
    case 0:
        return utf16_little(text);
    case 1:
        return western(text).value_or(text);
    case 2:
    case 3:
        return "\xEF\xBB\xBF" + text;
    default:
        return text;
    }
}

std::string workbook_of(Random& random, std::vector<ThirdRow> const& rows) {
    std::string text;
    for (ThirdRow const& row : rows) {
        std::string cells;
        for (ThirdCell const& cell : row) {
            cells += cell.number.value.empty() ? text_cell(cell.text)
                                               : number_cell(cell.number.value, cell.number.style);
        }
        text += sheet_row(cells);
    }
    std::vector<WorkbookSheet> sheets{{"Export", text}};
    if (chance(random, 20)) {
        sheets.insert(sheets.begin(), {"Info", sheet_row(text_cell("Export"))});
    }
    return zip_of(workbook_parts(sheets));
}

std::string text_of(ThirdSheet& sheet, std::vector<ThirdRow> const& rows) {
    Random& random = sheet.hand.random;
    Spelling const spelling = random_spelling(sheet.hand);
    std::string text;
    if (chance(random, 4)) {
        text += std::string{"sep="} + spelling.delimiter + spelling.line_break;
    }
    bool const has_blank_lines = chance(random, 10);
    for (ThirdRow const& row : rows) {
        text += line_of(spelling, row);
        if (has_blank_lines && chance(random, 15)) {
            text += spelling.line_break;
        }
    }
    return encoded(random, std::move(text));
}

} // namespace

ThirdRow heading_row(ThirdSheet const& sheet) {
    ThirdRow row;
    for (ThirdColumn const& column : sheet.columns) {
        row.push_back({column.heading});
    }
    return row;
}

ThirdRow entry_row(ThirdSheet const& sheet, Entry const& entry) {
    ThirdRow row;
    for (ThirdColumn const& column : sheet.columns) {
        row.push_back(column.cell(entry));
    }
    return row;
}

ThirdRow sum_row(ThirdSheet const& sheet, std::span<Entry const> entries,
                 std::string const& label) {
    ThirdRow row;
    bool has_label = false;
    for (ThirdColumn const& column : sheet.columns) {
        if (column.sum) {
            row.push_back(column.sum(entries));
        } else if (column.takes_labels && !has_label) {
            row.push_back({label});
            has_label = true;
        } else {
            row.push_back({});
        }
    }
    return row;
}

void shuffle_columns(ThirdSheet& sheet) {
    for (std::size_t index = sheet.columns.size(); index > 1; --index) {
        std::swap(sheet.columns[index - 1],
                  sheet.columns[static_cast<std::size_t>(
                      sheet.hand.random.between(0, static_cast<std::int64_t>(index) - 1))]);
    }
}

std::string bytes_of(ThirdSheet& sheet) {
    if (sheet.may_turn && sheet.behind.empty() && chance(sheet.hand.random, 25)) {
        std::ranges::reverse(sheet.entries);
    }
    std::vector<ThirdRow> const rows = rows_of(sheet);
    if (sheet.may_be_workbook && chance(sheet.hand.random, 12)) {
        return workbook_of(sheet.hand.random, rows);
    }
    return text_of(sheet, rows);
}

} // namespace kontingent::tests
