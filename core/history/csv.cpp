#include "core/history/csv.hpp"

#include "core/base/ascii.hpp"

#include <algorithm>
#include <array>

namespace kontingent::history {

namespace {

constexpr std::size_t rows_looked_at = 50;
// Where two split the rows equally well, the first that no decimal number has.
constexpr std::array delimiters{'\t', ';', '|', ','};

bool is_break(char c) {
    return c == '\n' || c == '\r';
}

bool is_blank_character(char c) {
    return c == ' ' || c == '\t' || is_break(c);
}

// How many of the first rows have the same number of cells (at least two), and that number.
struct Evenness {
    std::size_t rows = 0;
    std::size_t cells = 0;
    friend auto operator<=>(Evenness, Evenness) = default;
};

// "2,5;3" has a comma that divides a number, not cells.
bool has_decimal_commas_only(std::string_view row) {
    if (row.find_first_of(";\t|") == std::string_view::npos) {
        return false;
    }
    for (std::size_t at = row.find(','); at != std::string_view::npos; at = row.find(',', at + 1)) {
        bool const is_in_number = at > 0 && at + 1 < row.size() && ascii::is_digit(row[at - 1]) &&
                                  ascii::is_digit(row[at + 1]);
        if (!is_in_number) {
            return false;
        }
    }
    return true;
}

Evenness evenness(std::string_view text, char delimiter) {
    std::array<std::size_t, columns_max + 1> rows_by_cells{};
    CsvReader reader(text, delimiter);
    Row row;
    for (std::size_t count = 0; count < rows_looked_at && reader.next(row); ++count) {
        rows_by_cells[row.size()] += delimiter == ',' && has_decimal_commas_only(row.raw) ? 0U : 1U;
    }
    Evenness best;
    for (std::size_t cells = 2; cells <= columns_max; ++cells) {
        best = std::max(best, Evenness{rows_by_cells[cells], rows_by_cells[cells] > 0 ? cells : 0});
    }
    return best;
}

} // namespace

std::string_view Row::cell(std::size_t index) const {
    if (index >= ends.size()) {
        return {};
    }
    std::size_t const begin = index == 0 ? 0 : ends[index - 1];
    return trimmed(std::string_view{cells_text}.substr(begin, ends[index] - begin));
}

bool Row::is_blank() const {
    return std::ranges::all_of(cells_text, is_blank_character);
}

bool join_decimal(Row& row, std::size_t column, char decimal_mark) {
    constexpr std::size_t places_max = 4;
    auto const are_digits = [](std::string_view text) {
        return !text.empty() && std::ranges::all_of(text, ascii::is_digit);
    };
    if (!are_digits(row.cell(column)) || !are_digits(row.cell(column + 1)) ||
        row.cell(column + 1).size() > places_max) {
        return false;
    }
    row.cells_text.insert(row.ends[column], 1, decimal_mark);
    row.ends.erase(row.ends.begin() + static_cast<std::ptrdiff_t>(column));
    for (std::size_t index = column; index < row.ends.size(); ++index) {
        ++row.ends[index];
    }
    return true;
}

void CsvReader::skip_line_break() {
    at_ += text_.substr(at_).starts_with("\r\n") ? 2U : 1U;
    ++line_;
}

// False where a quote does not enclose its cell.
bool CsvReader::read_row(Row& row, bool is_quoting) {
    row.cells_text.clear();
    row.ends.clear();
    std::size_t cells = 0;
    bool is_quoted = false;
    bool is_at_begin = true;
    auto const end_cell = [&] {
        if (++cells <= columns_max) {
            row.ends.push_back(row.cells_text.size());
        }
        is_at_begin = true;
    };
    for (; at_ < text_.size() && (is_quoted || !is_break(text_[at_])); ++at_) {
        char const c = text_[at_];
        if (is_quoting && c == '"' && (is_at_begin || is_quoted)) {
            bool const is_doubled = is_quoted && text_.substr(at_ + 1).starts_with('"');
            at_ += is_doubled ? 1U : 0U;
            if (!is_doubled) {
                is_quoted = !is_quoted;
                is_at_begin = false;
                char const next = at_ + 1 < text_.size() ? text_[at_ + 1] : '\n';
                if (!is_quoted && next != delimiter_ && !is_break(next) && next != ' ') {
                    return false;
                }
                continue;
            }
        } else if (c == delimiter_ && !is_quoted) {
            end_cell();
            continue;
        } else if (is_break(c)) {
            // A line break of two characters is counted at its second.
            line_ += c == '\r' && text_.substr(at_ + 1).starts_with('\n') ? 0 : 1;
        }
        is_at_begin = false;
        if (cells < columns_max) {
            row.cells_text += c;
        }
    }
    end_cell();
    return !is_quoted;
}

// Each of the lines has as many cells as the row before.
bool CsvReader::swallows_rows(std::string_view raw) const {
    if (last_size_ < 2 || raw.find_first_of("\r\n") == std::string_view::npos) {
        return false;
    }
    while (!raw.empty()) {
        std::string_view const line = raw.substr(0, raw.find_first_of("\r\n"));
        auto const separators = std::ranges::count(line, delimiter_);
        if (!line.empty() && separators + 1 != static_cast<std::ptrdiff_t>(last_size_)) {
            return false;
        }
        raw.remove_prefix(std::min(line.size() + 1, raw.size()));
    }
    return true;
}

bool CsvReader::next(Row& row) {
    while (at_ < text_.size()) {
        std::size_t const begin = at_;
        row.line = line_;
        if (!read_row(row, true) || swallows_rows(text_.substr(begin, at_ - begin))) {
            at_ = begin;
            line_ = row.line;
            read_row(row, false);
        }
        row.raw = text_.substr(begin, at_ - begin);
        if (at_ < text_.size()) {
            skip_line_break();
        }
        bool const is_directive = begin == 0 && row.raw.size() == 5 && row.raw.starts_with("sep=");
        if (!row.is_blank() && !is_directive) {
            last_size_ = row.size();
            return true;
        }
        ++blank_rows_;
    }
    return false;
}

char find_delimiter(std::string_view text) {
    if (text.starts_with("sep=") && text.size() > 5 && is_break(text[5]) &&
        std::ranges::find(delimiters, text[4]) != delimiters.end()) {
        return text[4];
    }
    char best = delimiters.back();
    Evenness best_evenness;
    for (char const delimiter : delimiters) {
        Evenness const found = evenness(text, delimiter);
        if (best_evenness < found) {
            best = delimiter;
            best_evenness = found;
        }
    }
    return best;
}

} // namespace kontingent::history
