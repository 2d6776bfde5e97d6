#include "tests/core/history_generator/third_tables.hpp"

#include <vector>

namespace kontingent::tests {

namespace {

std::vector<ThirdKind> const& all_kinds() {
    static std::vector<ThirdKind> const kinds = [] {
        std::vector<ThirdKind> all;
        for (std::span<ThirdKind const> const part :
             {third_trackers(), third_day_sheets(), third_odd_tables(), third_vague_tables()}) {
            all.insert(all.end(), part.begin(), part.end());
        }
        return all;
    }();
    return kinds;
}

} // namespace

std::size_t third_tables() {
    return all_kinds().size();
}

ThirdKind const& third_kind(std::size_t index) {
    return all_kinds()[index];
}

GeneratedTable third_table(std::size_t index, std::uint64_t seed) {
    Hand hand = random_hand(seed);
    return third_kind(index).make(hand);
}

} // namespace kontingent::tests
