#include "cli/command.hpp"
#include "endpoint/requests/export.hpp"
#include "endpoint/store/store.hpp"

#include <filesystem>
#include <memory>
#include <ostream>

namespace kontingent::cli {
namespace {

constexpr CommandHelp help{
    .name = "requests",
    .summary = "Read and erase stored requests",
    .details =
        "Reads what 'kontingent serve' stored, also while it runs. Each of these commands needs\n"
        "--store STORE, a SQLite file or postgresql://…"};

struct Options {
    std::string store;
    std::string argument;
    std::string format = "csv";
};

ExitCode fail(Streams streams, endpoint::StoreError const& error) {
    streams.err << "kontingent requests: " << error.sentence << '\n';
    return ExitCode::wrong_input;
}

// Reading makes no file: a mistyped name is an error, not an empty store.
std::optional<endpoint::StoreError> missing_store(std::string const& store) {
    std::error_code error;
    if (endpoint::is_postgresql(store) || std::filesystem::exists(store, error)) {
        return std::nullopt;
    }
    return endpoint::StoreError{"there is no store " + store};
}

ExitCode run_list(endpoint::Store& store, Options const& /*options*/, Streams streams) {
    auto const done = store.for_each("", [&](endpoint::StoredRequest const& stored) {
        streams.out << endpoint::list_line(stored) << '\n';
    });
    return done ? ExitCode::done : fail(streams, done.error());
}

ExitCode run_show(endpoint::Store& store, Options const& options, Streams streams) {
    bool is_found = false;
    auto const done = store.for_each(options.argument, [&](endpoint::StoredRequest const& stored) {
        is_found = true;
        streams.out << endpoint::export_json_for_people(stored);
    });
    if (!done) {
        return fail(streams, done.error());
    }
    return is_found ? ExitCode::done : fail(streams, {"no request has this reference"});
}

ExitCode run_export(endpoint::Store& store, Options const& options, Streams streams) {
    bool const is_json = options.format == "json";
    // Nothing is written of a store that cannot be read.
    if (auto const checked = store.check(); !checked) {
        return fail(streams, checked.error());
    }
    streams.out << (is_json ? "[" : endpoint::csv_header());
    std::string_view separator = "\n";
    auto const done = store.for_each("", [&](endpoint::StoredRequest const& stored) {
        if (is_json) {
            streams.out << separator << endpoint::export_json(stored);
            separator = ",\n";
        } else {
            streams.out << endpoint::csv_line(stored);
        }
    });
    streams.out << (is_json ? "\n]\n" : "");
    return done ? ExitCode::done : fail(streams, done.error());
}

ExitCode run_erase(endpoint::Store& store, Options const& options, Streams streams) {
    auto const erased = store.erase(options.argument);
    if (!erased) {
        return fail(streams, erased.error());
    }
    streams.out << *erased << (*erased == 1 ? " request erased\n" : " requests erased\n");
    return ExitCode::done;
}

using Run = ExitCode (*)(endpoint::Store&, Options const&, Streams);

// A command that opens the store and runs `run`.
Command add(Command const& parent, CommandHelp const& of, std::shared_ptr<Options> const& options,
            Run run) {
    Command const command = parent.subcommand(of);
    command.required(
        {.name = "--store", .value = "STORE", .text = "a SQLite file, or postgresql://…"},
        options->store);
    command.runs([options, run](Streams streams) {
        if (auto const missing = missing_store(options->store)) {
            return fail(streams, *missing);
        }
        endpoint::Store store(options->store, {});
        return run(store, *options, streams);
    });
    return command;
}

} // namespace

void add_requests(CommandLine& program) {
    auto const options = std::make_shared<Options>();
    Command const requests = program.command(help);
    add(requests,
        {.name = "list",
         .summary = "One line a request: reference, time (UTC), kind, price, sender",
         .details = ""},
        options, run_list);
    add(requests,
        {.name = "show",
         .summary = "One request as JSON, with the quote of our own catalogue",
         .details = ""},
        options, run_show)
        .file({.name = "REFERENCE", .value = "", .text = "such as K-7F3QX-2M9PT"},
              options->argument);
    add(requests,
        {.name = "export", .summary = "All requests as CSV or as a JSON list", .details = ""},
        options, run_export)
        .choice({.name = "--format", .value = "", .text = "csv unless given"}, {"csv", "json"},
                options->format);
    add(requests,
        {.name = "erase",
         .summary = "Erase a person's data for good, of one request or of an address",
         .details = "Reference and time of the request are kept."},
        options, run_erase)
        .file({.name = "REFERENCE|EMAIL", .value = "", .text = "whose data is erased"},
              options->argument);
}

} // namespace kontingent::cli
