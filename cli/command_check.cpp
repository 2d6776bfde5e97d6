#include "cli/catalogue_file.hpp"
#include "cli/command.hpp"
#include "cli/text/offer_text.hpp"
#include "cli/text/plain.hpp"
#include "cli/text/wording.hpp"

#include <ostream>

namespace kontingent::cli {
namespace {

constexpr CommandHelp help{"check", R"(usage: kontingent check [--language de|en] CATALOGUE

Reads a catalogue and says on standard error everything that is wrong with it,
a line each: FILE:LINE:COLUMN: code pointer: sentence. A good catalogue is
summed up on standard output.

  CATALOGUE          a JSON file; '-' is standard input
  --language de|en   language of the sentences, German unless given
)"};

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
    text += "\n" + count(words.packages, catalogue.packages.size());
    text += ", " + count(words.terms, catalogue.terms.size());
    text += ", " + count(words.services, catalogue.services.size());
    text += ", " + count(words.levels, catalogue.levels.size());
    text += ", " + count(words.answers, catalogue.faq.size());
    text += "; " +
            filled(words.on_demand, {text_in(catalogue, catalogue.on_demand.name, language)}) +
            "\n";
    return catalogue.is_sample ? text + std::string(words.sample_note) + "\n" : text;
}

} // namespace

ExitCode run_check(Words words, Streams streams) {
    auto const parsed =
        arguments_of(help, {.options = {language_option()}, .file_count = 1}, words, streams);
    if (auto const* code = std::get_if<ExitCode>(&parsed)) {
        return *code;
    }
    auto const& arguments = std::get<Arguments>(parsed);
    Report report(language_of(arguments));
    auto const file = read_catalogue(arguments.file(0), streams.in, report);
    report.print(streams.err);
    if (!file) {
        return ExitCode::wrong_input;
    }
    streams.out << summary(arguments.file(0), file->catalogue, report.language());
    return ExitCode::done;
}

} // namespace kontingent::cli
