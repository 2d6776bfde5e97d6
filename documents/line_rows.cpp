#include "documents/line_rows.hpp"

#include <algorithm>
#include <tuple>

namespace kontingent::documents {
namespace {

bool is_same(DocumentLine one, DocumentLine const& other) {
    one.line.month = other.line.month;
    return one == other;
}

// Where a month has a line, amounts aside.
auto place_of(DocumentLine const& line) {
    return std::tuple(line.item.has_value(), line.item.value_or(0), line.line.kind,
                      line.line.work_kind, line.line.extra, line.line.special_discount,
                      line.line.hourly_rate);
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
    std::ranges::stable_sort(rows, [](LineRow const& one, LineRow const& other) {
        return place_of(one.line) < place_of(other.line);
    });
    return rows;
}

} // namespace kontingent::documents
