// What the commands of documents have in common: a document from a file's text, and a version of it
// in one of its forms.
#pragma once

#include "cli/catalogue_file.hpp"
#include "cli/report.hpp"
#include "core/document/document.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kontingent::cli {

inline std::vector<std::string> const document_formats{"text", "json", "html", "ubl"};

// What is wrong goes into the report, under the file's name.
std::optional<QuoteDocument> read_document(std::string_view file, std::string_view text,
                                           Catalogue const& current, Report& report);

struct DocumentForm {
    std::string format = "text";
    unsigned version = 0;     // 0: the latest
    unsigned alternative = 1; // of a UBL quotation
};

// A version as text, HTML or UBL; as JSON the whole file with its totals.
std::optional<std::string> written(QuoteDocument const& document, DocumentForm const& form,
                                   std::string_view file, Catalogue const& current, Report& report);

// The clock's time.
Instant now();
// At random, 24 characters.
std::string new_document_id();

} // namespace kontingent::cli
