#include "cli/command.hpp"
#include "endpoint/requests/export.hpp"
#include "endpoint/store/store.hpp"

#include <filesystem>
#include <ostream>

namespace kontingent::cli {
namespace {

constexpr std::string_view requests_usage =
    R"(usage: kontingent requests list --store STORE
       kontingent requests show --store STORE REFERENCE
       kontingent requests export --store STORE [--format csv|json]
       kontingent requests erase --store STORE REFERENCE|EMAIL

Reads what 'kontingent serve' stored, also while it runs.

  list      a line a request: reference, time (UTC), kind, price, sender
  show      one request as JSON, with the quote of our own catalogue
  export    all of them, as CSV (the default) or as a JSON list
  erase     a person's data for good, of one request or of an e-mail address;
            reference and time stay

  --store STORE   a SQLite file, or postgresql://…
)";

constexpr CommandHelp help_of(std::string_view name) {
    return {name, requests_usage};
}

ExitCode fail(Streams streams, endpoint::StoreError const& error) {
    streams.err << "kontingent requests: " << error.sentence << '\n';
    return ExitCode::wrong_input;
}

std::string store_of(Arguments const& arguments) {
    return std::string(arguments.required("--store"));
}

// Reading makes no file: a mistyped name is a mistake, not an empty store.
std::optional<endpoint::StoreError> missing_store(Arguments const& arguments) {
    std::string const store = store_of(arguments);
    std::error_code error;
    if (endpoint::is_postgresql(store) || std::filesystem::exists(store, error)) {
        return std::nullopt;
    }
    return endpoint::StoreError{"there is no store " + store};
}

Option store_option() {
    return {.name = "--store", .need = Need::required, .choices = {}};
}

ExitCode run_list(Words words, Streams streams) {
    Syntax const syntax{.options = {store_option()}, .file_count = 0};
    auto const parsed = arguments_of(help_of("requests list"), syntax, words, streams);
    if (auto const* code = std::get_if<ExitCode>(&parsed)) {
        return *code;
    }
    auto const& arguments = std::get<Arguments>(parsed);
    if (auto const missing = missing_store(arguments)) {
        return fail(streams, *missing);
    }
    endpoint::Store store(store_of(arguments), {});
    auto const done = store.for_each("", [&](endpoint::StoredRequest const& stored) {
        streams.out << endpoint::list_line(stored) << '\n';
    });
    return done ? ExitCode::done : fail(streams, done.error());
}

ExitCode run_show(Words words, Streams streams) {
    Syntax const syntax{.options = {store_option()}, .file_count = 1};
    auto const parsed = arguments_of(help_of("requests show"), syntax, words, streams);
    if (auto const* code = std::get_if<ExitCode>(&parsed)) {
        return *code;
    }
    auto const& arguments = std::get<Arguments>(parsed);
    if (auto const missing = missing_store(arguments)) {
        return fail(streams, *missing);
    }
    endpoint::Store store(store_of(arguments), {});
    bool is_found = false;
    auto const done =
        store.for_each(std::string(arguments.file(0)), [&](endpoint::StoredRequest const& stored) {
            is_found = true;
            streams.out << endpoint::export_json_for_people(stored);
        });
    if (!done) {
        return fail(streams, done.error());
    }
    return is_found ? ExitCode::done : fail(streams, {"no request has this reference"});
}

ExitCode run_export(Words words, Streams streams) {
    Syntax const syntax{
        .options = {store_option(),
                    {.name = "--format", .need = Need::optional, .choices = {"csv", "json"}}},
        .file_count = 0};
    auto const parsed = arguments_of(help_of("requests export"), syntax, words, streams);
    if (auto const* code = std::get_if<ExitCode>(&parsed)) {
        return *code;
    }
    auto const& arguments = std::get<Arguments>(parsed);
    bool const is_json = arguments.option("--format") == "json";
    if (auto const missing = missing_store(arguments)) {
        return fail(streams, *missing);
    }
    endpoint::Store store(store_of(arguments), {});
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

ExitCode run_erase(Words words, Streams streams) {
    Syntax const syntax{.options = {store_option()}, .file_count = 1};
    auto const parsed = arguments_of(help_of("requests erase"), syntax, words, streams);
    if (auto const* code = std::get_if<ExitCode>(&parsed)) {
        return *code;
    }
    auto const& arguments = std::get<Arguments>(parsed);
    if (auto const missing = missing_store(arguments)) {
        return fail(streams, *missing);
    }
    endpoint::Store store(store_of(arguments), {});
    auto const erased = store.erase(std::string(arguments.file(0)));
    if (!erased) {
        return fail(streams, erased.error());
    }
    streams.out << *erased << (*erased == 1 ? " request erased\n" : " requests erased\n");
    return ExitCode::done;
}

} // namespace

ExitCode run_requests(Words words, Streams streams) {
    std::string_view const name = words.empty() ? "" : words.front();
    if (name == "list") {
        return run_list(words.subspan(1), streams);
    }
    if (name == "show") {
        return run_show(words.subspan(1), streams);
    }
    if (name == "export") {
        return run_export(words.subspan(1), streams);
    }
    if (name == "erase") {
        return run_erase(words.subspan(1), streams);
    }
    if (name == "--help") {
        streams.out << requests_usage;
        return ExitCode::done;
    }
    streams.err << requests_usage;
    return ExitCode::wrong_usage;
}

} // namespace kontingent::cli
