// An Excel workbook (.xlsx) as the text of a table: tabs between cells, a line a row, so that line
// numbers are the sheet's. Numbers formatted as dates and times are written as such; any other
// number with a point.
#pragma once

#include "core/history/history.hpp"

#include <cstddef>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kontingent::history {

// A zip archive or an older workbook: no text.
bool is_workbook(std::string_view bytes);

struct Workbook {
    std::vector<std::string> sheets; // their names
    std::size_t sheet = 0;           // the one that was read
    std::string text;
};

// `sheet` is the first one with a table unless it is given. Errors: other_workbook, bad_workbook.
std::expected<Workbook, HistoryError> read_workbook(std::string_view bytes,
                                                    std::optional<std::size_t> sheet);

} // namespace kontingent::history
