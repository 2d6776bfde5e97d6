// Generated tables of past hours, many more than a test tries: not one may be read wrongly without
// a question, and clear headings may be asked about in at most one of twenty.
//
//   history_tables [COUNT] [SEED]
#include "tests/core/history_generator/trial.hpp"

#include <cstdlib>
#include <iostream>

int main(int argument_count, char** arguments) {
    using namespace kontingent::tests;
    std::int64_t const count = argument_count > 1 ? std::atoll(arguments[1]) : 10'000;
    std::uint64_t const seed =
        argument_count > 2 ? std::strtoull(arguments[2], nullptr, 10) : 20'260'302;
    TableTrial const trial = try_tables(seed, count);
    std::cout << "seed " << seed << ": " << count << " tables, " << trial.right << " right, "
              << trial.asked << " asked, " << trial.rejected << " with rejected rows, "
              << trial.wrong << " wrong; " << trial.clear << " with clear headings, "
              << trial.clear_asked << " of them asked\n";
    if (trial.wrong > 0) {
        std::cout << "first wrong: " << trial.first_wrong << "\n";
    }
    return trial.wrong == 0 && trial.clear_asked * 20 <= trial.clear ? 0 : 1;
}
