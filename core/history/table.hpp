// The first rows of an export, and what each column's cells look like.
#pragma once

#include "core/history/csv.hpp"
#include "core/history/dates.hpp"
#include "core/history/durations.hpp"
#include "core/history/headings.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace kontingent::history {

inline constexpr std::size_t sample_rows_max = 1000;

struct Column {
    Heading heading;
    std::int64_t filled = 0;
    std::int64_t dates = 0;
    std::int64_t moments = 0;     // dates with a time of day
    std::int64_t serials = 0;     // days as a spreadsheet's numbers
    std::int64_t clocks = 0;      // 0:00 to 23:59
    std::int64_t ranges = 0;      // 08:00-12:30
    std::int64_t late_ranges = 0; // … that end after 12:00: no time with its zone, 08:00-05:00
    std::int64_t durations = 0;   // in one decimal mark or the other
    std::int64_t says_unit = 0;   // durations that need no unit
    std::int64_t names_days = 0;  // "1d 2h"
    std::int64_t signs = 0;       // begin with + or −
    bool is_padded = true;        // every clock has two digits for its hour
    NumberStyleFinder numbers;
    DateOrderFinder date_order;

    // Nearly all that is there.
    bool is_mostly(std::int64_t count) const { return filled > 0 && count * 5 >= filled * 4; }
};

struct Table {
    std::vector<Row> rows;          // of data, without repeated headings
    std::vector<std::string> texts; // of the headings; "A", "B", … where there are none
    std::vector<Column> columns;
    std::int64_t full_rows = 0;    // with more than one cell: neither titles nor signatures
    std::int64_t heading_line = 0; // 0: none
    std::vector<std::string> heading_cells; // as they are written; empty where there are none
};

// `first_rows` are the file's, at most sample_rows_max.
Table find_table(std::vector<Row> first_rows);

// Counts numbers anew, of rows with a day in this column and without the words of a sum.
void count_numbers_of_entries(Table& table, std::size_t date_column);

// The same cells as the headings.
bool repeats_headings(Table const& table, Row const& row);
// Headings of other columns: no date, no number, and at least two words that are known.
bool is_other_heading(Row const& row);

} // namespace kontingent::history
