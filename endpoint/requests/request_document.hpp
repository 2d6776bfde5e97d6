// A request as the portal sends it, read and checked in one pass: every error with its pointer.
#pragma once

#include "core/base/error.hpp"
#include "core/base/language.hpp"
#include "core/catalogue/catalogue.hpp"
#include "core/pricing/scenario.hpp"

#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>

namespace kontingent::endpoint {

enum class RequestKind : std::uint8_t { package, on_demand, question };

std::string_view request_kind_text(RequestKind kind);

// What the sender saw.
struct QuotedPrice {
    std::string catalogue_id;
    Money net;
    Money vat;
    Money gross;
};

struct RequestDocument {
    RequestKind kind = RequestKind::question;
    Language language = Language::german;
    std::string email; // in lower case
    // Package requests only. No scenario: it was made with another edition of the catalogue, and
    // names what this one does not offer; such a request is worth keeping, without a quote.
    std::optional<Scenario> scenario;
    std::optional<QuotedPrice> quoted;
};

struct RequestErrors {
    bool is_json = false; // false: the text is none, and the one error says where
    Language language = Language::german;
    Errors errors;
};

// `bytes_max` is the connection's business: the text is taken as it is.
std::expected<RequestDocument, RequestErrors> parse_request(std::string_view json,
                                                            Catalogue const& catalogue);

// The same text for the same request, whatever its white space and order. Only of a text that
// parse_request took, or at least of JSON.
std::string canonical_json(std::string_view json);

} // namespace kontingent::endpoint
