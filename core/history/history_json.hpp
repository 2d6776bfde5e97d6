// A History on its way between two programs, as one line of JSON:
//   {"numbers":[error, rows read, rows rejected, heading line, delimiter, date order, decimal mark,
//   duration unit, date column, duration column, 1 where the date order, the decimal mark, the unit
//   is ambiguous],"months":[month, minutes, …],"headings":["…"],"rejected":[line, error, "…", …]}
// An option that is not given is -1, a delimiter and a mark is its character's number.
#pragma once

#include "core/history/history.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kontingent {

std::string history_to_json(History const& history);

// The members are told apart by their order; missing ones are empty, missing numbers 0. Nothing
// where the text is no JSON.
std::optional<History> parse_history(std::string_view json);

// Options as the six numbers above.
using HistoryOptionNumbers = std::array<std::int32_t, 6>;
HistoryOptionNumbers numbers_of(HistoryOptions const& options);
HistoryOptions options_of(HistoryOptionNumbers const& numbers);

} // namespace kontingent
