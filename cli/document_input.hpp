// What the commands of documents have in common: a document from a file's text, and a version of it
// in one of its forms.
#pragma once

#include "cli/catalogue_file.hpp"
#include "cli/command_line.hpp"
#include "cli/report.hpp"
#include "core/document/document.hpp"
#include "documents/printable.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kontingent::cli {

inline std::vector<std::string> const document_formats{"text", "json", "html",
                                                       "pdf",  "ubl",  "customer-json"};

inline constexpr OptionHelp changes_from_help{
    .name = "--changes-from",
    .value = "N",
    .text = "of PDF, HTML and text: what changed since this version, as the last page"};

// What is wrong goes into the report, under the file's name.
std::optional<QuoteDocument> read_document(std::string_view file, std::string_view text,
                                           Catalogue const& current, Report& report);

struct DocumentForm {
    std::string format = "text";
    unsigned version = 0;      // 0: the latest
    unsigned alternative = 1;  // of a UBL quotation
    unsigned changes_from = 0; // the version that the last page compares with; 0: no such page
};

// A version as text, HTML, PDF, UBL, or the JSON that its digest is of; as JSON the whole file with
// its totals.
std::optional<std::string> written(QuoteDocument const& document, DocumentForm const& form,
                                   std::string_view file, documents::Current const& current,
                                   Report& report);

// Whether the version has texts that the PDF's fonts cannot show; each goes into the report.
bool report_unprintable(documents::Printable const& printable, std::string_view file,
                        Report& report);

// What changed from one version of the document to another, both numbered from 1; 0 is the one
// before `to`, or the latest.
std::optional<documents::PrintedChanges> changes_of(QuoteDocument const& document, unsigned from,
                                                    unsigned to, std::string_view file,
                                                    documents::Current const& current,
                                                    Report& report);

// The clock's time.
Instant now();
// At random, 24 characters.
std::string new_document_id();

} // namespace kontingent::cli
