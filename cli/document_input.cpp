#include "cli/document_input.hpp"

#include "cli/reported_problems.hpp"
#include "core/document/document_json.hpp"
#include "core/document/document_reader.hpp"
#include "core/document/steps.hpp"
#include "documents/changes.hpp"
#include "documents/document_pdf.hpp"
#include "documents/plain_text.hpp"
#include "documents/printable.hpp"
#include "documents/ubl.hpp"
#include "documents/view.hpp"
#include "documents/wording.hpp"
#include "endpoint/base/date.hpp"
#include "endpoint/base/digest.hpp"

#include <utility>

namespace kontingent::cli {
namespace {

std::nullopt_t report_refusal(Report& report, std::string_view file, Refusal const& refusal) {
    report.add_line(std::string(file) + ": " + sentence(refusal, report.language()));
    return std::nullopt;
}

// Of versions or alternatives: the command line names one beyond it.
std::int64_t count_of(auto const& list) {
    return static_cast<std::int64_t>(list.size());
}

} // namespace

std::optional<QuoteDocument> read_document(std::string_view file, std::string_view text,
                                           Catalogue const& current, Report& report) {
    auto document = parse_document(text, current);
    if (!document) {
        report.add(file, document.error());
        return std::nullopt;
    }
    return *std::move(document);
}

std::optional<std::string> written(QuoteDocument const& document, DocumentForm const& form,
                                   std::string_view file, documents::Current const& current,
                                   Report& report) {
    if (form.format == "json") {
        auto text = document_to_json(document, current.catalogue);
        if (!text) {
            report.add(file, text.error());
            return std::nullopt;
        }
        return *std::move(text);
    }
    std::size_t const number = form.version == 0 ? document.versions.size() : form.version;
    if (number > document.versions.size()) {
        return report_refusal(report, file, {RefusalCode::no_version, count_of(document.versions)});
    }
    auto printable =
        documents::printable_of(document, document.versions[number - 1], current, now());
    if (!printable) {
        report.add(file, printable.error());
        return std::nullopt;
    }
    if (form.changes_from != 0) {
        printable->changes =
            changes_of(document, form.changes_from, form.version, file, current, report);
        if (!printable->changes) {
            return std::nullopt;
        }
    }
    ReportedProblems problems(report);
    if (form.format == "html") {
        return documents::to_html(*printable, problems);
    }
    if (form.format == "text") {
        return documents::to_text(*printable, problems);
    }
    if (form.format == "pdf") {
        return report_unprintable(*printable, file, report)
                   ? std::nullopt
                   : std::optional(documents::to_pdf(*printable, problems));
    }
    if (printable->is_draft()) {
        return report_refusal(report, file, {RefusalCode::not_issued});
    }
    if (form.format == "customer-json") {
        return printable->canonical;
    }
    if (form.alternative == 0 || form.alternative > printable->alternatives.size()) {
        return report_refusal(report, file,
                              {RefusalCode::no_alternative, count_of(printable->alternatives)});
    }
    return documents::to_ubl(*printable, form.alternative - 1, problems);
}

bool report_unprintable(documents::Printable const& printable, std::string_view file,
                        Report& report) {
    ReportedProblems problems(report);
    auto const texts = documents::unprintable_texts(printable, problems);
    for (std::string const& text : texts) {
        report_refusal(report, file, {RefusalCode::unprintable, text});
    }
    return !texts.empty();
}

std::optional<documents::PrintedChanges> changes_of(QuoteDocument const& document, unsigned from,
                                                    unsigned to, std::string_view file,
                                                    documents::Current const& current,
                                                    Report& report) {
    std::size_t const count = document.versions.size();
    std::size_t const later = to == 0 ? count : to;
    std::size_t const earlier = from == 0 ? later - 1 : from;
    if (later > count || earlier == 0 || earlier > count) {
        return report_refusal(report, file, {RefusalCode::no_version, count_of(document.versions)});
    }
    Version const& before = document.versions[earlier - 1];
    Version const& after = document.versions[later - 1];
    auto const one = documents::printable_of(document, before, current, now());
    auto const other = documents::printable_of(document, after, current, now());
    if (!one || !other) {
        report.add(file, one ? other.error() : one.error());
        return std::nullopt;
    }
    ReportedProblems problems(report);
    auto const texts = documents::document_texts(after.content.language, problems);
    return texts ? std::optional(documents::changes_since(*one, before, *other, after, *texts))
                 : std::nullopt;
}

Instant now() {
    return Instant{endpoint::unix_milliseconds_now()};
}

std::string new_document_id() {
    return endpoint::random_hex(12);
}

} // namespace kontingent::cli
