// Where the duration of a row can come from: by the headings, by the cells, and by how the columns
// agree row by row. A column that equals end − begin − break is confirmed, and so is its unit.
#pragma once

#include "core/history/history.hpp"
#include "core/history/measure.hpp"
#include "core/history/table.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace kontingent::history {

struct DateChoice {
    std::optional<std::size_t> column; // the proposal
    bool is_certain = false;
};

// Which column has the days that rows belong to.
DateChoice find_date(Table const& table);

struct SourceChoice {
    std::vector<DurationSource> sources; // the proposal first
    bool is_certain = false;
    std::optional<DurationUnit> confirmed_unit; // of the proposal's numbers
};

// `date_order` is that of dates at begin and end.
SourceChoice find_sources(Table const& table, DateOrder date_order);

// The mark of a column's numbers: its own, else that of the other columns.
std::optional<char> mark_of(Table const& table, std::size_t column);

// What a column's heading says its numbers count, or what is likeliest.
struct UnitChoice {
    std::optional<DurationUnit> unit; // nothing where each cell says it
    bool is_certain = false;
};

UnitChoice find_unit(Table const& table, std::size_t column);

// How the source's rows are read, with units that are not known taken for `unit`.
Measure measure_of(Table const& table, DurationSource const& source, DateOrder date_order,
                   std::optional<DurationUnit> unit);

} // namespace kontingent::history
