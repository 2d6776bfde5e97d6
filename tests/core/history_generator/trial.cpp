#include "tests/core/history_generator/trial.hpp"

#include "core/history/reader.hpp"
#include "tests/core/history_generator/tables.hpp"

namespace kontingent::tests {

namespace {

History read(std::string bytes) {
    history::HistoryReader reader(std::move(bytes), {});
    while (!reader.is_done()) {
        reader.read(std::size_t{1} << 20U);
    }
    return reader.history();
}

void judge(TableTrial& trial, GeneratedTable const& table, std::string const& kind,
           std::uint64_t seed) {
    History const history = read(table.bytes);
    bool const is_asked = !history.questions.empty();
    trial.clear += table.has_clear_headings ? 1 : 0;
    if (table.has_clear_headings && is_asked) {
        ++trial.clear_asked;
        trial.asked_seeds[kind].push_back(seed);
    }
    if (is_asked && history.months.empty()) {
        ++trial.asked;
    } else if (!is_asked && table.months && history.months == *table.months) {
        ++trial.right;
    } else if (!is_asked && table.may_reject_rows && history.rows_rejected > 0) {
        ++trial.rejected;
    } else {
        ++trial.wrong;
        trial.wrong_seeds[kind].push_back(seed);
    }
}

} // namespace

TableTrial try_tables(std::uint64_t seed, std::int64_t count) {
    TableTrial trial;
    for (std::int64_t index = 0; index < count; ++index) {
        auto const kind = static_cast<TableKind>(index % std::int64_t{table_kinds});
        std::uint64_t const table_seed = seed + static_cast<std::uint64_t>(index);
        judge(trial, generate_table(kind, table_seed), std::string{name_of(kind)}, table_seed);
    }
    return trial;
}

} // namespace kontingent::tests
