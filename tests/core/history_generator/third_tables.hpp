// Tables of a third author, who knew what exports of trackers, time clocks and payrolls look like,
// but neither the reader nor the other authors' tables. Each kind is a name and a maker.
#pragma once

#include "tests/core/history_generator/third_columns.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace kontingent::tests {

struct ThirdKind {
    std::string_view name;
    GeneratedTable (*make)(Hand& hand);
};

std::span<ThirdKind const> third_trackers();     // lists of entries
std::span<ThirdKind const> third_day_sheets();   // begin, end, breaks, targets
std::span<ThirdKind const> third_odd_tables();   // sums, sections, second tables
std::span<ThirdKind const> third_vague_tables(); // that leave something open

// Of all of them.
std::size_t third_tables();
ThirdKind const& third_kind(std::size_t index);
GeneratedTable third_table(std::size_t index, std::uint64_t seed);

} // namespace kontingent::tests
