#include "core/history/columns.hpp"

#include "core/base/utf8.hpp"
#include "core/history/dates.hpp"
#include "core/history/durations.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace kontingent::history {

namespace {

constexpr std::size_t heading_bytes_max = 60;

// Best first. What follows " in " or a bracket is left aside: "Duration (h)", "Dauer in Minuten".
constexpr std::array<std::string_view, 20> date_headings{
    "start date", "startdatum", "date",      "datum",   "work date",  "entry date", "spent date",
    "spent at",   "day",        "tag",       "started", "started at", "start",      "begin",
    "beginn",     "start time", "startzeit", "from",    "von",        "created at"};
constexpr std::array<std::string_view, 23> duration_headings{"duration",
                                                             "dauer",
                                                             "hours",
                                                             "stunden",
                                                             "worked hours",
                                                             "arbeitsstunden",
                                                             "arbeitszeit",
                                                             "time spent",
                                                             "zeitaufwand",
                                                             "aufwand",
                                                             "effort",
                                                             "std",
                                                             "std.",
                                                             "h",
                                                             "minutes",
                                                             "minuten",
                                                             "min",
                                                             "seconds",
                                                             "sekunden",
                                                             "time",
                                                             "zeit",
                                                             "hours rounded",
                                                             "gerundete stunden"};

std::string folded(std::string_view heading) {
    std::size_t const end = std::min(heading.find_first_of("(["), heading.find(" in "));
    std::string text{trimmed(heading.substr(0, end))};
    for (char& c : text) {
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
    }
    return text;
}

// The place in the list of headings; its size where it is none of them.
std::size_t rank(std::string_view heading, std::span<std::string_view const> headings) {
    std::string const text = folded(heading);
    return static_cast<std::size_t>(std::ranges::find(headings, text) - headings.begin());
}

bool is_date(std::string_view text) {
    return month_of(text, DateOrder::day_month_year) || month_of(text, DateOrder::month_day_year);
}

bool is_number(std::string_view text) {
    return duration_of(text, {'.', DurationUnit::seconds}) ||
           duration_of(text, {',', DurationUnit::seconds});
}

bool is_clock(std::string_view text) {
    return text.find(':') != std::string_view::npos && is_number(text);
}

using Test = bool (*)(std::string_view);

std::size_t count(std::span<Row const> rows, std::size_t column, Test test) {
    std::size_t found = 0;
    for (Row const& row : rows) {
        found += test(row.cell(column)) ? 1U : 0U;
    }
    return found;
}

// The column with the best heading, among those with at least one cell of the kind, if there are
// any.
std::optional<std::size_t> find_named(Row const& heading, std::span<Row const> rows, Test test,
                                      std::span<std::string_view const> names) {
    std::optional<std::size_t> best;
    std::size_t best_rank = 2 * names.size();
    for (std::size_t column = 0; column < heading.size(); ++column) {
        std::size_t const found = rank(heading.cell(column), names);
        if (found == names.size()) {
            continue;
        }
        std::size_t const whole_rank = found + (count(rows, column, test) > 0 ? 0 : names.size());
        if (whole_rank < best_rank) {
            best = column;
            best_rank = whole_rank;
        }
    }
    return best;
}

// The last of the columns that mostly hold such cells, or, for Choice::only, the one there is.
enum class Choice : std::uint8_t { first, last, only };

std::optional<std::size_t> find_filled(std::span<Row const> rows, std::size_t columns,
                                       std::optional<std::size_t> taken, Test test, Choice choice) {
    std::optional<std::size_t> best;
    for (std::size_t column = 0; column < columns; ++column) {
        if (column == taken || 2 * count(rows, column, test) < rows.size() || rows.empty()) {
            continue;
        }
        if (best && choice != Choice::last) {
            return choice == Choice::first ? best : std::nullopt;
        }
        best = column;
    }
    return best;
}

bool has_date(Row const& row) {
    for (std::size_t column = 0; column < row.size(); ++column) {
        if (is_date(row.cell(column))) {
            return true;
        }
    }
    return false;
}

bool names_both(Row const& row) {
    return find_named(row, {}, is_date, date_headings) &&
           find_named(row, {}, is_clock, duration_headings);
}

// The index of the heading row; none where data begins at once.
std::optional<std::size_t> find_heading(std::span<Row const> rows) {
    auto const named = std::ranges::find_if(rows, names_both);
    if (named != rows.end()) {
        return static_cast<std::size_t>(named - rows.begin());
    }
    auto const dated =
        static_cast<std::size_t>(std::ranges::find_if(rows, has_date) - rows.begin());
    if (dated == 0) {
        return std::nullopt;
    }
    return dated == rows.size() ? 0 : dated - 1;
}

std::optional<DurationUnit> unit_in(std::string_view heading) {
    while (!heading.empty()) {
        std::size_t const end = std::min(heading.find_first_of(" ()[]/_"), heading.size());
        std::string_view const word = heading.substr(0, end);
        if (auto const unit = unit_of(word)) {
            return unit;
        }
        if (word == "decimal" || word == "dezimal") {
            return DurationUnit::hours;
        }
        heading.remove_prefix(std::min(end + 1, heading.size()));
    }
    return std::nullopt;
}

std::string heading_text(std::string_view cell, std::size_t column) {
    cell = cell.substr(0, heading_bytes_max);
    cell = cell.substr(0, utf8::sound_prefix(cell));
    return cell.empty() ? std::to_string(column + 1) : std::string{cell};
}

} // namespace

Columns find_columns(std::span<Row const> first_rows, HistoryOptions const& options) {
    Columns columns;
    if (first_rows.empty()) {
        return columns;
    }
    auto const heading_row = find_heading(first_rows);
    Row const none;
    Row const& heading = heading_row ? first_rows[*heading_row] : none;
    std::span<Row const> const rows = first_rows.subspan(heading_row ? *heading_row + 1 : 0);
    columns.heading_line = heading.line;
    std::size_t width = heading.size();
    for (Row const& row : rows) {
        width = std::max(width, row.size());
    }
    for (std::size_t column = 0; column < width; ++column) {
        columns.headings.push_back(heading_text(heading.cell(column), column));
    }
    columns.date = options.date_column;
    if (!columns.date) {
        columns.date = find_named(heading, rows, is_date, date_headings);
    }
    if (!columns.date) {
        columns.date = find_filled(rows, width, options.duration_column, is_date, Choice::first);
    }
    columns.duration = options.duration_column;
    if (!columns.duration) {
        columns.duration = find_named(heading, rows, is_number, duration_headings);
    }
    if (!columns.duration) {
        columns.duration = find_filled(rows, width, columns.date, is_clock, Choice::last);
    }
    if (!columns.duration) {
        columns.duration = find_filled(rows, width, columns.date, is_number, Choice::only);
    }
    if (columns.date >= width) {
        columns.date.reset();
    }
    if (columns.duration >= width) {
        columns.duration.reset();
    }
    if (columns.duration) {
        columns.duration_unit = unit_in(heading.cell(*columns.duration));
    }
    return columns;
}

} // namespace kontingent::history
