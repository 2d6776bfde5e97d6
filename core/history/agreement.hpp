// Whether two ways to compute a row's duration agree, row by row.
#pragma once

#include "core/history/measure.hpp"
#include "core/history/table.hpp"

#include <cstdint>
#include <optional>

namespace kontingent::history {

enum class Agreement : std::uint8_t {
    none,           // no row to compare, or many differ; a row that only one can read differs, too
    equal,          // but for rounding, in nearly all rows, and not 0 in all
    less_somewhere, // the first is below the second in some row
};

Agreement agree(Table const& table, Measure const& first, Measure const& second);

// "Stunden" and "Minuten", whole numbers with less than 60 minutes: parts of one duration.
std::optional<DurationSource> parts_of_an_hour(Table const& table, std::size_t column);

} // namespace kontingent::history
