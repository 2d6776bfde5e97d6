// Holds the reader to generated tables.
#pragma once

#include "tests/core/history_generator/tables.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace kontingent::tests {

struct TableTrial {
    std::int64_t right = 0;
    std::int64_t asked = 0;    // a question, and no month
    std::int64_t rejected = 0; // rows were not read, as may be, and that is said
    std::int64_t wrong = 0;    // other months, unasked; or months in spite of a question
    std::int64_t clear = 0, clear_asked = 0;                    // with clear headings
    std::map<std::string, std::int64_t, std::less<>> questions; // of all that were asked, together
    // By kind: the seeds of tables that were read wrongly, and, with the questions, of clear ones
    // that were asked about.
    std::map<std::string, std::vector<std::uint64_t>, std::less<>> wrong_seeds, asked_seeds;
};

// Of all authors.
struct NamedKind {
    std::string name;
    std::function<GeneratedTable(std::uint64_t seed)> make;
};

std::vector<NamedKind> const& all_kinds();

// `count` tables, from this seed on, of all kinds in turn whose names contain `part`.
TableTrial try_tables(std::uint64_t seed, std::int64_t count, std::string_view part = "");

} // namespace kontingent::tests
