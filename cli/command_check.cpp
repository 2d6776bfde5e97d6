#include "cli/catalogue_file.hpp"
#include "cli/command.hpp"
#include "cli/environment.hpp"
#include "cli/text/offer_text.hpp"
#include "cli/text/plain.hpp"
#include "cli/text/wording.hpp"

#include <ostream>

namespace kontingent::cli {
namespace {

constexpr CommandHelp help{
    .name = "check",
    .summary = "Find every error in a catalogue",
    .details = R"(Every error is a line on standard error: FILE:LINE:COLUMN: code pointer: sentence.
A valid catalogue is summarised on standard output.)"};

struct Options {
    std::string catalogue;
    Language language = language_of_environment();
};

std::string languages_of(Catalogue const& catalogue) {
    std::string text;
    for (Language const language : catalogue.languages) {
        text += text.empty() ? "" : "/";
        text += tag(language);
    }
    return text;
}

std::string summary(std::string_view file, Catalogue const& catalogue, Language language) {
    Wording const& words = wording(language);
    auto const count = [&](Counted const& noun, std::size_t size) {
        return counted(noun, static_cast<std::int64_t>(size), language);
    };
    std::string text =
        filled(words.catalogue_is_good, {plain(file), plain(catalogue.id),
                                         plain(catalogue.currency), languages_of(catalogue)});
    text += "\n" + count(words.packages, catalogue.package_count());
    text += ", " + count(words.terms, catalogue.terms.size());
    text += ", " + count(words.services, catalogue.services.size());
    text += ", " + count(words.levels, catalogue.levels.size());
    text += ", " + count(words.answers, catalogue.faq.size());
    if (Offer const* on_demand = catalogue.on_demand()) {
        text += "; " + filled(words.on_demand, {text_in(catalogue, on_demand->name, language)});
    }
    text += "\n";
    return catalogue.is_sample ? text + std::string(words.sample_note) + "\n" : text;
}

ExitCode run(Options const& options, Streams streams) {
    Report report(options.language);
    auto const file = read_catalogue(options.catalogue, streams.in, report);
    report.print(streams.err);
    if (!file) {
        return ExitCode::wrong_input;
    }
    streams.out << summary(options.catalogue, file->catalogue, options.language);
    return ExitCode::done;
}

} // namespace

void add_check(CommandLine& program) {
    auto const options = std::make_shared<Options>();
    program.command(help)
        .file({.name = "CATALOGUE", .value = "", .text = "a JSON file; '-' is standard input"},
              options->catalogue)
        .language("language of the sentences, that of the environment unless given",
                  options->language)
        .runs([options](Streams streams) { return run(*options, streams); });
}

} // namespace kontingent::cli
