#include "tests/core/history_generator/layout.hpp"

#include <array>

namespace kontingent::tests {

namespace {

void shuffle(Draft& draft, Around& around) {
    for (std::size_t left = draft.columns.size(); left > 1; --left) {
        auto const at =
            static_cast<std::size_t>(draft.random.between(0, static_cast<std::int64_t>(left) - 1));
        std::swap(draft.columns[left - 1], draft.columns[at]);
        for (auto& [entry, cells] : around.rows_behind) {
            std::swap(cells[left - 1], cells[at]);
        }
    }
}

} // namespace

std::string row_of(Writing const& writing, std::vector<std::string> const& cells, bool is_raw) {
    std::string row;
    for (std::size_t index = 0; index < cells.size(); ++index) {
        row += index == 0 ? "" : std::string{writing.delimiter};
        row += is_raw ? cells[index] : cell_of(writing, cells[index]);
    }
    return row + writing.line_break;
}

std::string written(Draft& draft, Around around) {
    if (around.shuffles) {
        shuffle(draft, around);
    }
    if (around.has_blank_column) {
        draft.add("", [](Entry const&) { return std::string{}; });
        for (auto& [entry, cells] : around.rows_behind) {
            cells.emplace_back();
        }
    }
    Writing const& writing = draft.writing;
    std::vector<std::string> headings;
    for (TableColumn const& column : draft.columns) {
        headings.push_back(column.heading);
    }
    std::string text;
    if (around.has_noise && around.has_headings && chance(draft.random, 10)) {
        text += "Report 2026" + writing.line_break + writing.line_break;
    }
    for (auto const& row : around.rows_above) {
        text += row_of(writing, row, false);
    }
    text += around.has_headings ? row_of(writing, headings, around.is_raw) : "";
    auto behind = around.rows_behind.begin();
    for (std::size_t entry = 0; entry < draft.entries.size(); ++entry) {
        std::vector<std::string> cells;
        for (TableColumn const& column : draft.columns) {
            cells.push_back(column.cells[entry]);
        }
        text += row_of(writing, cells, around.is_raw);
        for (; behind != around.rows_behind.end() && behind->first == entry; ++behind) {
            text += row_of(writing, behind->second, around.is_raw);
        }
        if (around.has_noise && chance(draft.random, 2)) {
            text +=
                around.has_headings ? row_of(writing, headings, around.is_raw) : writing.line_break;
        }
    }
    for (auto const& row : around.rows_below) {
        text += row_of(writing, row, false);
    }
    return text;
}

std::vector<std::string> sum_row(Draft const& draft, TableColumn const& sums,
                                 TableColumn const* labels, std::string_view label,
                                 std::string const& sum) {
    std::vector<std::string> cells(draft.columns.size());
    for (std::size_t index = 0; index < cells.size(); ++index) {
        if (&draft.columns[index] == &sums) {
            cells[index] = sum;
        } else if (&draft.columns[index] == labels) {
            cells[index] = label;
        }
    }
    return cells;
}

DurationForm any_duration(Random& random) {
    return static_cast<DurationForm>(random.between(0, duration_forms - 1));
}

DurationForm any_break(Random& random) {
    return any_of(random, std::array{DurationForm::clock, DurationForm::decimal_hours,
                                     DurationForm::minutes, DurationForm::minutes_with_unit});
}

void fill(Draft& draft, EntryRange const& range) {
    draft.entries = random_entries(draft.random, range);
}

void add_grand_total(Draft& draft, Around& around, std::size_t duration, DurationForm form) {
    std::int64_t sum = 0;
    for (Entry const& entry : draft.entries) {
        sum += entry.net;
    }
    around.rows_behind.emplace_back(
        draft.entries.size() - 1, sum_row(draft, draft.columns[duration], draft.columns.data(),
                                          any_of(draft.random, total_words(draft.writing.language)),
                                          written_duration(draft.writing, form, sum)));
}

} // namespace kontingent::tests
