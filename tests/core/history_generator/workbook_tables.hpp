// Excel workbooks with the rows of a generated table.
#pragma once

#include "tests/core/history_generator/columns.hpp"
#include "tests/core/history_generator/tables.hpp"

namespace kontingent::tests {

GeneratedTable workbook(Draft& draft);

} // namespace kontingent::tests
