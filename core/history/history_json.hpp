// A History on its way between two programs, as one line of JSON of lists:
//   numbers    error, rows read, rows rejected, heading line, first and last day, the five counts
//              of OtherRows, rows without a break, then the options
//   months     month, minutes, …
//   headings   texts
//   rejected   line, error, text, …
//   questions  HistoryQuestion, …
//   durations  a list each: columns, -1, begin and end of each span, -1, begin's and end's day, -1,
//              breaks, -1, unit of the breaks
//   sample     a list of texts each row
//   sheets     texts
// Options are nine numbers, in the order of HistoryOptions; one that is not given is -1, a
// delimiter and a mark is its character's number.
#pragma once

#include "core/history/history.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kontingent {

std::string history_to_json(History const& history);

// Lists are known by their order; missing ones are empty, missing numbers 0. Nothing where the text
// is no JSON.
std::optional<History> parse_history(std::string_view json);

using HistoryOptionNumbers = std::array<std::int32_t, 9>;
HistoryOptionNumbers numbers_of(HistoryOptions const& options);
HistoryOptions options_of(HistoryOptionNumbers const& numbers);

} // namespace kontingent
