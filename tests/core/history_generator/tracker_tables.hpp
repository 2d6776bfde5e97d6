// Tables as trackers and time clocks export them: names of an API, days of work, two spans a day,
// breaks from and to, moments with a date.
#pragma once

#include "tests/core/history_generator/columns.hpp"
#include "tests/core/history_generator/tables.hpp"

namespace kontingent::tests {

GeneratedTable api_names(Draft& draft);
GeneratedTable working_days(Draft& draft);
GeneratedTable split_days(Draft& draft);
GeneratedTable break_from_to(Draft& draft);
GeneratedTable moments(Draft& draft);

} // namespace kontingent::tests
