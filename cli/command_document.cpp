// `document`: checks a quote's file and writes it in one of its forms; or a draft from a request.
#include "cli/catalogue_file.hpp"
#include "cli/command.hpp"
#include "cli/document_input.hpp"
#include "cli/environment.hpp"
#include "cli/files.hpp"
#include "cli/logo.hpp"
#include "core/document/from_request.hpp"

#include <memory>
#include <ostream>

namespace kontingent::cli {
namespace {

constexpr CommandHelp help{
    .name = "document",
    .summary = "Check a quote's file and write it as JSON, text, HTML, PDF or UBL",
    .details = R"(FILE holds customer, versions and their content. JSON adds lines and totals to it;
it keeps notes and owner, so it is not for the customer; customer-json is what the digest
is of. That and UBL are of issued versions alone: a draft is not an offer. Issued versions are computed with the prices they were issued
with, drafts with those of the catalogue. With --from-request, what 'kontingent requests
show' prints becomes a draft instead.)"};

struct Options {
    std::string file;
    std::string request;
    std::string catalogue;
    DocumentForm form;
    Language language = language_of_environment();
};

std::optional<QuoteDocument> document_of(Options const& options, Catalogue const& catalogue,
                                         std::istream& in, Report& report) {
    bool const is_request = options.file.empty();
    std::string const& file = is_request ? options.request : options.file;
    auto const text = read_file(file, document_bytes_max, in);
    if (!text) {
        report.add_unreadable(file, text.error());
        return std::nullopt;
    }
    if (!is_request) {
        return read_document(file, *text, catalogue, report);
    }
    auto document = document_from_request(*text, catalogue, new_document_id());
    if (!document) {
        report.add(file, document.error());
        return std::nullopt;
    }
    return *std::move(document);
}

// While a draft can still be changed, whatever form is asked for; the PDF is refused by itself.
void report_unprintable_draft(QuoteDocument const& document, Options const& options,
                              std::string const& file, documents::Current const& current,
                              Report& report) {
    Version const& latest = document.latest();
    if (latest.state != VersionState::draft || options.form.format == "pdf") {
        return;
    }
    if (auto const printable = documents::printable_of(document, latest, current, now())) {
        report_unprintable(*printable, file, report);
    }
}

std::optional<std::string> answer_for(Options const& options, std::istream& in, Report& report) {
    auto const catalogue = read_catalogue(options.catalogue, in, report);
    if (!catalogue) {
        return std::nullopt;
    }
    auto const document = document_of(options, catalogue->catalogue, in, report);
    if (!document) {
        return std::nullopt;
    }
    auto const logo = read_logo(options.catalogue, catalogue->catalogue.seller, report);
    if (!logo) {
        return std::nullopt;
    }
    documents::Current const current{catalogue->catalogue, *logo};
    std::string const& file = options.file.empty() ? options.request : options.file;
    report_unprintable_draft(*document, options, file, current, report);
    return written(*document, options.form, file, current, report);
}

ExitCode run(Options const& options, Streams streams) {
    if (options.file.empty() == options.request.empty()) {
        return wrong_usage("kontingent document", "name a FILE or --from-request", streams);
    }
    Report report(options.language);
    auto const answer = answer_for(options, streams.in, report);
    report.print(streams.err);
    if (!answer) {
        return ExitCode::wrong_input;
    }
    streams.out << *answer;
    return ExitCode::done;
}

} // namespace

void add_document(CommandLine& program) {
    auto const options = std::make_shared<Options>();
    constexpr unsigned version_max = 64;
    constexpr unsigned alternative_max = 3;
    program.command(help)
        .optional_file({.name = "FILE", .value = "", .text = "a quote; '-' is standard input"},
                       options->file)
        .optional({.name = "--from-request",
                   .value = "FILE",
                   .text = "a request, as 'kontingent requests show' prints it"},
                  options->request)
        .required({.name = "--catalogue", .value = "FILE", .text = "the catalogue"},
                  options->catalogue)
        .choice({.name = "--format", .value = "", .text = "text unless given"}, document_formats,
                options->form.format)
        .number({.name = "--of-version", .value = "N", .text = "the latest unless given"},
                version_max, options->form.version)
        .number({.name = "--alternative", .value = "N", .text = "of UBL: the first unless given"},
                alternative_max, options->form.alternative)
        .number(changes_from_help, version_max, options->form.changes_from)
        .language("language of errors, that of the environment unless given", options->language)
        .runs([options](Streams streams) { return run(*options, streams); });
}

} // namespace kontingent::cli
