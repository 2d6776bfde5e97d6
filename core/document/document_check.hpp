// What a document must agree with itself on, once all of it could be read: computed values, digests
// of issued versions, the chain of events, and the states that the events lead to.
#pragma once

#include "core/document/document.hpp"
#include "core/json/check.hpp"

namespace kontingent {

// `document` was read from the checker's tree. A version that is expired only by date may be stored
// as expired; it becomes issued again, since the date decides.
void check_document(json::Checker& json, QuoteDocument& document, Catalogue const& current);

} // namespace kontingent
