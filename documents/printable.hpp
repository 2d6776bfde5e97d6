// One version of a document, with everything that is printed of it and nothing else: no notes, no
// owner, no limit.
#pragma once

#include "core/document/amounts.hpp"
#include "core/document/document.hpp"

#include <expected>
#include <string>
#include <vector>

namespace kontingent::documents {

// Refers to the document and to the catalogue, which must outlive it.
struct Printable {
    std::string number; // "A-2026-0001/2"; a draft's: the document's id
    VersionState state = VersionState::draft;
    Content const& content;
    Customer const& customer;
    Catalogue const& catalogue;
    std::string digest; // empty for a draft
    std::vector<OfferedAlternative> alternatives;

    bool is_draft() const { return state == VersionState::draft; }
};

// `current` is the catalogue of a draft; `now` decides whether an issued version has expired.
std::expected<Printable, Errors> printable_of(QuoteDocument const& document, Version const& version,
                                              Catalogue const& current, Instant now);

} // namespace kontingent::documents
