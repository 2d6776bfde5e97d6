// Puts rows of the third author's tables into a file: text in several spellings, or a workbook.
#pragma once

#include "tests/core/history_generator/third_forms.hpp"

#include <cstddef>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace kontingent::tests {

// What a workbook holds where it holds a number.
struct ThirdNumber {
    std::string value; // empty where it is text
    int style = 0;
};

struct ThirdCell {
    std::string text;
    ThirdNumber number = {};
};

using ThirdRow = std::vector<ThirdCell>;

struct ThirdColumn {
    std::string heading;
    std::function<ThirdCell(Entry const&)> cell;
    // Of a row that sums entries; empty where it has none.
    std::function<ThirdCell(std::span<Entry const>)> sum = {};
    bool takes_labels = false; // of such rows
};

struct ThirdSheet {
    Hand hand;
    std::vector<Entry> entries;
    std::vector<ThirdColumn> columns;
    bool has_headings = true;
    bool may_be_workbook = true;
    bool may_turn = true; // the newest entry first
    std::vector<ThirdRow> above = {}, below = {};
    std::map<std::size_t, std::vector<ThirdRow>> behind = {}; // an entry, in the order of `entries`
};

ThirdRow heading_row(ThirdSheet const& sheet);
ThirdRow entry_row(ThirdSheet const& sheet, Entry const& entry);
// A row that sums these entries, with this label.
ThirdRow sum_row(ThirdSheet const& sheet, std::span<Entry const> entries, std::string const& label);
void shuffle_columns(ThirdSheet& sheet);

std::string bytes_of(ThirdSheet& sheet);

} // namespace kontingent::tests
