// A draft from a visitor's request, as `kontingent requests show` prints it, or as it was sent.
#pragma once

#include "core/base/error.hpp"
#include "core/document/document.hpp"

#include <expected>
#include <string>
#include <string_view>

namespace kontingent {

// The draft offers what the visitor chose. Its notes say where it comes from and what the visitor
// wrote. Errors: no request, or a request without a scenario that this catalogue can price.
std::expected<QuoteDocument, Errors>
document_from_request(std::string_view json, Catalogue const& catalogue, std::string id);

} // namespace kontingent
