// Tables without headings, with broken cells, or in another encoding.
#pragma once

#include "tests/core/history_generator/columns.hpp"
#include "tests/core/history_generator/tables.hpp"

namespace kontingent::tests {

GeneratedTable no_headings(Draft& draft, TableKind kind);
GeneratedTable broken_cells(Draft& draft, TableKind kind);
GeneratedTable utf16(Draft& draft);

} // namespace kontingent::tests
