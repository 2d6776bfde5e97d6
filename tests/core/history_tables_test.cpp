// A fixed sample of generated tables: the reader is right, or it asks, and where headings are clear
// it asks hardly ever. script/fuzz history-tables tries many more.
#include "tests/core/history_generator/trial.hpp"

#include <doctest/doctest.h>

using namespace kontingent::tests;

TEST_CASE("no generated table is read wrongly without a question") {
    constexpr std::uint64_t seed = 20'260'302;
    constexpr std::int64_t tables = 500;
    TableTrial const trial = try_tables(seed, tables);
    for (auto const& [kind, seeds] : trial.wrong_seeds) {
        FAIL_CHECK("wrong: ", kind, " from seed ", seeds.front());
    }
    CHECK(trial.wrong == 0);
    CHECK(trial.clear > tables / 4);
    CHECK(trial.clear_asked * 20 <= trial.clear);
    CHECK(trial.right > tables / 2);
}
