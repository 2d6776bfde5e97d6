#include "cli/program.hpp"

#include <csignal>
#include <iostream>
#include <vector>

int main(int argument_count, char** arguments) {
    // A file that may not grow is a full disk: what writes it reports the error.
    std::signal(SIGXFSZ, SIG_IGN);
    std::ios::sync_with_stdio(false);
    std::vector<std::string_view> const words(arguments + (argument_count > 0 ? 1 : 0),
                                              arguments + argument_count);
    return static_cast<int>(kontingent::cli::run(words, {std::cin, std::cout, std::cerr}));
}
