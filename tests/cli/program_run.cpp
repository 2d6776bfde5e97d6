#include "tests/cli/program_run.hpp"

#include "cli/program.hpp"

#include <algorithm>
#include <sstream>
#include <vector>

namespace kontingent::tests {

ProgramRun run_program(std::vector<std::string> const& words, std::string const& input) {
    std::vector<std::string_view> const views(words.begin(), words.end());
    std::istringstream in(input);
    std::ostringstream out;
    std::ostringstream err;
    auto const code = cli::run(views, {in, out, err});
    return {static_cast<int>(code), out.str(), err.str()};
}

std::size_t line_count(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count(text, '\n'));
}

} // namespace kontingent::tests
