#include "cli/program.hpp"

#include "cli/command.hpp"

#include <algorithm>
#include <array>
#include <ostream>

namespace kontingent::cli {
namespace {

struct Command {
    std::string_view name;
    ExitCode (*run)(Words, Streams);
};

constexpr std::array commands{Command{"check", run_check},     Command{"quote", run_quote},
                              Command{"compare", run_compare}, Command{"pages", run_pages},
                              Command{"serve", run_serve},     Command{"requests", run_requests}};

constexpr std::string_view usage =
    R"(kontingent computes what a support package costs, to the cent.

usage: kontingent COMMAND …

  check CATALOGUE                             find every error of a catalogue
  quote --catalogue FILE --scenario FILE      one package: months, lines, total
  compare --catalogue FILE --scenario FILE    every package and term, ranked
  pages --site DIR [--catalogue FILE]         write the site's pages from a catalogue
  serve --site DIR [--listen HOST:PORT]       serve the site, take requests
  requests list|show|export|erase --store S   read and erase what was sent

'kontingent COMMAND --help' says more. A FILE of '-' is standard input.
Exit codes: 0 done; 1 the input is wrong, every error on standard error; 2 wrong usage.
)";

ExitCode run_command(Words words, Streams streams) {
    if (words.empty()) {
        streams.err << usage;
        return ExitCode::wrong_usage;
    }
    if (words.front() == "--help") {
        streams.out << usage;
        return ExitCode::done;
    }
    auto const command = std::ranges::find(commands, words.front(), &Command::name);
    if (command == commands.end()) {
        streams.err << "kontingent: unknown command '" << words.front()
                    << "'\nTry 'kontingent --help'.\n";
        return ExitCode::wrong_usage;
    }
    return command->run(words.subspan(1), streams);
}

} // namespace

ExitCode run(std::span<std::string_view const> words, Streams streams) {
    ExitCode const code = run_command(words, streams);
    streams.out.flush();
    if (!streams.out) {
        streams.err << "kontingent: standard output cannot be written\n";
        return ExitCode::wrong_input;
    }
    return code;
}

} // namespace kontingent::cli
