// Tables with a column of durations.
#pragma once

#include "tests/core/history_generator/columns.hpp"
#include "tests/core/history_generator/tables.hpp"

namespace kontingent::tests {

GeneratedTable plain(Draft& draft);
GeneratedTable two_dates(Draft& draft);
GeneratedTable redundant(Draft& draft);
GeneratedTable clock_and_duration(Draft& draft);
GeneratedTable joined_unit(Draft& draft);
GeneratedTable bare_numbers(Draft& draft, TableKind kind);
GeneratedTable parts(Draft& draft, TableKind kind);
GeneratedTable subtotals(Draft& draft);

} // namespace kontingent::tests
