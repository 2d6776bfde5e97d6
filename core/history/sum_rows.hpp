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

    // Of the rows that lack what entries have, or of those with words for a sum, many equal one; or
    // words say so, and the row lacks what every entry has.
    bool may_have_sums() const {
        return said_ > 0 || (perhaps_ > 0 && perhaps_ * 2 >= sparse_) ||
               (worded_equal_ > 0 && worded_equal_ * 2 >= worded_);
    }

    // What was counted, and whether as perhaps_sum: later sums may have it or not.
    void add_entry(std::int64_t value, Kind kind);
    void end_group();

private:
    struct Entry {
        std::int64_t value = 0;
        bool is_perhaps_sum = false;
    };

    // Sums that rows are held against: of all entries, or of those that are certainly none.
    struct Sums {
        std::int64_t all = 0;
        std::int64_t all_rows = 0, group_rows = 0;

        void add(std::int64_t value);
    };

    bool lacks_any(Row const& row, std::vector<std::size_t> const& columns) const;
    bool equals_sum(std::int64_t value) const;
    bool equals_sum(std::int64_t value, Sums const& sums, bool with_perhaps) const;

    std::vector<std::size_t> usual_;  // columns that many entries fill
    std::vector<std::size_t> always_; // … and those that nearly all fill
    std::vector<Entry> last_;
    Sums counted_, certain_;
    std::int64_t sparse_ = 0, perhaps_ = 0;
    std::int64_t worded_ = 0, worded_equal_ = 0, said_ = 0;
};

} // namespace kontingent::history
