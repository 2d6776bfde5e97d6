// Runs the program inside the test, with streams of its own.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kontingent::tests {

struct ProgramRun {
    int exit_code = -1;
    std::string out;
    std::string err;
};

ProgramRun run_program(std::vector<std::string> const& words, std::string const& input = {});

std::size_t line_count(std::string_view text);

} // namespace kontingent::tests
