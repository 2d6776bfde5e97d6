// Tables with something around them: a header block, a signature, sums by week, a second table.
#pragma once

#include "tests/core/history_generator/columns.hpp"
#include "tests/core/history_generator/tables.hpp"

namespace kontingent::tests {

GeneratedTable header_block(Draft& draft);
GeneratedTable footer(Draft& draft);
GeneratedTable weekly_sums(Draft& draft);
GeneratedTable second_table(Draft& draft);

} // namespace kontingent::tests
