// Reads the file of a document and checks it against itself: computed values, digests, the chain of
// events, and the states that they lead to. All errors of a text are found in one pass; only what
// depends on valid content (totals, digests, states) is checked once the rest is without errors.
#pragma once

#include "core/base/error.hpp"
#include "core/document/document.hpp"

#include <expected>
#include <string_view>

namespace kontingent {

// Drafts are read against `current`, issued versions against what they were issued with.
std::expected<QuoteDocument, Errors> parse_document(std::string_view json,
                                                    Catalogue const& current);

} // namespace kontingent
