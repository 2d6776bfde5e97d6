#include "core/history/csv.hpp"

#include <algorithm>
#include <array>

namespace kontingent::history {
namespace {

constexpr std::array<std::string_view, 5> blanks{" ", "\t", "\r", "\n", "\u00A0"};
constexpr std::string_view delimiters = ",;\t|";
constexpr std::string_view spreadsheet_hint = "sep=";
constexpr int rows_to_judge_by = 20;

// How many cells the first rows agree on; 1 where they do not.
std::size_t agreed_cells(std::string_view text, char delimiter) {
    CsvRows rows(text, delimiter);
    std::size_t least = 0;
    for (int row = 0; row < rows_to_judge_by && rows.next(); ++row) {
        std::size_t const cells = rows.cells().size();
        least = row == 0 ? cells : std::min(least, cells);
    }
    return least;
}

} // namespace

std::string_view trimmed(std::string_view text) {
    for (bool is_done = false; !is_done;) {
        is_done = true;
        for (std::string_view const blank : blanks) {
            if (text.starts_with(blank)) {
                text.remove_prefix(blank.size());
                is_done = false;
            }
            if (text.ends_with(blank)) {
                text.remove_suffix(blank.size());
                is_done = false;
            }
        }
    }
    return text;
}

char recognised_delimiter(std::string_view text) {
    if (text.starts_with(spreadsheet_hint) && text.size() > spreadsheet_hint.size()) {
        return text[spreadsheet_hint.size()];
    }
    char best = delimiters.front();
    std::size_t most = 1;
    for (char const delimiter : delimiters) {
        std::size_t const cells = agreed_cells(text, delimiter);
        if (cells > most) {
            best = delimiter;
            most = cells;
        }
    }
    return best;
}

CsvRows::CsvRows(std::string_view text, char delimiter) : text_(text), delimiter_(delimiter) {
    if (text_.starts_with(spreadsheet_hint)) {
        at_ = std::min(text_.size(), text_.find_first_of("\r\n"));
        end_line();
    }
}

void CsvRows::end_line() {
    if (at_ >= text_.size()) {
        return;
    }
    bool const is_pair = text_.substr(at_, 2) == "\r\n";
    at_ += is_pair ? 2U : 1U;
    ++line_;
}

// From behind the opening quote to behind the closing one.
std::string CsvRows::read_quoted() {
    std::string cell;
    while (at_ < text_.size()) {
        char const c = text_[at_];
        if (c == '"') {
            ++at_;
            if (at_ >= text_.size() || text_[at_] != '"') {
                break;
            }
        } else if (c == '\n' || (c == '\r' && text_.substr(at_ + 1, 1) != "\n")) {
            ++line_;
        }
        cell += c;
        ++at_;
    }
    return cell;
}

void CsvRows::read_row() {
    cells_.clear();
    row_line_ = line_;
    std::string cell;
    bool is_begun = false;
    while (at_ < text_.size() && !is_line_end()) {
        char const c = text_[at_++];
        if (c == delimiter_) {
            cells_.emplace_back(trimmed(cell));
            cell.clear();
            is_begun = false;
        } else if (c == '"' && !is_begun) {
            cell = read_quoted();
            is_begun = true;
        } else {
            cell += c;
            is_begun = is_begun || c != ' ';
        }
    }
    cells_.emplace_back(trimmed(cell));
    end_line();
}

bool CsvRows::next() {
    while (at_ < text_.size()) {
        read_row();
        if (std::ranges::any_of(cells_, [](std::string const& cell) { return !cell.empty(); })) {
            return true;
        }
    }
    return false;
}

} // namespace kontingent::history
