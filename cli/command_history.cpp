// `history`: past hours from a time tracker's export, as the portal reads them.
#include "cli/catalogue_file.hpp"
#include "cli/command.hpp"
#include "cli/environment.hpp"
#include "cli/files.hpp"
#include "cli/text/history_text.hpp"
#include "core/history/reader.hpp"
#include "core/json/writer.hpp"
#include "core/pricing/scenario.hpp"

#include <algorithm>
#include <array>
#include <ostream>

namespace kontingent::cli {
namespace {

constexpr CommandHelp help{
    .name = "history",
    .summary = "Sum past hours by month from a time tracker's export (CSV, Excel)",
    .details =
        R"(What the file leaves open is a question: there are no months then, the exit code is 1, and
the choices are on standard error. Answer with the option named there and run it again.)"};

struct Options {
    std::string file, format = "text", scenario;
    std::optional<std::string> duration_column, date_column, date_order, unit, decimal_mark,
        sum_rows, sheet, month_from, month_to, package, catalogue;
    unsigned minutes_a_day = 0;
    Language language = language_of_environment();
};

History read(std::string const& bytes, HistoryOptions const& options) {
    history::HistoryReader reader(bytes, options);
    while (!reader.is_done()) {
        reader.read(std::size_t{1} << 20U);
    }
    return reader.history();
}

template <std::size_t count>
std::size_t index_in(std::array<std::string_view, count> const& words, std::string_view word) {
    return static_cast<std::size_t>(std::ranges::find(words, word) - words.begin());
}

// A name among these, or a number from 1.
std::optional<std::size_t> place_of(std::string const& word,
                                    std::vector<std::string> const& names) {
    auto const found = std::ranges::find(names, word);
    if (found != names.end()) {
        return static_cast<std::size_t>(found - names.begin());
    }
    for (std::size_t index = 0; index < names.size(); ++index) {
        if (word == std::to_string(index + 1)) {
            return index;
        }
    }
    return std::nullopt;
}

// Options that need no look at the file.
HistoryOptions plain_options(Options const& options) {
    HistoryOptions answers;
    if (options.date_order) {
        answers.date_order =
            static_cast<DateOrder>(index_in(date_order_words, *options.date_order));
    }
    if (options.unit) {
        answers.duration_unit = static_cast<DurationUnit>(index_in(unit_words, *options.unit));
    }
    if (options.decimal_mark) {
        answers.decimal_mark = *options.decimal_mark == "comma" ? ',' : '.';
    }
    if (options.sum_rows) {
        answers.sum_rows = static_cast<SumRows>(index_in(sum_rows_words, *options.sum_rows));
    }
    if (options.minutes_a_day > 0) {
        answers.minutes_a_day = static_cast<std::int32_t>(options.minutes_a_day);
    }
    return answers;
}

struct Reading {
    History history;
    std::string unknown; // what an option names and the file does not have
};

// Names are looked up in what the file has, the sheet first, as the others depend on it.
Reading read_as_asked(std::string const& bytes, Options const& options) {
    HistoryOptions answers = plain_options(options);
    History history = read(bytes, answers);

    struct Named {
        std::optional<std::string> const& word;
        std::optional<std::size_t> HistoryOptions::* answer;
        std::vector<std::string> (*names)(History const&);
    };

    for (Named const& named :
         {Named{options.sheet, &HistoryOptions::sheet,
                [](History const& read) { return read.sheets; }},
          Named{options.date_column, &HistoryOptions::date_column,
                [](History const& read) { return read.headings; }},
          Named{options.duration_column, &HistoryOptions::duration, duration_names}}) {
        if (!named.word) {
            continue;
        }
        answers.*named.answer = place_of(*named.word, named.names(history));
        if (!(answers.*named.answer)) {
            return {history, *named.word};
        }
        history = read(bytes, answers);
    }
    return {history, {}};
}

std::optional<std::int32_t> month_in(std::string_view text) {
    bool const is_shaped =
        text.size() == 7 && text[4] == '-' &&
        std::ranges::all_of(text, [](char c) { return c == '-' || (c >= '0' && c <= '9'); });
    if (!is_shaped) {
        return std::nullopt;
    }
    std::int32_t const month = (text[5] - '0') * 10 + (text[6] - '0');
    std::int32_t year = 0;
    for (char const c : text.substr(0, 4)) {
        year = year * 10 + (c - '0');
    }
    return month >= 1 && month <= 12 ? std::optional{year * 12 + month - 1} : std::nullopt;
}

// Months from first to last, those without an entry with nothing; at most what a scenario can have.
std::optional<std::string> scenario_of(std::vector<PastMonth> const& months,
                                       std::string const& package) {
    std::vector<JsonText> usage;
    std::size_t next = 0;
    for (std::int32_t month = months.front().month; month <= months.back().month; ++month) {
        bool const is_there = months[next].month == month;
        usage.push_back(json_number(is_there ? months[next].used.count : 0));
        next += is_there ? 1U : 0U;
    }
    if (usage.size() > past_months_max) {
        return std::nullopt;
    }
    std::vector<JsonMember> members{{"format", json_number(1)},
                                    {"usage_minutes", json_array(usage)}};
    if (!package.empty()) {
        members.push_back({"package", json_string(package)});
    }
    return json_object(members).text + "\n";
}

ExitCode refuse(Options const& options, Streams streams, std::string_view reason) {
    streams.err << options.file << ": " << reason << "\n";
    return ExitCode::wrong_input;
}

// The one that is named, checked where there is a catalogue; else the catalogue's first; "" where
// there is neither: `compare` needs none. Nothing: the errors are on standard error.
std::optional<std::string> package_of(Options const& options, Streams streams) {
    if (!options.catalogue) {
        return options.package.value_or("");
    }
    Report report(options.language);
    auto const file = read_catalogue(*options.catalogue, streams.in, report);
    if (!file) {
        report.print(streams.err);
        return std::nullopt;
    }
    if (options.package) {
        if (file->catalogue.find_offer(*options.package) == nullptr) {
            refuse(options, streams, "the catalogue has no package '" + *options.package + "'");
            return std::nullopt;
        }
        return options.package;
    }
    return file->catalogue.offers.front().id;
}

ExitCode write_scenario(Options const& options, History const& history, Streams streams) {
    auto const package = package_of(options, streams);
    if (!package) {
        return ExitCode::wrong_input;
    }
    auto const scenario = scenario_of(history.months, *package);
    if (!scenario) {
        return refuse(options, streams,
                      "more than 120 months: choose them with --month-from and --month-to");
    }
    if (auto const error = write_files({{options.scenario, *scenario}})) {
        streams.err << error->path.string() << ": " << error->reason << "\n";
        return ExitCode::wrong_input;
    }
    return ExitCode::done;
}

ExitCode run(Options const& options, Streams streams) {
    auto const from = options.month_from ? month_in(*options.month_from) : std::nullopt;
    auto const to = options.month_to ? month_in(*options.month_to) : std::nullopt;
    if ((options.month_from && !from) || (options.month_to && !to)) {
        return wrong_usage("kontingent history", "a month is written YYYY-MM, such as 2026-03",
                           streams);
    }
    if (options.file == "-" && options.catalogue == "-") {
        return wrong_usage("kontingent history",
                           "only one of EXPORT and --catalogue can be standard input", streams);
    }
    auto const bytes = read_file(options.file, history_bytes_max, streams.in);
    if (!bytes) {
        return refuse(options, streams, bytes.error());
    }
    auto [history, unknown] = read_as_asked(*bytes, options);
    if (!unknown.empty()) {
        return refuse(options, streams, "there is no '" + unknown + "' in this file");
    }
    std::erase_if(history.months, [&](PastMonth const& past) {
        return (from && past.month < *from) || (to && past.month > *to);
    });
    streams.out << (options.format == "json" ? history_json_text(history)
                                             : history_text(history, options.language));
    if (history.error != HistoryError::none) {
        refuse(options, streams, sentence(history.error, options.language));
    }
    if (!history.questions.empty()) {
        streams.err << questions_text(history, options.language);
    }
    if (history.error != HistoryError::none || history.months.empty()) {
        return ExitCode::wrong_input;
    }
    return options.scenario.empty() ? ExitCode::done : write_scenario(options, history, streams);
}

template <std::size_t count>
std::vector<std::string> list_of(std::array<std::string_view, count> const& words) {
    return {words.begin(), words.end()};
}

} // namespace

void add_history(CommandLine& program) {
    auto const options = std::make_shared<Options>();
    program.command(help)
        .file({.name = "EXPORT", .value = "", .text = "CSV, text or .xlsx; '-' is standard input"},
              options->file)
        .choice({.name = "--format", .value = "", .text = "of the answer, text unless given"},
                {"text", "json"}, options->format)
        .optional(
            {.name = "--duration-column",
             .value = "NAME",
             .text = "where the duration comes from: a choice of its question, or its number"},
            options->duration_column)
        .optional({.name = "--date-column", .value = "NAME", .text = "a heading, or its number"},
                  options->date_column)
        .choice({.name = "--date-order", .value = "", .text = "of day, month and year"},
                list_of(date_order_words), options->date_order)
        .choice({.name = "--unit", .value = "", .text = "what numbers alone count"},
                list_of(unit_words), options->unit)
        .choice({.name = "--decimal-mark", .value = "", .text = "of numbers"}, {"comma", "point"},
                options->decimal_mark)
        .number({.name = "--minutes-a-day", .value = "N", .text = "how long a working day is"},
                1440, options->minutes_a_day)
        .choice({.name = "--sum-rows", .value = "", .text = "rows that look like sums"},
                list_of(sum_rows_words), options->sum_rows)
        .optional({.name = "--sheet", .value = "NAME", .text = "of a workbook, or its number"},
                  options->sheet)
        .optional({.name = "--month-from", .value = "YYYY-MM", .text = "the first month"},
                  options->month_from)
        .optional({.name = "--month-to", .value = "YYYY-MM", .text = "the last month"},
                  options->month_to)
        .optional({.name = "--package",
                   .value = "ID",
                   .text = "the package that the scenario asks about: quote needs one,\n"
                           "compare does not"},
                  options->package)
        .optional({.name = "--catalogue",
                   .value = "FILE",
                   .text = "the catalogue of the scenario: its first package unless --package\n"
                           "names another"},
                  options->catalogue)
        .optional({.name = "--scenario",
                   .value = "FILE",
                   .text = "write the months as a scenario for quote and compare;\n"
                           "months in between without an entry have no minutes"},
                  options->scenario)
        .language("language of the sentences, that of the environment unless given",
                  options->language)
        .runs([options](Streams streams) { return run(*options, streams); });
}

} // namespace kontingent::cli
