// Puts the columns of a draft into the text of a table: headings, rows, what is between them.
#pragma once

#include "tests/core/history_generator/columns.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace kontingent::tests {

// What surrounds the entries.
struct Around {
    bool has_headings = true;
    bool shuffles = true;
    bool is_raw = false; // cells are written as they are
    bool has_noise = true;
    std::vector<std::pair<std::size_t, std::vector<std::string>>> rows_behind = {}; // an entry
    std::vector<std::vector<std::string>> rows_above = {}, rows_below = {};
    bool has_blank_column = false; // at the end, as spreadsheets leave it
};

// A row of the file, with its line break.
std::string row_of(Writing const& writing, std::vector<std::string> const& cells, bool is_raw);
std::string written(Draft& draft, Around around);

// Adds a row that sums all, without a date, at the end.
void add_grand_total(Draft& draft, Around& around, std::size_t duration, DurationForm form);

// A row behind each group of entries with their sum.
struct GroupSums {
    std::function<std::int64_t(Entry const&)> group_of;
    // Of a group's first entry. Without one, a single entry has no sum.
    std::function<std::string(Entry const&)> label_of;
    bool has_dates = false;
};

// Columns of date, duration, text and person.
std::string with_group_sums(Draft& draft, DurationForm form, GroupSums const& sums);

DurationForm any_duration(Random& random);
DurationForm any_break(Random& random);
void fill(Draft& draft, EntryRange const& range = {});

} // namespace kontingent::tests
