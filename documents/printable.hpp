// One version of a document, with everything that is printed of it and nothing else: no notes, no
// owner, no limit.
#pragma once

#include "core/document/amounts.hpp"
#include "core/document/document.hpp"

#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kontingent::documents {

// What drafts are computed and printed with; issued versions have their own.
struct Current {
    Catalogue const& catalogue;
    std::string_view logo; // the file's bytes; empty without one
};

// What changed since an earlier version, in the document's language.
struct PrintedChanges {
    std::string title;
    std::vector<std::string> lines; // at least one: that nothing changed
};

// Refers to the document, the catalogue and the logo, which must outlive it.
struct Printable {
    std::string number; // "A-2026-0001/2"; a draft's: the document's id
    VersionState state = VersionState::draft;
    Content const& content;
    Customer const& customer;
    Catalogue const& catalogue;
    std::string digest;    // empty for a draft
    std::string canonical; // the JSON that the digest is of: all that is printed; likewise
    std::string_view logo; // the file's bytes; empty without one
    std::vector<OfferedAlternative> alternatives;
    std::optional<PrintedChanges> changes; // of the last page

    bool is_draft() const { return state == VersionState::draft; }
};

// The media type of a logo's file.
std::string_view logo_type(std::string_view logo);

// `now` decides whether an issued version has expired.
std::expected<Printable, Errors> printable_of(QuoteDocument const& document, Version const& version,
                                              Current const& current, Instant now);

} // namespace kontingent::documents
