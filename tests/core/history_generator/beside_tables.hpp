// Tables whose duration has columns beside it that could be taken for it: amounts, counts, hours as
// they are charged.
#pragma once

#include "tests/core/history_generator/columns.hpp"
#include "tests/core/history_generator/tables.hpp"

namespace kontingent::tests {

GeneratedTable money_beside(Draft& draft);
GeneratedTable numbers_beside(Draft& draft);
GeneratedTable rounded_beside(Draft& draft);

} // namespace kontingent::tests
