// Writes a document: the whole file, and what of a version is printed, of which its digest is made.
#pragma once

#include "core/document/amounts.hpp"
#include "core/document/document.hpp"
#include "core/json/writer.hpp"

#include <string>
#include <vector>

namespace kontingent {

JsonText json_customer(Customer const& customer);
JsonText json_content(Catalogue const& catalogue, Content const& content);
JsonText json_alternatives(Catalogue const& catalogue, Content const& content,
                           std::vector<OfferedAlternative> const& alternatives);
// Without its digest, of which it is made.
std::vector<JsonMember> event_members(Event const& event);

// The canonical JSON of all that is printed of an issued version. `alternatives` are computed.
std::string printed_json(QuoteDocument const& document, Version const& version,
                         std::vector<OfferedAlternative> const& alternatives);

// The file, with lines and totals of each version; drafts are computed with `current`. The error is
// one of computing them.
std::expected<std::string, Errors> document_to_json(QuoteDocument const& document,
                                                    Catalogue const& current);
// The same without lines and totals, which are computed when it is read: a draft that is kept stays
// readable when prices change.
std::string document_to_kept_json(QuoteDocument const& document, Catalogue const& current);

} // namespace kontingent
