#include "tests/core/history_generator/layout.hpp"

#include <array>
#include <string_view>

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

// A row with nothing but a sum in a column, and `label` in another.
std::vector<std::string> sum_row(Draft const& draft, std::size_t sums, std::string const& sum,
                                 std::size_t labels, std::string_view label) {
    std::vector<std::string> cells(draft.columns.size());
    cells[labels] = label;
    cells[sums] = sum;
    return cells;
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
    std::string const sum = written_duration(draft.writing, form, minutes_of(draft.entries));
    std::string_view const label = any_of(draft.random, total_words(draft.writing.language));
    around.rows_behind.emplace_back(draft.entries.size() - 1,
                                    sum_row(draft, duration, sum, 0, label));
}

std::string with_group_sums(Draft& draft, DurationForm form, GroupSums const& sums) {
    draft.add_date();
    draft.add_duration(form, true);
    draft.add_text();
    draft.add_decoy(Holds::person);
    Around around;
    std::vector<Entry> group;
    for (std::size_t index = 0; index < draft.entries.size(); ++index) {
        group.push_back(draft.entries[index]);
        bool const goes_on = index + 1 < draft.entries.size() &&
                             sums.group_of(draft.entries[index + 1]) == sums.group_of(group[0]);
        if (goes_on) {
            continue;
        }
        std::string const label = sums.label_of(group[0]);
        if (!label.empty() || group.size() > 1) {
            std::string const sum = written_duration(draft.writing, form, minutes_of(group));
            auto row = sum_row(draft, 1, sum, 2, label);
            row[0] = sums.has_dates ? draft.columns[0].cells[index] : "";
            around.rows_behind.emplace_back(index, std::move(row));
        }
        group.clear();
    }
    return written(draft, around);
}

} // namespace kontingent::tests
