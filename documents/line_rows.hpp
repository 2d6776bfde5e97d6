// Lines that are equal in several months, as one row: "months 1 to 12, 88.20 each".
#pragma once

#include "core/document/amounts.hpp"
#include "core/pricing/special_discount.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace kontingent::documents {

struct LineRow {
    DocumentLine line;              // of the first month
    std::vector<MonthRange> months; // rising, apart from each other
    std::int64_t count = 0;         // of months

    Money sum() const { return Money{line.line.net.minor * count}; }
};

// In the order in which a month has its lines; rows that differ in amount alone follow each other.
std::vector<LineRow> rows_of(std::span<DocumentLine const> lines, LinePart part);

} // namespace kontingent::documents
