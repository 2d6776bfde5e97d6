// `documents`: what happens to quotes in a store of documents.
#include "cli/command.hpp"
#include "cli/document_run.hpp"
#include "cli/files.hpp"
#include "cli/reported_problems.hpp"
#include "cli/time_zone.hpp"
#include "documents/changes.hpp"

#include <memory>
#include <ostream>
#include <utility>

namespace kontingent::cli {
namespace {

constexpr CommandHelp help{
    .name = "documents",
    .summary = "Keep quotes in a folder: issue, revise, accept, decline, withdraw",
    .details =
        R"(Each of these commands needs --store FOLDER and --catalogue FILE. What was issued never
changes; every step is an event that holds the digest of the one before it.)"};

bool put(DocumentRun& run) {
    std::string const& file = run.options().file_or_id;
    auto const text = read_file(file, document_bytes_max, run.streams().in);
    if (!text) {
        run.report().add_unreadable(file, text.error());
        return false;
    }
    auto const document = read_document(file, *text, run.catalogue().catalogue, run.report());
    if (!document) {
        return false;
    }
    bool is_kept = false;
    if (!run.store().has(document->id)) {
        is_kept = run.keep(keep_draft(*document));
    } else if (auto const before = run.stored(document->id)) {
        is_kept = run.keep(replace_draft(*before, *document));
    }
    if (!is_kept) {
        return false;
    }
    run.streams().out << document->id << '\n';
    return true;
}

bool list(DocumentRun& run) {
    for (std::string const& id : run.store().ids()) {
        auto const document = run.stored(id);
        if (!document) {
            continue;
        }
        Version const& latest = document->latest();
        Customer const& customer = document->customer;
        run.streams().out << id << "  " << printed_number(*document, latest) << "  "
                          << text_of(state_at(latest, now())) << "  "
                          << (customer.company.empty() ? customer.name : customer.company) << '\n';
    }
    return true;
}

bool show(DocumentRun& run) {
    auto const document = run.stored(run.options().file_or_id);
    if (!document) {
        return false;
    }
    auto const text = written(*document, run.options().form, run.options().file_or_id,
                              run.current(), run.report());
    if (text) {
        run.streams().out << *text;
    }
    return text.has_value();
}

bool revise(DocumentRun& run) {
    auto const document = run.stored(run.options().file_or_id);
    return document && run.keep(new_version(*document));
}

bool show_changes(DocumentRun& run) {
    auto const document = run.stored(run.options().file_or_id);
    if (!document) {
        return false;
    }
    auto const changes = changes_of(*document, run.options().from, run.options().form.version,
                                    run.options().file_or_id, run.current(), run.report());
    if (changes) {
        run.streams().out << documents::to_text(*changes);
    }
    return changes.has_value();
}

// What is issued never changes, so that its PDF can be made is asked before.
bool can_be_printed(DocumentRun& run, QuoteDocument const& document) {
    std::string const& id = run.options().file_or_id;
    auto const printable =
        documents::printable_of(document, document.latest(), run.current(), now());
    if (!printable) {
        run.report().add(id, printable.error());
        return false;
    }
    return !report_unprintable(*printable, id, run.report());
}

bool issue_draft(DocumentRun& run) {
    auto const document = run.stored(run.options().file_or_id);
    auto const step = run.step();
    if (!document || !step || !can_be_printed(run, *document)) {
        return false;
    }
    Issue issue{.step = *step,
                .number = {},
                .issued_on = {},
                .last_instant = {},
                .discount_max = BasisPoints{run.options().discount_max},
                .logo = std::string(run.current().logo)};
    std::string const& zone = run.catalogue().catalogue.seller.zone;
    auto const today = day_at(step->at, zone);
    auto const valid_until = document->latest().content.valid_until;
    auto const last_instant = end_of_day(valid_until.value_or(Day{}), zone);
    if (!today || !last_instant) {
        return run.fail("seller.time_zone: " + zone);
    }
    issue.issued_on = *today;
    issue.last_instant = *last_instant;
    bool const needs_number = document->number.empty();
    if (needs_number) {
        int const year = std::stoi(to_text(*today).substr(0, 4));
        auto const number = run.store().next_number(run.options().prefix, year);
        if (!number) {
            return run.fail(number.error());
        }
        issue.number = *number;
    }
    auto const next = kontingent::issue(*document, run.catalogue().text, issue);
    // The number counts as given before a document has it, so that it is never given twice.
    if (next && needs_number) {
        if (auto const reason = run.store().keep_number(issue.number)) {
            return run.fail(*reason);
        }
    }
    if (!run.keep(next)) {
        return false;
    }
    run.streams().out << printed_number(*next, next->latest()) << "  " << next->latest().digest
                      << '\n';
    return true;
}

bool accept_version(DocumentRun& run) {
    auto const document = run.stored(run.options().file_or_id);
    auto const step = run.step();
    auto const on = parse_day(run.options().on);
    if (!document || !step) {
        return false;
    }
    if (!on) {
        return run.fail(
            "--on: " +
            sentence(Error{.code = ErrorCode::bad_format, .pointer = {}, .detail = Wanted::date},
                     run.options().language));
    }
    auto const today = day_at(step->at, run.catalogue().catalogue.seller.zone);
    if (!today) {
        return run.fail("seller.time_zone: " + run.catalogue().catalogue.seller.zone);
    }
    std::string const& way = run.options().way;
    return run.keep(kontingent::accept(
        *document, {.step = *step,
                    .version = run.version_of(*document),
                    .alternative = run.options().form.alternative - std::size_t{1},
                    .digest = run.options().digest,
                    .way = way == "email"    ? Way::email
                           : way == "letter" ? Way::letter
                                             : Way::telephone,
                    .on = *on,
                    .recorded_on = *today,
                    .name = run.options().name}));
}

using End = NextDocument (*)(QuoteDocument const&, Step const&, std::int32_t, std::string);

DocumentRun::Work ending(End end) {
    return [end](DocumentRun& run) {
        auto const document = run.stored(run.options().file_or_id);
        auto const step = run.step();
        return document && step &&
               run.keep(end(*document, *step, run.version_of(*document), run.options().reason));
    };
}

class Builder {
public:
    Builder(Command const& parent, std::shared_ptr<DocumentOptions> options)
        : parent_(parent), options_(std::move(options)) {}

    Command add(std::string_view name, std::string_view summary, DocumentRun::Work work) const {
        Command const command =
            parent_.subcommand({.name = name, .summary = summary, .details = ""});
        command
            .required({.name = "--store", .value = "FOLDER", .text = "made where it is missing"},
                      options_->store)
            .required({.name = "--catalogue", .value = "FILE", .text = "the catalogue"},
                      options_->catalogue)
            .language("language of errors, that of the environment unless given",
                      options_->language)
            .runs([options = options_, work = std::move(work)](Streams streams) {
                return DocumentRun(*options, streams)(work);
            });
        return command;
    }

    Command add_for_id(std::string_view name, std::string_view summary,
                       DocumentRun::Work work) const {
        Command const command = add(name, summary, std::move(work));
        constexpr unsigned version_max = 64;
        command.file({.name = "ID", .value = "", .text = "of the quote"}, options_->file_or_id)
            .number({.name = "--of-version", .value = "N", .text = "the latest unless given"},
                    version_max, options_->form.version);
        return command;
    }

    Command add_step(std::string_view name, std::string_view summary,
                     DocumentRun::Work work) const {
        Command const command = add_for_id(name, summary, std::move(work));
        command.required({.name = "--by", .value = "NAME", .text = "who does it"}, options_->by)
            .optional({.name = "--at",
                       .value = "INSTANT",
                       .text = "when it happened, as 2027-01-31T09:30:00Z; now unless given"},
                      options_->at);
        return command;
    }

    DocumentOptions& options() const { return *options_; }

private:
    Command parent_;
    std::shared_ptr<DocumentOptions> options_;
};

void add_reading(Builder const& builder) {
    DocumentOptions& options = builder.options();
    builder.add("put", "Add a quote, or replace its draft", put)
        .file({.name = "FILE", .value = "", .text = "'-' is standard input"}, options.file_or_id);
    builder.add("list", "One line a quote: id, number, state, customer", list);
    builder.add_for_id("show", "A quote as JSON, text, HTML, PDF or UBL", show)
        .choice({.name = "--format", .value = "", .text = "text unless given"}, document_formats,
                options.form.format)
        .number({.name = "--alternative", .value = "N", .text = "of UBL: the first unless given"},
                static_cast<unsigned>(alternative_count_max), options.form.alternative)
        .number(changes_from_help, static_cast<unsigned>(version_count_max),
                options.form.changes_from);
    builder.add_for_id("changes", "What changed from one version to another", show_changes)
        .number({.name = "--from", .value = "N", .text = "the version before unless given"},
                static_cast<unsigned>(version_count_max), options.from);
}

void add_steps(Builder const& builder) {
    DocumentOptions& options = builder.options();
    builder.add_for_id("revise", "Begin a new version: a draft like the latest", revise);
    builder.add_step("issue", "Issue the draft, with a number and today's prices", issue_draft)
        .optional({.name = "--prefix", .value = "LETTERS", .text = "of the number; A unless given"},
                  options.prefix)
        .number({.name = "--limit",
                 .value = "BASIS_POINTS",
                 .text = "the highest special discount that may be granted"},
                all_basis_points, options.discount_max);
    builder.add_step("accept", "Record that the customer accepted", accept_version)
        .required({.name = "--digest", .value = "SHA256", .text = "of what was accepted"},
                  options.digest)
        .required({.name = "--on", .value = "DATE", .text = "as 2027-01-31"}, options.on)
        .required({.name = "--name", .value = "NAME", .text = "who accepted"}, options.name)
        .choice({.name = "--way", .value = "", .text = "how; email unless given"},
                {"email", "telephone", "letter"}, options.way)
        .number({.name = "--alternative", .value = "N", .text = "which; the first unless given"},
                static_cast<unsigned>(alternative_count_max), options.form.alternative);
    OptionHelp const reason{.name = "--reason", .value = "TEXT", .text = "why"};
    builder.add_step("decline", "Record that the customer declined", ending(decline))
        .optional(reason, options.reason);
    builder.add_step("withdraw", "Withdraw an issued version", ending(withdraw))
        .optional(reason, options.reason);
    builder
        .add_step("counter", "Record that an acceptance does not hold; it stays on record",
                  ending(add_counter_entry))
        .required(reason, options.reason);
}

} // namespace

void add_documents(CommandLine& program) {
    Builder const builder(program.command(help), std::make_shared<DocumentOptions>());
    add_reading(builder);
    add_steps(builder);
}

} // namespace kontingent::cli
