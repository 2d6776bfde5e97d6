#include "cli/command.hpp"
#include "endpoint/store/schema.hpp"
#include "endpoint/store/store.hpp"

#include <memory>
#include <ostream>

namespace kontingent::cli {
namespace {

ExitCode run_migrate(std::string const& name, Streams streams) {
    endpoint::Store store(name, {}, endpoint::StoreAccess::create_if_new);
    if (auto const migrated = store.check(); !migrated) {
        streams.err << "kontingent store: " << migrated.error().sentence << '\n';
        return ExitCode::wrong_input;
    }
    streams.out << "the store has version " << endpoint::schema_version_current << '\n';
    return ExitCode::done;
}

} // namespace

void add_store(CommandLine& program) {
    auto const name = std::make_shared<std::string>();
    Command const store = program.command(
        {.name = "store", .summary = "Prepare a store for this version", .details = ""});
    Command const migrate = store.subcommand(
        {.name = "migrate",
         .summary = "Make or update the tables, as the owner of the schema",
         .details =
             "'kontingent serve' does the same where its role may; with a role that may not\n"
             "create tables, run this first."});
    migrate.required(
        {.name = "--store", .value = "STORE", .text = "a SQLite file, or postgresql://…"}, *name);
    migrate.runs([name](Streams streams) { return run_migrate(*name, streams); });
}

} // namespace kontingent::cli
