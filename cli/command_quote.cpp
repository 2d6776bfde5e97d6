// `quote` and `compare`: the same input, one answer or all of them.
#include "cli/catalogue_file.hpp"
#include "cli/command.hpp"
#include "cli/files.hpp"
#include "cli/text/comparison_text.hpp"
#include "cli/text/quote_text.hpp"
#include "core/advice/appraisal.hpp"
#include "core/pricing/quote.hpp"
#include "core/pricing/scenario.hpp"

#include <ostream>

namespace kontingent::cli {
namespace {

constexpr CommandHelp quote_help{"quote",
                                 R"(usage: kontingent quote --catalogue FILE --scenario FILE
                        [--format text|json] [--language de|en]

Computes what the scenario's package costs: every month, every line, net, VAT
and gross.

  --catalogue FILE     the catalogue; '-' is standard input
  --scenario FILE      the scenario; '-' is standard input (only one of the two)
  --format text|json   text for people unless given
  --language de|en     language of text and errors, German unless given
)"};

constexpr CommandHelp compare_help{"compare",
                                   R"(usage: kontingent compare --catalogue FILE --scenario FILE
                          [--format text|json] [--language de|en]

Computes every package with every term, each with its best pooling, and on
demand, for the scenario's months and VAT, and ranks them by net total.
Recommends the one that is expected to cost least of those that meet the
scenario's "requirements", says what would change that, what its term binds,
and from which hours on each offer is cheapest. Where the scenario has an
"uncertainty", every offer is computed for 20,000 possible courses, too.

  --catalogue FILE     the catalogue; '-' is standard input
  --scenario FILE      the scenario; '-' is standard input (only one of the two)
  --format text|json   text for people unless given
  --language de|en     language of text and errors, German unless given
)"};

Syntax price_syntax() {
    return {.options = {{.name = "--catalogue", .need = Need::required, .choices = {}},
                        {.name = "--scenario", .need = Need::required, .choices = {}},
                        {.name = "--format", .need = Need::optional, .choices = {"text", "json"}},
                        language_option()},
            .file_count = 0};
}

enum class Format : std::uint8_t { text, json };

// Standard output's text, or the errors of the scenario.
using Answer = std::expected<std::string, Errors>;
using Respond = Answer (*)(Catalogue const&, Scenario const&, Format, Language);

Answer quote_answer(Catalogue const& catalogue, Scenario const& scenario, Format format,
                    Language language) {
    auto const quote = make_quote(catalogue, scenario);
    if (!quote) {
        return std::unexpected(quote.error());
    }
    return format == Format::json ? quote_to_json(*quote)
                                  : quote_text(catalogue, *quote, scenario, language);
}

Answer comparison_answer(Catalogue const& catalogue, Scenario const& scenario, Format format,
                         Language language) {
    auto const appraisal = appraise(catalogue, scenario);
    if (!appraisal) {
        return std::unexpected(appraisal.error());
    }
    return format == Format::json ? appraisal_to_json(catalogue, *appraisal)
                                  : comparison_text(catalogue, *appraisal, scenario, language);
}

// Reads both files even where the first is wrong, so that one run says as much as it can.
std::optional<std::string> answer_for(Arguments const& arguments, Respond respond, std::istream& in,
                                      Report& report) {
    std::string_view const scenario_file = arguments.required("--scenario");
    auto const catalogue_file = read_catalogue(arguments.required("--catalogue"), in, report);
    auto const scenario_text = read_file(scenario_file, catalogue_bytes_max, in);
    if (!scenario_text) {
        report.add_unreadable(scenario_file, scenario_text.error());
    }
    if (!catalogue_file || !scenario_text) {
        return std::nullopt;
    }
    Catalogue const& catalogue = catalogue_file->catalogue;
    auto const scenario = parse_scenario(*scenario_text, catalogue);
    if (!scenario) {
        report.add(scenario_file, scenario.error());
        return std::nullopt;
    }
    Format const format = arguments.option("--format") == "json" ? Format::json : Format::text;
    auto answer = respond(catalogue, *scenario, format, report.language());
    if (!answer) {
        report.add(scenario_file, answer.error());
        return std::nullopt;
    }
    return *std::move(answer);
}

ExitCode run_price(CommandHelp const& help, Respond respond, Words words, Streams streams) {
    auto const parsed = arguments_of(help, price_syntax(), words, streams);
    if (auto const* code = std::get_if<ExitCode>(&parsed)) {
        return *code;
    }
    auto const& arguments = std::get<Arguments>(parsed);
    if (arguments.option("--catalogue") == "-" && arguments.option("--scenario") == "-") {
        streams.err << "kontingent " << help.name
                    << ": standard input can be the catalogue or the scenario, not both\n";
        return ExitCode::wrong_usage;
    }
    Report report(language_of(arguments));
    auto const answer = answer_for(arguments, respond, streams.in, report);
    report.print(streams.err);
    if (!answer) {
        return ExitCode::wrong_input;
    }
    streams.out << *answer;
    return ExitCode::done;
}

} // namespace

ExitCode run_quote(Words words, Streams streams) {
    return run_price(quote_help, quote_answer, words, streams);
}

ExitCode run_compare(Words words, Streams streams) {
    return run_price(compare_help, comparison_answer, words, streams);
}

} // namespace kontingent::cli
