#include "tests/core/history_generator/trial.hpp"

#include "tests/core/history_generator/third_tables.hpp"
#include "tests/core/history_read.hpp"

#include <array>

namespace kontingent::tests {

namespace {

std::string names_of(std::vector<HistoryQuestion> const& questions) {
    constexpr std::array<std::string_view, history_question_count> names{
        "the sheet",        "the date's column", "the duration",   "the order of dates",
        "the decimal mark", "the unit",          "a day's length", "rows that may be sums"};
    std::string text;
    for (HistoryQuestion const question : questions) {
        text += (text.empty() ? "" : ", ") + std::string{names[static_cast<std::size_t>(question)]};
    }
    return text;
}

void judge(TableTrial& trial, GeneratedTable const& table, std::string const& kind,
           std::uint64_t seed) {
    History const history = read_history(table.bytes);
    bool const is_asked = !history.questions.empty();
    trial.clear += table.has_clear_headings ? 1 : 0;
    if (table.has_clear_headings && is_asked) {
        ++trial.clear_asked;
        trial.asked_seeds[kind + " about " + names_of(history.questions)].push_back(seed);
    }
    if (is_asked && history.months.empty()) {
        ++trial.asked;
        ++trial.questions[names_of(history.questions)];
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

std::vector<NamedKind> const& all_kinds() {
    static std::vector<NamedKind> const kinds = [] {
        std::vector<NamedKind> all;
        for (std::size_t index = 0; index < table_kinds; ++index) {
            auto const kind = static_cast<TableKind>(index);
            all.push_back({std::string{name_of(kind)},
                           [kind](std::uint64_t seed) { return generate_table(kind, seed); }});
        }
        for (std::size_t index = 0; index < third_tables(); ++index) {
            all.push_back({"third author's " + std::string{third_kind(index).name},
                           [index](std::uint64_t seed) { return third_table(index, seed); }});
        }
        return all;
    }();
    return kinds;
}

TableTrial try_tables(std::uint64_t seed, std::int64_t count, std::string_view part) {
    std::vector<NamedKind> kinds = all_kinds();
    std::erase_if(kinds, [part](NamedKind const& kind) { return !kind.name.contains(part); });
    TableTrial trial;
    for (std::int64_t index = 0; index < count && !kinds.empty(); ++index) {
        NamedKind const& kind = kinds[static_cast<std::size_t>(index) % kinds.size()];
        std::uint64_t const table_seed = seed + static_cast<std::uint64_t>(index);
        judge(trial, kind.make(table_seed), kind.name, table_seed);
    }
    return trial;
}

} // namespace kontingent::tests
