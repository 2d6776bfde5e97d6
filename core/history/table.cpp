#include "core/history/table.hpp"

#include "core/base/ascii.hpp"
#include "core/history/text.hpp"

#include <algorithm>

namespace kontingent::history {

namespace {

constexpr std::size_t heading_rows_max = 50;

bool is_number_or_date(std::string_view cell) {
    if (!has_digit(cell)) {
        return false;
    }
    return read_date(cell) || time_of_day(cell) || sum_of(cell, {'.'}) || sum_of(cell, {','}) ||
           sum_of(cell, {'.'}).error() == RowError::negative_duration;
}

std::vector<std::string> cells_of(Row const& row) {
    std::vector<std::string> cells;
    for (std::size_t index = 0; index < row.size(); ++index) {
        cells.push_back(without_marks(row.cell(index)));
    }
    return cells;
}

// As a spreadsheet names it: A … Z, AA … IV.
std::string letters_of(std::size_t column) {
    constexpr std::size_t letters = 26;
    std::string name(1, static_cast<char>('A' + column % letters));
    return column < letters ? name : letters_of(column / letters - 1) + name;
}

struct HeadingScore {
    std::size_t known = 0; // cells that say what a column is
    std::size_t filled = 0;
    bool has_data = false; // then nothing else is counted
};

// Words are looked up only where nothing is data.
HeadingScore score_of(Row const& row) {
    HeadingScore score;
    for (std::size_t index = 0; index < row.size() && !score.has_data; ++index) {
        score.has_data = is_number_or_date(row.cell(index));
    }
    if (score.has_data) {
        return score;
    }
    std::vector<std::string> const cells = cells_of(row);
    Vocabulary const vocabulary(cells);
    for (std::string const& cell : cells) {
        score.filled += cell.empty() ? 0U : 1U;
        score.known += !cell.empty() && vocabulary.read(cell).role != Role::unknown ? 1U : 0U;
    }
    return score;
}

bool is_data(Row const& row) {
    bool has_date = false;
    bool has_other = false;
    for (std::size_t index = 0; index < row.size(); ++index) {
        std::string_view const cell = row.cell(index);
        bool const is_date = !has_date && (read_date(cell) || serial_day(cell));
        has_date = has_date || is_date;
        has_other = has_other || (!is_date && is_number_or_date(cell));
    }
    return has_date && has_other;
}

// Where the table's data begins: the first two rows with data in a row, since a header block may
// have a period in one. The number of rows: nowhere.
std::size_t find_data(std::vector<bool> const& has_data) {
    for (std::size_t index = 0; index + 1 < has_data.size(); ++index) {
        if (has_data[index] && has_data[index + 1]) {
            return index;
        }
    }
    auto const first = std::ranges::find(has_data, true);
    return static_cast<std::size_t>(first - has_data.begin());
}

// The row whose cells say most; else the one above the first with data. The number of rows: none.
std::size_t find_heading(std::span<Row const> rows) {
    std::size_t const none = rows.size();
    std::size_t best = none;
    HeadingScore best_score;
    std::size_t const end = std::min(rows.size(), heading_rows_max);
    std::vector<bool> has_data;
    for (std::size_t index = 0; index < end; ++index) {
        has_data.push_back(is_data(rows[index]));
    }
    std::size_t const begin_of_data = find_data(has_data);
    std::size_t const first_data =
        static_cast<std::size_t>(std::ranges::find(has_data, true) - has_data.begin());
    for (std::size_t index = 0; index < end; ++index) {
        HeadingScore const score = score_of(rows[index]);
        if (!score.has_data && score.filled >= 2 && score.known > best_score.known) {
            best = index;
            best_score = score;
        }
    }
    if (best < begin_of_data && begin_of_data < end) {
        return best;
    }
    if (first_data == end) {
        bool const may_be = rows.size() > 1 && best == none;
        HeadingScore const first = may_be ? score_of(rows.front()) : HeadingScore{};
        return may_be && !first.has_data && first.filled >= 2 ? 0 : best;
    }
    if (first_data == 0) {
        return none;
    }
    HeadingScore const above = score_of(rows[first_data - 1]);
    return !above.has_data && above.filled >= 2 ? first_data - 1 : none;
}

bool has_letter(std::string_view text) {
    return std::ranges::any_of(
        text, [](char c) { return ascii::is_letter(c) || static_cast<unsigned char>(c) >= 0x80; });
}

void add_cell(Column& column, std::string_view text) {
    if (text.empty()) {
        return;
    }
    std::string plain;
    if (has_marks(text)) {
        plain = without_marks(text);
        text = plain;
    }
    ++column.filled;
    column.signs += text[0] == '+' || text[0] == '-' ? 1 : 0;
    if (!has_digit(text)) {
        return; // most cells of text: no more has to be tried
    }
    if (auto const date = read_date(text)) {
        ++column.dates;
        column.moments += date->time_of_day ? 1 : 0;
        column.date_order.add(text);
    }
    column.serials += serial_day(text) ? 1 : 0;
    Role const role = column.heading.role;
    bool const is_named = role == Role::begin || role == Role::end || role == Role::pause;
    auto const range = is_named ? std::nullopt : range_of(text);
    bool const is_late = range && range->end > microseconds_a_day / 2;
    column.ranges += range ? 1 : 0;
    column.late_ranges += is_late ? 1 : 0;
    if (!is_late && (is_named ? clock_time(text) : time_of_day(text))) {
        ++column.clocks;
        column.is_padded = column.is_padded && text.size() > 2 && text[1] != ':';
    }
    auto const is_duration = [](std::expected<std::int64_t, RowError> const& duration) {
        return duration || duration.error() == RowError::negative_duration;
    };
    if (is_duration(sum_of(text, {'.'})) || is_duration(sum_of(text, {','}))) {
        ++column.durations;
        if (has_letter(text) || text.find(':') != std::string_view::npos) {
            column.says_unit += says_its_unit(text) ? 1 : 0;
            column.names_days += names_days(text) ? 1 : 0;
        }
        column.numbers.add(text);
    }
}

std::size_t filled_in(Row const& row) {
    std::size_t filled = 0;
    for (std::size_t index = 0; index < row.size(); ++index) {
        filled += row.cell(index).empty() ? 0U : 1U;
    }
    return filled;
}

// Rows with more cells than there are headings say nothing about the columns, unless most are so;
// nor do rows with one cell: titles, signatures.
void count_cells(Table& table) {
    std::size_t const width = table.columns.size();
    auto const is_wide = [&](Row const& row) { return row.size() > width; };
    auto const wide = std::ranges::count_if(table.rows, is_wide);
    bool const are_most_wide = static_cast<std::size_t>(wide) * 2 > table.rows.size();
    for (Row const& row : table.rows) {
        bool const is_full = width < 2 || filled_in(row) > 1;
        table.full_rows += is_full ? 1 : 0;
        bool const is_counted = is_full && (are_most_wide || !is_wide(row));
        for (std::size_t index = 0; index < width && is_counted; ++index) {
            add_cell(table.columns[index], row.cell(index));
        }
    }
}

} // namespace

Table find_table(std::vector<Row> first_rows) {
    Table table;
    std::size_t const heading = find_heading(first_rows);
    bool const has_heading = heading < first_rows.size();
    std::size_t width = 0;
    for (Row const& row : first_rows) {
        width = std::max(width, row.size());
    }
    if (has_heading) {
        table.heading_line = first_rows[heading].line;
        table.heading_cells = cells_of(first_rows[heading]);
        width = first_rows[heading].size();
        first_rows.erase(first_rows.begin(),
                         first_rows.begin() + static_cast<std::ptrdiff_t>(heading) + 1);
    }
    Vocabulary const vocabulary(table.heading_cells);
    table.columns.resize(width);
    for (std::size_t index = 0; index < width; ++index) {
        std::string text = has_heading ? table.heading_cells[index] : std::string{};
        if (!text.empty()) {
            table.columns[index].heading = vocabulary.read(text);
        }
        table.texts.push_back(text.empty() ? letters_of(index) : std::move(text));
    }
    for (Row& row : first_rows) {
        if (has_heading && !table.rows.empty() && !repeats_headings(table, row) &&
            is_other_heading(row)) {
            break;
        }
        if (!repeats_headings(table, row)) {
            table.rows.push_back(std::move(row));
        }
    }
    count_cells(table);
    return table;
}

void count_numbers_of_entries(Table& table, std::size_t date_column) {
    for (Column& column : table.columns) {
        column.numbers = {};
    }
    for (Row const& row : table.rows) {
        std::string_view const date = row.cell(date_column);
        bool is_entry = read_date(date) || serial_day(date);
        for (std::size_t index = 0; index < row.size() && is_entry; ++index) {
            is_entry = total_words_in(row.cell(index)) != TotalWords::alone;
        }
        for (std::size_t index = 0; index < table.columns.size() && is_entry; ++index) {
            table.columns[index].numbers.add(row.cell(index));
        }
    }
}

bool repeats_headings(Table const& table, Row const& row) {
    if (table.heading_cells.empty() || row.size() != table.heading_cells.size()) {
        return false;
    }
    for (std::size_t index = 0; index < row.size(); ++index) {
        if (without_marks(row.cell(index)) != table.heading_cells[index]) {
            return false;
        }
    }
    return true;
}

bool is_other_heading(Row const& row) {
    HeadingScore const score = score_of(row);
    return !score.has_data && score.filled >= 2 && score.known >= 2 &&
           score.known * 2 > score.filled;
}

} // namespace kontingent::history
