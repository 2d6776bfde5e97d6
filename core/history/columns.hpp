// Which columns of an export hold the date and the duration: by their headings, in German and
// English as Kimai, Toggl Track, Harvest, Clockify and others write them, else by what stands in
// them.
#pragma once

#include "core/history/csv.hpp"
#include "core/history/history.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace kontingent::history {

inline constexpr std::size_t sample_rows_max = 50;

struct Columns {
    std::int64_t heading_line = 0; // 0: there are no headings
    std::vector<std::string> headings;
    std::optional<std::size_t> date, duration;
    std::optional<DurationUnit> duration_unit; // where its heading says it
};

// `first_rows` are the file's, at most sample_rows_max. The headings are the first row that names
// both columns; else the row above the first one with a date; else the first. Columns given by hand
// hold where the file has them.
Columns find_columns(std::span<Row const> first_rows, HistoryOptions const& options);

} // namespace kontingent::history
