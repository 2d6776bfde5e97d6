#include "documents/line_rows.hpp"

#include <algorithm>
#include <tuple>

namespace kontingent::documents {
namespace {

bool is_same(DocumentLine one, DocumentLine const& other) {
    one.line.month = other.line.month;
    return one == other;
}

// Where a month has a line, amounts aside; among equals the first month's.
auto place_of(LineRow const& row) {
    Line const& line = row.line.line;
    return std::tuple(row.line.item.has_value(), row.line.item.value_or(0), line.kind,
                      line.work_kind, line.extra, line.special_discount, line.hourly_rate,
                      row.months.front().first);
}

void add_month(LineRow& row, std::int32_t month) {
    if (!row.months.empty() && row.months.back().last + 1 == month) {
        row.months.back().last = month;
    } else {
        row.months.push_back({month, month});
    }
    ++row.count;
}

} // namespace

std::vector<LineRow> rows_of(std::span<DocumentLine const> lines, LinePart part) {
    std::vector<LineRow> rows;
    for (DocumentLine const& line : lines) {
        if (line.part != part) {
            continue;
        }
        auto const found = std::ranges::find_if(
            rows, [&line](LineRow const& row) { return is_same(row.line, line); });
        if (found != rows.end()) {
            add_month(*found, line.line.month);
            continue;
        }
        rows.push_back({.line = line, .months = {}, .count = 0});
        add_month(rows.back(), line.line.month);
    }
    std::ranges::sort(rows, [](LineRow const& one, LineRow const& other) {
        return place_of(one) < place_of(other);
    });
    return rows;
}

} // namespace kontingent::documents
