#include "cli/command.hpp"
#include "cli/environment.hpp"
#include "cli/text/wording.hpp"
#include "core/base/format.hpp"
#include "endpoint/base/log.hpp"
#include "endpoint/requests/export.hpp"
#include "endpoint/store/database.hpp"
#include "endpoint/store/email.hpp"
#include "endpoint/store/store.hpp"

#include <charconv>
#include <memory>
#include <ostream>

namespace kontingent::cli {
namespace {

using endpoint::Store;
using endpoint::StoreAccess;
using endpoint::StoredRequest;
using endpoint::StoreError;

constexpr CommandHelp help{.name = "requests",
                           .summary = "Read, erase, back up and restore stored requests",
                           .details = "Works on what 'kontingent serve' stored, also while it "
                                      "runs. Each of these commands needs\n"
                                      "--store STORE, a SQLite file or postgresql://…"};

struct Options {
    std::string store;
    std::string reference;
    std::string email;
    std::string format = "csv";
    Language language = language_of_environment();
    std::string who;
    std::string older_than;
    bool is_dry_run = false;
    std::string file;
};

ExitCode fail(Streams streams, std::string_view sentence) {
    streams.err << "kontingent requests: " << sentence << '\n';
    return ExitCode::wrong_input;
}

ExitCode fail(Streams streams, StoreError const& error) {
    return fail(streams, error.sentence);
}

ExitCode run_list(Options const& options, Streams streams) {
    Store store(options.store, {}, StoreAccess::read);
    endpoint::RequestWords const words(options.language);
    auto const done = store.for_each({}, [&](StoredRequest const& stored) {
        streams.out << endpoint::list_line(stored, words) << '\n';
    });
    return done ? ExitCode::done : fail(streams, done.error());
}

ExitCode run_show(Options const& options, Streams streams) {
    if (options.reference.empty() == options.email.empty()) {
        return wrong_usage("kontingent requests show", "name a REFERENCE or --email", streams);
    }
    Wording const& words = wording(options.language);
    Store store(options.store, {}, StoreAccess::read);
    bool is_found = false;
    auto const done = store.for_each({.reference = options.reference, .email = options.email},
                                     [&](StoredRequest const& stored) {
                                         is_found = true;
                                         streams.out << endpoint::export_json_for_people(stored);
                                     });
    if (!done) {
        return fail(streams, done.error());
    }
    return is_found ? ExitCode::done
                    : fail(streams,
                           options.email.empty() ? words.no_such_reference : words.no_such_address);
}

ExitCode run_export(Options const& options, Streams streams) {
    Store store(options.store, {}, StoreAccess::read);
    bool const is_json = options.format == "json";
    // Nothing is written of a store that cannot be read.
    if (auto const checked = store.check(); !checked) {
        return fail(streams, checked.error());
    }
    endpoint::RequestWords const words(options.language);
    std::string const head = is_json ? "[" : endpoint::csv_header(words);
    bool is_found = false;
    auto const done =
        store.for_each({.reference = "", .email = options.email}, [&](StoredRequest const& stored) {
            std::string_view const separator = is_found ? ",\n" : "\n";
            if (!is_found) {
                streams.out << head;
            }
            is_found = true;
            if (is_json) {
                streams.out << separator << endpoint::export_json(stored);
            } else {
                streams.out << endpoint::csv_line(stored, words);
            }
        });
    if (!done) {
        return fail(streams, done.error());
    }
    if (!is_found && !options.email.empty()) {
        return fail(streams, wording(options.language).no_such_address);
    }
    streams.out << (is_found ? std::string() : head) << (is_json ? "\n]\n" : "");
    return ExitCode::done;
}

// "365d" as the time so many days ago.
std::optional<std::string> time_before(std::string const& age) {
    constexpr std::int64_t day_milliseconds = 24LL * 60 * 60 * 1000;
    constexpr std::int64_t days_max = 36'500;
    std::int64_t days = 0;
    auto const [end, error] = std::from_chars(age.data(), age.data() + age.size(), days);
    if (error != std::errc{} || end == age.data() || std::string_view(end) != "d" || days < 0 ||
        days > days_max) {
        return std::nullopt;
    }
    return endpoint::utc_timestamp(endpoint::unix_milliseconds_now() - days * day_milliseconds);
}

std::string counted_requests(Counted const& noun, std::size_t count, Language language) {
    return counted(noun, static_cast<std::int64_t>(count), language);
}

ExitCode report(endpoint::Erasure const& erasure, Language language, Streams streams) {
    Wording const& words = wording(language);
    for (std::string const& reference : erasure.references) {
        endpoint::log({.event = "erased", .values = {{"reference", reference}}});
    }
    if (erasure.delay) {
        auto const count = static_cast<std::int64_t>(erasure.references.size());
        Counted const& sentence = erasure.delay->is_of_reader ? words.requests_half_erased
                                                              : words.requests_half_erased_by_error;
        return fail(streams, filled(form_for(sentence, count, language),
                                    {format_integer(count, language), erasure.delay->sentence}));
    }
    streams.out << counted_requests(words.requests_erased, erasure.references.size(), language)
                << '\n';
    if (erasure.is_vacuum_due) {
        streams.out << words.vacuum_is_due << '\n';
    }
    return ExitCode::done;
}

ExitCode run_erase(Options const& options, Streams streams) {
    constexpr std::string_view name = "kontingent requests erase";
    Wording const& words = wording(options.language);
    if (options.who.empty() == options.older_than.empty()) {
        return wrong_usage(name, "name a REFERENCE, an e-mail address or --older-than", streams);
    }
    auto const before = options.older_than.empty() ? std::optional<std::string>("")
                                                   : time_before(options.older_than);
    if (!before) {
        return wrong_usage(name, "--older-than takes days, such as 365d", streams);
    }
    Store store(options.store, {}, options.is_dry_run ? StoreAccess::read : StoreAccess::write);
    endpoint::EraseScope const scope{.reference_or_email = options.who, .received_before = *before};
    if (options.is_dry_run) {
        auto const found = store.find_erasable(scope);
        if (!found) {
            return fail(streams, found.error());
        }
        for (std::string const& reference : *found) {
            streams.out << reference << '\n';
        }
        streams.out << counted_requests(words.requests_erasable, found->size(), options.language)
                    << '\n';
        return ExitCode::done;
    }
    auto const erasure = store.erase(scope);
    if (!erasure) {
        return fail(streams, erasure.error());
    }
    if (!erasure->references.empty()) {
        return report(*erasure, options.language, streams);
    }
    // An erasure that was held up leaves nothing to find, but something to do.
    auto const finished = store.finish_erasing();
    if (!finished) {
        return fail(streams, finished.error());
    }
    if (*finished) {
        streams.out << words.erasure_finished << '\n';
        return ExitCode::done;
    }
    if (!options.older_than.empty()) {
        streams.out << counted_requests(words.requests_erased, 0, options.language) << '\n';
        return ExitCode::done;
    }
    return fail(streams, words.nothing_erased);
}

// Where the program itself copies no such stores.
std::string lacks_backup(Options const& options) {
    if (auto const named = endpoint::check_store_name(options.store); !named) {
        return named.error();
    }
    endpoint::StoreKind const& kind = endpoint::kind_of(options.store);
    return filled(wording(options.language).store_tools, {kind.name, kind.tools});
}

ExitCode run_backup(Options const& options, Streams streams) {
    Wording const& words = wording(options.language);
    auto const back_up = endpoint::kind_of(options.store).back_up;
    if (back_up == nullptr) {
        return fail(streams, lacks_backup(options));
    }
    if (auto const done = back_up(options.store, options.file); !done) {
        return fail(streams, done.error());
    }
    streams.out << filled(words.backed_up, {options.file}) << '\n';
    return ExitCode::done;
}

ExitCode run_restore(Options const& options, Streams streams) {
    Wording const& words = wording(options.language);
    auto const restore = endpoint::kind_of(options.store).restore;
    if (restore == nullptr) {
        return fail(streams, lacks_backup(options));
    }
    auto const kept = restore(options.store, options.file);
    if (!kept) {
        return fail(streams, kept.error());
    }
    streams.out << filled(words.restored, {options.file}) << '\n';
    if (!kept->empty()) {
        streams.out << filled(words.kept_before_restoring, {kept->string()}) << '\n';
    }
    return ExitCode::done;
}

using Run = ExitCode (*)(Options const&, Streams);

Command add(Command const& parent, CommandHelp const& of, std::shared_ptr<Options> const& options,
            Run run) {
    Command const command = parent.subcommand(of);
    command.required(
        {.name = "--store", .value = "STORE", .text = "a SQLite file, or postgresql://…"},
        options->store);
    command.language("language of headings and messages, that of the environment unless given",
                     options->language);
    command.runs([options, run](Streams streams) { return run(*options, streams); });
    return command;
}

void add_reading(Command const& requests, std::shared_ptr<Options> const& options) {
    OptionHelp const email{.name = "--email",
                           .value = "ADDRESS",
                           .text = "those of one person, whose right it is to see them"};
    add(requests,
        {.name = "list",
         .summary = "One line a request: reference, time (UTC), kind, price, sender",
         .details = ""},
        options, run_list);
    add(requests,
        {.name = "show",
         .summary = "Requests as JSON, with the quote of our own catalogue",
         .details = ""},
        options, run_show)
        .optional_file({.name = "REFERENCE", .value = "", .text = "such as K-7F3QX-2M9PT"},
                       options->reference)
        .optional(email, options->email);
    add(requests, {.name = "export", .summary = "Requests as CSV or as a JSON list", .details = ""},
        options, run_export)
        .choice({.name = "--format", .value = "", .text = "csv unless given"}, {"csv", "json"},
                options->format)
        .optional(email, options->email);
}

void add_erasing(Command const& requests, std::shared_ptr<Options> const& options) {
    add(requests,
        {.name = "erase",
         .summary = "Erase personal data for good",
         .details = "Reference, time and totals are kept, so that a late repetition of a request\n"
                    "does not bring it back. Each erasure is a line of the log on standard error."},
        options, run_erase)
        .optional_file({.name = "REFERENCE|EMAIL", .value = "", .text = "whose data is erased"},
                       options->who)
        .optional({.name = "--older-than",
                   .value = "DAYSd",
                   .text = "what was received so many days ago or before, as in 365d"},
                  options->older_than)
        .flag({.name = "--dry-run", .value = "", .text = "list what would be erased"},
              options->is_dry_run);
}

} // namespace

void add_requests(CommandLine& program) {
    auto const options = std::make_shared<Options>();
    Command const requests = program.command(help);
    add_reading(requests, options);
    add_erasing(requests, options);
    add(requests,
        {.name = "backup", .summary = "Copy a SQLite store, also while it is used", .details = ""},
        options, run_backup)
        .required({.name = "--to", .value = "FILE", .text = "a new file"}, options->file);
    add(requests,
        {.name = "restore",
         .summary = "Replace what a SQLite store holds by a backup",
         .details = "What it held before is kept beside it."},
        options, run_restore)
        .required({.name = "--from", .value = "FILE", .text = "a backup"}, options->file);
}

} // namespace kontingent::cli
