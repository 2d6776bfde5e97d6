// Tells rows that sum up others from entries: by their words, by missing what entries have, and by
// equalling the sum of the rows above.
#pragma once

#include "core/history/csv.hpp"
#include "core/history/table.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace kontingent::history {

class SumRowFinder {
public:
    enum class Kind : std::uint8_t { entry, sum, perhaps_sum };

    // `needed` are the columns of date and duration.
    SumRowFinder(Table const& table, std::vector<std::size_t> needed);

    // `value`: what the row has as a duration, in microseconds.
    Kind kind_of(Row const& row, bool has_date, std::optional<std::int64_t> value);

    // Of the rows that lack what entries have, many equal a sum.
    bool may_have_sums() const { return perhaps_ > 0 && perhaps_ * 2 >= sparse_; }

    void add_entry(std::int64_t value);
    void end_group();

private:
    bool is_sparse(Row const& row) const; // lacks something that entries have
    bool equals_sum(std::int64_t value) const;

    std::vector<std::size_t> usual_; // columns that entries fill
    std::vector<std::int64_t> last_; // values of the last entries
    std::int64_t all_ = 0;
    std::int64_t group_rows_ = 0, all_rows_ = 0;
    std::int64_t sparse_ = 0, perhaps_ = 0;
};

} // namespace kontingent::history
