#include "cli/program.hpp"

#include "cli/command.hpp"
#include "cli/version.hpp"

#include <ostream>

namespace kontingent::cli {
namespace {

constexpr std::string_view summary = "Computes what a support package costs, to the cent.";

constexpr std::string_view details =
    R"('kontingent COMMAND --help' explains a command. A FILE of '-' is standard input.
Exit codes: 0 done; 1 the input is wrong, every error on standard error; 2 wrong usage.)";

} // namespace

ExitCode run(std::span<std::string_view const> words, Streams streams) {
    CommandLine program(summary, details);
    program.version(version_line(), version_details());
    add_check(program);
    add_quote(program);
    add_compare(program);
    add_document(program);
    add_documents(program);
    add_history(program);
    add_pages(program);
    add_serve(program);
    add_requests(program);
    add_notifications(program);
    add_store(program);
    ExitCode const code = program.run(words, streams);
    streams.out.flush();
    if (!streams.out) {
        streams.err << "kontingent: standard output cannot be written\n";
        return ExitCode::wrong_input;
    }
    return code;
}

} // namespace kontingent::cli
