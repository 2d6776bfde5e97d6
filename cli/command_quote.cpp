// `quote` and `compare`: the same input, one answer or all of them.
#include "cli/catalogue_file.hpp"
#include "cli/command.hpp"
#include "cli/environment.hpp"
#include "cli/files.hpp"
#include "cli/text/comparison_text.hpp"
#include "cli/text/quote_text.hpp"
#include "core/advice/evaluation.hpp"
#include "core/pricing/quote.hpp"
#include "core/pricing/scenario.hpp"

#include <ostream>

namespace kontingent::cli {
namespace {

constexpr CommandHelp quote_help{
    .name = "quote",
    .summary = "Price one package: months, lines, totals",
    .details = R"(Computes what the scenario's package costs: every month, every line, net, VAT and
gross.)"};

constexpr CommandHelp compare_help{
    .name = "compare",
    .summary = "Rank every package and term, and recommend one",
    .details = R"(Computes every package with every term, each with its best pooling, and on demand,
for the scenario's months and VAT, and ranks them by net total. Recommends the one
with the lowest expected cost among those that meet the scenario's "requirements".
Says what would change the recommendation, what its term commits to, and from which
hours on each offer is cheapest. Where the scenario has an "uncertainty", every offer
is computed for 20,000 simulated forecasts as well. The scenario may name no package.)"};

struct Options {
    std::string catalogue;
    std::string scenario;
    std::string format = "text";
    Language language = language_of_environment();
};

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
    return format == Format::json ? quote_to_json(catalogue, *quote)
                                  : quote_text(catalogue, *quote, scenario, language);
}

Answer comparison_answer(Catalogue const& catalogue, Scenario const& scenario, Format format,
                         Language language) {
    auto const evaluation = evaluate(catalogue, scenario);
    if (!evaluation) {
        return std::unexpected(evaluation.error());
    }
    return format == Format::json ? evaluation_to_json(catalogue, *evaluation)
                                  : comparison_text(catalogue, *evaluation, scenario, language);
}

struct Command {
    CommandHelp help;
    Respond respond;
    ScenarioUse use;
};

// Reads both files even where the first is wrong, so that one run reports as much as it can.
std::optional<std::string> answer_for(Options const& options, Command const& command,
                                      std::istream& in, Report& report) {
    auto const catalogue_file = read_catalogue(options.catalogue, in, report);
    auto const scenario_text = read_file(options.scenario, catalogue_bytes_max, in);
    if (!scenario_text) {
        report.add_unreadable(options.scenario, scenario_text.error());
    }
    if (!catalogue_file || !scenario_text) {
        return std::nullopt;
    }
    Catalogue const& catalogue = catalogue_file->catalogue;
    auto const scenario = parse_scenario(*scenario_text, catalogue, command.use);
    if (!scenario) {
        report.add(options.scenario, scenario.error());
        return std::nullopt;
    }
    Format const format = options.format == "json" ? Format::json : Format::text;
    auto answer = command.respond(catalogue, *scenario, format, report.language());
    if (!answer) {
        report.add(options.scenario, answer.error());
        return std::nullopt;
    }
    return *std::move(answer);
}

ExitCode run(Command const& command, Options const& options, Streams streams) {
    if (options.catalogue == "-" && options.scenario == "-") {
        return wrong_usage("kontingent " + std::string(command.help.name),
                           "standard input can be the catalogue or the scenario, not both",
                           streams);
    }
    Report report(options.language);
    auto const answer = answer_for(options, command, streams.in, report);
    report.print(streams.err);
    if (!answer) {
        return ExitCode::wrong_input;
    }
    streams.out << *answer;
    return ExitCode::done;
}

void add(CommandLine& program, Command const& command) {
    auto const options = std::make_shared<Options>();
    program.command(command.help)
        .required({.name = "--catalogue",
                   .value = "FILE",
                   .text = "the catalogue; '-' is standard input"},
                  options->catalogue)
        .required({.name = "--scenario",
                   .value = "FILE",
                   .text = "the scenario; '-' is standard input (only one of the two)"},
                  options->scenario)
        .choice({.name = "--format", .value = "", .text = "text for people unless given"},
                {"text", "json"}, options->format)
        .language("language of text and errors, that of the environment unless given",
                  options->language)
        .runs([options, command](Streams streams) { return run(command, *options, streams); });
}

} // namespace

void add_quote(CommandLine& program) {
    add(program, {quote_help, quote_answer, ScenarioUse::quote});
}

void add_compare(CommandLine& program) {
    add(program, {compare_help, comparison_answer, ScenarioUse::comparison});
}

} // namespace kontingent::cli
