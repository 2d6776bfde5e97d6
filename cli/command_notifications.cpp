#include "cli/command.hpp"
#include "endpoint/store/store.hpp"

#include <algorithm>
#include <memory>
#include <ostream>

namespace kontingent::cli {
namespace {

using endpoint::Store;
using endpoint::StoreAccess;
using endpoint::StoreError;

constexpr CommandHelp help{
    .name = "notifications",
    .summary = "List notifications that wait, or send them now",
    .details = "What a receiver did not take waits in the store. Each of these commands needs\n"
               "--store STORE, a SQLite file or postgresql://…"};

struct Options {
    std::string store;
    std::string reference;
};

ExitCode fail(Streams streams, StoreError const& error) {
    streams.err << "kontingent notifications: " << error.sentence << '\n';
    return ExitCode::wrong_input;
}

ExitCode run_list(Options const& options, Streams streams) {
    Store store(options.store, {}, StoreAccess::read);
    auto const waiting = store.waiting_notifications();
    if (!waiting) {
        return fail(streams, waiting.error());
    }
    for (endpoint::WaitingNotification const& one : *waiting) {
        std::int64_t const seconds = std::max<std::int64_t>(one.due_in_milliseconds, 0) / 1000;
        streams.out << one.reference << "  " << one.channel << "  " << one.attempts
                    << (one.attempts == 1 ? " attempt  " : " attempts  ")
                    << (seconds == 0 ? std::string("due now")
                                     : "next in " + std::to_string(seconds) + " s");
        if (!one.last_error.empty()) {
            streams.out << "  " << one.last_error;
        }
        streams.out << '\n';
    }
    return ExitCode::done;
}

ExitCode run_retry(Options const& options, Streams streams) {
    Store store(options.store, {}, StoreAccess::write);
    auto const retried = store.retry_notifications(options.reference);
    if (!retried) {
        return fail(streams, retried.error());
    }
    if (*retried == 0 && !options.reference.empty()) {
        return fail(streams, {"no notification waits for this reference"});
    }
    streams.out << *retried << (*retried == 1 ? " notification is" : " notifications are")
                << " due now; a running server sends within a second\n";
    return ExitCode::done;
}

} // namespace

void add_notifications(CommandLine& program) {
    auto const options = std::make_shared<Options>();
    Command const notifications = program.command(help);
    OptionHelp const store{
        .name = "--store", .value = "STORE", .text = "a SQLite file, or postgresql://…"};
    Command const list = notifications.subcommand(
        {.name = "list",
         .summary = "One line each: reference, channel, attempts, when, why it failed",
         .details = ""});
    list.required(store, options->store);
    list.runs([options](Streams streams) { return run_list(*options, streams); });
    Command const retry = notifications.subcommand(
        {.name = "retry", .summary = "Send now what waits", .details = ""});
    retry.required(store, options->store)
        .optional_file({.name = "REFERENCE", .value = "", .text = "of one request alone"},
                       options->reference);
    retry.runs([options](Streams streams) { return run_retry(*options, streams); });
}

} // namespace kontingent::cli
