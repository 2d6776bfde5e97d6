// The program `kontingent`, without the process around it: arguments and streams in, an exit code
// out.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <span>
#include <string_view>

namespace kontingent::cli {

enum class ExitCode : std::uint8_t {
    done = 0,
    wrong_input = 1, // or a file that cannot be read or written
    wrong_usage = 2,
};

struct Streams {
    std::istream& in;
    std::ostream& out;
    std::ostream& err;
};

// `words`: what follows the program's name.
ExitCode run(std::span<std::string_view const> words, Streams streams);

} // namespace kontingent::cli
