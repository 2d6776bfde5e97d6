#include "cli/catalogue_file.hpp"
#include "cli/command.hpp"
#include "cli/environment.hpp"
#include "cli/text/check_text.hpp"

#include <ostream>

namespace kontingent::cli {
namespace {

constexpr CommandHelp help{
    .name = "check",
    .summary = "Find every error in a catalogue",
    .details = R"(Every error is a line on standard error: FILE:LINE:COLUMN: code pointer: sentence.
A valid catalogue is summarised on standard output in its own money and hours,
with what is unlikely in it.)"};

struct Options {
    std::string catalogue;
    std::string format = "text";
    Language language = language_of_environment();
};

ExitCode run(Options const& options, Streams streams) {
    Report report(options.language);
    auto const file = read_catalogue(options.catalogue, streams.in, report);
    report.print(streams.err);
    if (!file) {
        return ExitCode::wrong_input;
    }
    streams.out << (options.format == "json"
                        ? check_json(file->catalogue, options.language)
                        : check_text(options.catalogue, file->catalogue, options.language));
    return ExitCode::done;
}

} // namespace

void add_check(CommandLine& program) {
    auto const options = std::make_shared<Options>();
    program.command(help)
        .file({.name = "CATALOGUE", .value = "", .text = "a JSON file; '-' is standard input"},
              options->catalogue)
        .choice({.name = "--format", .value = "", .text = "text for people unless given"},
                {"text", "json"}, options->format)
        .language("language of the sentences, that of the environment unless given",
                  options->language)
        .runs([options](Streams streams) { return run(*options, streams); });
}

} // namespace kontingent::cli
