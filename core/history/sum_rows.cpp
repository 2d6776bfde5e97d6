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
        if (!is_filled || std::ranges::find(needed, index) != needed.end()) {
            continue;
        }
        usual_.push_back(index);
        if (filled[index] * 20 >= entries * 19) {
            always_.push_back(index);
        }
    }
}

bool SumRowFinder::lacks_any(Row const& row, std::vector<std::size_t> const& columns) const {
    return std::ranges::any_of(columns, [&](std::size_t index) { return row.cell(index).empty(); });
}

bool SumRowFinder::equals_sum(std::int64_t value) const {
    return equals_sum(value, counted_, true) || equals_sum(value, certain_, false);
}

// The sum of all, of the group, or of any number of the last rows.
bool SumRowFinder::equals_sum(std::int64_t value, Sums const& sums, bool with_perhaps) const {
    auto const is_near = [&](std::int64_t sum, std::int64_t rows) {
        // Each row may be rounded to a hundredth of an hour.
        std::int64_t const tolerance = std::min<std::int64_t>(60 + 18 * rows, 1800) * second;
        return std::max(sum, value) - std::min(sum, value) <= tolerance;
    };
    if (sums.all_rows > 0 && is_near(sums.all, sums.all_rows)) {
        return true;
    }
    std::int64_t sum = 0;
    std::int64_t rows = 0;
    for (auto entry = last_.rbegin(); entry != last_.rend(); ++entry) {
        if (entry->is_perhaps_sum && !with_perhaps) {
            continue;
        }
        sum += entry->value;
        ++rows;
        if ((rows > 1 || rows == sums.group_rows) && is_near(sum, rows)) {
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
    bool const has_gaps = lacks_any(row, usual_);
    TotalWords const words = total_words_of(row);
    bool const has_words = words != TotalWords::none;
    bool const is_equal = value && (has_words || has_gaps || !has_date) && equals_sum(*value);
    if (!has_date) {
        // "Total redesign" beside all that entries have is one whose date is missing.
        bool const is_said = words == TotalWords::alone ||
                             (words == TotalWords::among_others && (has_gaps || is_equal));
        return is_said || (is_equal && has_gaps) ? Kind::sum : Kind::entry;
    }
    if (is_equal && has_words && (has_gaps || words == TotalWords::alone)) {
        return Kind::sum;
    }
    bool const is_said = has_words && lacks_any(row, always_);
    bool const may_be = has_gaps && (is_equal || words == TotalWords::alone);
    sparse_ += has_gaps ? 1 : 0;
    perhaps_ += may_be ? 1 : 0;
    worded_ += has_words ? 1 : 0;
    worded_equal_ += has_words && is_equal ? 1 : 0;
    said_ += is_said ? 1 : 0;
    return may_be || is_said || (has_words && is_equal) ? Kind::perhaps_sum : Kind::entry;
}

void SumRowFinder::Sums::add(std::int64_t value) {
    all += value;
    ++all_rows;
    ++group_rows;
}

void SumRowFinder::add_entry(std::int64_t value, Kind kind) {
    constexpr std::size_t entries_kept = 500;
    if (last_.size() == 2 * entries_kept) {
        last_.erase(last_.begin(), last_.begin() + entries_kept);
    }
    bool const is_perhaps = kind == Kind::perhaps_sum;
    last_.push_back({value, is_perhaps});
    counted_.add(value);
    if (is_perhaps) {
        certain_.group_rows = 0; // were it a sum, it would end a group
    } else {
        certain_.add(value);
    }
}

void SumRowFinder::end_group() {
    counted_.group_rows = 0;
    certain_.group_rows = 0;
}

} // namespace kontingent::history
