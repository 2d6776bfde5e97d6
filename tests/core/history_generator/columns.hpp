// What a generated table is made of: the entries that were worked, and columns of text over them.
#pragma once

#include "core/history/history.hpp"
#include "tests/core/history_generator/words.hpp"
#include "tests/core/history_generator/writing.hpp"

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace kontingent::tests {

// Minutes. The end is begin + pause + net, past midnight where that is 1440 or more.
struct Entry {
    std::chrono::sys_days day;
    std::int64_t begin = 0, pause = 0, net = 0;

    std::int64_t end() const { return begin + pause + net; }

    std::chrono::sys_days end_day() const { return day + std::chrono::days{end() / 1440}; }
};

// Sorted by day; each `net` is a multiple of `step`, and in this range.
struct EntryRange {
    std::int64_t net_min = 15, net_max = 480, step = 15;
    bool has_breaks = false;
};

std::vector<Entry> random_entries(Random& random, EntryRange const& range);
std::vector<PastMonth> months_of(std::vector<Entry> const& entries);
std::int64_t minutes_of(std::vector<Entry> const& entries);

struct TableColumn {
    std::string heading;
    std::vector<std::string> cells; // one an entry
};

// What is built up for one table.
struct Draft {
    Random random;
    Writing writing;
    std::vector<Entry> entries;
    std::vector<TableColumn> columns;

    void add(std::string heading, std::function<std::string(Entry const&)> const& cell);
    std::string heading(Holds holds); // any variant
    void add_date();
    void add_begin();
    void add_end();
    void add_break(DurationForm form);
    // With its unit where the form needs it and `has_unit`.
    void add_duration(DurationForm form, bool has_unit);
    void add_text();
    void add_decoy(Holds holds);
    void add_decoys(); // none to four
    Writing created_writing();
};

// "Dauer (h)", "Dauer [h]", "Dauer in h", "Dauer_h", "Dauer h"
std::string with_unit(Random& random, std::string_view heading, std::string_view unit);
// A heading of a duration that contradicts no unit.
std::string duration_heading(Draft& draft, DurationForm form, bool has_unit);

} // namespace kontingent::tests
