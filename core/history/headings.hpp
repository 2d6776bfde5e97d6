// Which columns of a table hold date and duration, by the headings trackers give them.
#pragma once

#include "core/history.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kontingent::history {

// The best of the headings known for it; none where none is known. Case does not matter.
std::optional<std::size_t> date_column_of(std::vector<std::string> const& headings);
std::optional<std::size_t> duration_column_of(std::vector<std::string> const& headings);
// What the heading says of a number alone in its column.
std::optional<DurationUnit> unit_of_heading(std::string_view heading);

} // namespace kontingent::history
