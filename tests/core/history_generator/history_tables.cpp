// Generated tables of past hours, many more than a test tries: not one may be read wrongly without
// a question, and clear headings may be asked about in at most one of twenty.
//
//   history_tables [COUNT] [SEED] [PART]   of all kinds whose names contain PART
//   history_tables KIND SEED              writes one, and how it is read
#include "tests/core/history_generator/trial.hpp"
#include "tests/core/history_read.hpp"

#include <cstdlib>
#include <iostream>
#include <string_view>

using namespace kontingent;
using namespace kontingent::tests;

namespace {

void print(char const* what, std::vector<PastMonth> const& months) {
    for (PastMonth const& past : months) {
        std::cerr << what << ": " << past.month / 12 << "-" << past.month % 12 + 1 << " "
                  << past.used.count << " minutes\n";
    }
}

int show(std::string_view name, std::uint64_t seed) {
    for (NamedKind const& kind : all_kinds()) {
        if (kind.name != name) {
            continue;
        }
        GeneratedTable const table = kind.make(seed);
        std::cout << table.bytes;
        print("right", table.months.value_or(std::vector<PastMonth>{}));
        History const history = read_history(table.bytes);
        print("read", history.months);
        for (std::size_t index = 0; index < history.durations.size(); ++index) {
            std::cerr << (history.understood.duration == index ? "* " : "  ")
                      << name_of(history.durations[index], history.headings) << "\n";
        }
        for (HistoryQuestion const question : history.questions) {
            std::cerr << "question " << static_cast<int>(question) << "\n";
        }
        for (RejectedRow const& row : history.rejected) {
            std::cerr << "rejected: line " << row.line << " " << row.text << "\n";
        }
        return 0;
    }
    std::cerr << "there is no kind " << name << "\n";
    return 2;
}

void list(char const* what, auto const& seeds_by_kind) {
    for (auto const& [kind, seeds] : seeds_by_kind) {
        std::cout << what << ": " << seeds.size() << " of " << kind << ", the first from seed "
                  << seeds.front() << "\n";
    }
}

} // namespace

int main(int argument_count, char** arguments) {
    std::uint64_t const seed =
        argument_count > 2 ? std::strtoull(arguments[2], nullptr, 10) : 20'260'302;
    std::string_view const first = argument_count > 1 ? arguments[1] : "10000";
    if (first.find_first_not_of("0123456789") != std::string_view::npos) {
        return show(first, seed);
    }
    std::int64_t const count = std::atoll(first.data());
    TableTrial const trial =
        try_tables(seed, count, argument_count > 3 ? arguments[3] : std::string_view{});
    std::cout << "seed " << seed << ": " << count << " tables, " << trial.right << " right, "
              << trial.asked << " asked, " << trial.rejected << " with rejected rows, "
              << trial.wrong << " wrong; " << trial.clear << " with clear headings, "
              << trial.clear_asked << " of them asked\n";
    for (auto const& [questions, count_asked] : trial.questions) {
        std::cout << "asked: " << count_asked << " about " << questions << "\n";
    }
    list("wrong", trial.wrong_seeds);
    list("clear, but asked", trial.asked_seeds);
    return trial.wrong == 0 && trial.clear_asked * 20 <= trial.clear ? 0 : 1;
}
