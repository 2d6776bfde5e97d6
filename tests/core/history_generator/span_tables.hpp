// Tables with begin and end, and columns that are never a duration.
#pragma once

#include "tests/core/history_generator/columns.hpp"
#include "tests/core/history_generator/tables.hpp"

namespace kontingent::tests {

GeneratedTable begin_end(Draft& draft, TableKind kind);
GeneratedTable with_duration(Draft& draft, TableKind kind);
GeneratedTable target_balance(Draft& draft, TableKind kind);
GeneratedTable running_sums(Draft& draft, TableKind kind);

} // namespace kontingent::tests
