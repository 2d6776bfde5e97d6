#include "core/history/sum_rows.hpp"

#include "core/history/headings.hpp"
#include "core/history/text.hpp"

#include <algorithm>

namespace kontingent::history {

namespace {

constexpr std::int64_t second = 1'000'000;

TotalWords total_words_of(Row const& row) {
    TotalWords found = TotalWords::none;
    for (std::size_t index = 0; index < row.size(); ++index) {
        std::string_view const cell = row.cell(index);
        found = std::max(found, total_words_in(cell));
    }
    return found;
}

} // namespace

SumRowFinder::SumRowFinder(Table const& table, std::vector<std::size_t> needed) {
    // As many rows as there are entries may be sums.
    std::vector<std::int64_t> filled(table.columns.size());
    std::int64_t entries = 0;
    for (Row const& row : table.rows) {
        if (total_words_of(row) != TotalWords::none) {
            continue;
        }
        ++entries;
        for (std::size_t index = 0; index < filled.size(); ++index) {
            filled[index] += row.cell(index).empty() ? 0 : 1;
        }
    }
    for (std::size_t index = 0; index < filled.size(); ++index) {
        bool const is_filled = filled[index] > 0 && filled[index] * 10 >= entries * 4;
        if (is_filled && std::ranges::find(needed, index) == needed.end()) {
            usual_.push_back(index);
        }
    }
}

bool SumRowFinder::is_sparse(Row const& row) const {
    return std::ranges::any_of(usual_, [&](std::size_t index) { return row.cell(index).empty(); });
}

// The sum of all, of the group, or of any number of the last rows.
bool SumRowFinder::equals_sum(std::int64_t value) const {
    auto const is_near = [&](std::int64_t sum, std::int64_t rows) {
        // Each row may be rounded to a hundredth of an hour.
        std::int64_t const tolerance = std::min<std::int64_t>(60 + 18 * rows, 1800) * second;
        return std::max(sum, value) - std::min(sum, value) <= tolerance;
    };
    if (all_rows_ > 0 && is_near(all_, all_rows_)) {
        return true;
    }
    std::int64_t sum = 0;
    std::int64_t rows = 0;
    for (auto entry = last_.rbegin(); entry != last_.rend(); ++entry) {
        sum += *entry;
        ++rows;
        if ((rows > 1 || rows == group_rows_) && is_near(sum, rows)) {
            return true;
        }
    }
    return false;
}

SumRowFinder::Kind SumRowFinder::kind_of(Row const& row, bool has_date,
                                         std::optional<std::int64_t> value) {
    if (has_date && !value) {
        return Kind::entry;
    }
    bool const has_gaps = is_sparse(row);
    TotalWords const words = total_words_of(row);
    bool const is_equal =
        value && (words != TotalWords::none || has_gaps || !has_date) && equals_sum(*value);
    if (!has_date) {
        // "Total redesign" beside all that entries have is one whose date is missing.
        bool const is_said = words == TotalWords::alone ||
                             (words == TotalWords::among_others && (has_gaps || is_equal));
        return is_said || (is_equal && has_gaps) ? Kind::sum : Kind::entry;
    }
    if (words != TotalWords::none && is_equal && (has_gaps || words == TotalWords::alone)) {
        return Kind::sum;
    }
    bool const may_be = has_gaps && (is_equal || words == TotalWords::alone);
    sparse_ += has_gaps ? 1 : 0;
    perhaps_ += may_be ? 1 : 0;
    return may_be ? Kind::perhaps_sum : Kind::entry;
}

void SumRowFinder::add_entry(std::int64_t value) {
    constexpr std::size_t entries_kept = 500;
    if (last_.size() == 2 * entries_kept) {
        last_.erase(last_.begin(), last_.begin() + entries_kept);
    }
    last_.push_back(value);
    all_ += value;
    ++group_rows_;
    ++all_rows_;
}

void SumRowFinder::end_group() {
    group_rows_ = 0;
}

} // namespace kontingent::history
