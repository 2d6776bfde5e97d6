#include "tests/core/history_generator/tables.hpp"

#include "tests/core/history_generator/around_tables.hpp"
#include "tests/core/history_generator/beside_tables.hpp"
#include "tests/core/history_generator/columns.hpp"
#include "tests/core/history_generator/duration_tables.hpp"
#include "tests/core/history_generator/raw_tables.hpp"
#include "tests/core/history_generator/span_tables.hpp"
#include "tests/core/history_generator/tracker_tables.hpp"
#include "tests/core/history_generator/workbook_tables.hpp"

#include <array>

namespace kontingent::tests {

namespace {

struct Maker {
    std::string_view name;
    GeneratedTable (*make)(Draft&, TableKind);
};

template <GeneratedTable (*make)(Draft&)>
GeneratedTable any(Draft& draft, TableKind) {
    return make(draft);
}

// In the order of the enumerators.
constexpr std::array<Maker, table_kinds> makers{{
    {"plain", any<plain>},
    {"begin_end", begin_end},
    {"begin_end_dates", begin_end},
    {"begin_end_break", begin_end},
    {"with_duration", with_duration},
    {"net_minutes", with_duration},
    {"target_balance", target_balance},
    {"clock_and_duration", any<clock_and_duration>},
    {"balance_only", target_balance},
    {"running_sums", running_sums},
    {"running_sum_only", running_sums},
    {"numbered_parts", parts},
    {"hours_and_minutes", parts},
    {"repeated_heading", parts},
    {"no_headings", no_headings},
    {"times_without_headings", no_headings},
    {"subtotals", any<subtotals>},
    {"joined_unit", any<joined_unit>},
    {"bare_minutes", bare_numbers},
    {"day_fractions", bare_numbers},
    {"unquoted_comma", broken_cells},
    {"bare_quotes", broken_cells},
    {"utf16", any<utf16>},
    {"two_dates", any<two_dates>},
    {"redundant", any<redundant>},
    {"api_names", any<api_names>},
    {"working_days", any<working_days>},
    {"split_days", any<split_days>},
    {"break_from_to", any<break_from_to>},
    {"moments", any<moments>},
    {"money_beside", any<money_beside>},
    {"numbers_beside", any<numbers_beside>},
    {"rounded_beside", any<rounded_beside>},
    {"header_block", any<header_block>},
    {"footer", any<footer>},
    {"weekly_sums", any<weekly_sums>},
    {"second_table", any<second_table>},
    {"workbook", any<workbook>},
}};

} // namespace

std::string_view name_of(TableKind kind) {
    return makers[static_cast<std::size_t>(kind)].name;
}

GeneratedTable generate_table(TableKind kind, std::uint64_t seed) {
    Draft draft{Random{seed}, {}, {}, {}};
    draft.writing = random_writing(draft.random);
    return makers[static_cast<std::size_t>(kind)].make(draft, kind);
}

} // namespace kontingent::tests
