// Runs a command of the program on a store, as a person would, and keeps what it says.
#pragma once

#include "tests/endpoint/child.hpp"
#include "tests/endpoint/each_store.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace kontingent::endpoint {

struct Run {
    int exit_code = 0;
    std::string text; // of both streams

    bool says(std::string_view part) const { return text.find(part) != std::string::npos; }
};

// Commands about requests speak English unless `words` say otherwise. `before` is a program that
// runs this one, with its options.
inline Run run(std::vector<std::string> words, FreshStore const& fresh,
               std::vector<std::string> const& before = {}) {
    TemporaryFolder const folder;
    bool const speaks = words.front() == "requests" && std::ranges::count(words, "--language") == 0;
    words.insert(words.begin(), KONTINGENT_PROGRAM);
    words.insert(words.begin(), before.begin(), before.end());
    words.insert(words.end(), {"--store", fresh.address()});
    if (speaks) {
        words.insert(words.end(), {"--language", "en"});
    }
    auto const log = folder.path() / "said";
    int const exit_code = run_program(words, log);
    return {exit_code, read_file(log)};
}

} // namespace kontingent::endpoint
