// A request to the seller, and its JSON: POST /requests of the contract (endpoint/openapi.json).
// The portal writes it, the endpoint reads it and finds every error in one pass.
#pragma once

#include "core/base/error.hpp"
#include "core/base/language.hpp"
#include "core/base/units.hpp"
#include "core/catalogue/catalogue.hpp"
#include "core/pricing/quote.hpp"
#include "core/pricing/scenario.hpp"
#include "core/request/request_fields.hpp"

#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>

namespace kontingent {

// What the sender saw. Amounts of the whole forecast.
struct QuotedPrice {
    std::string catalogue_id;
    Money net;
    Money vat;
    Money gross;
};

QuotedPrice quoted_price(Quote const& quote);

struct CustomerRequest {
    RequestKind kind = RequestKind::question;
    Language language;
    RequestTexts texts;
    std::int32_t level = 0; // on demand only; from 1
    bool has_consent = false;
    // Package only. No scenario after reading: it was made with another edition of the catalogue
    // and names what this one does not offer. Such a request is worth keeping, without a quote.
    std::optional<Scenario> scenario;
    std::optional<QuotedPrice> quoted;
};

// Blank texts are left out. The catalogue is the one that the request was made with.
std::string request_to_json(CustomerRequest const& request, Catalogue const& catalogue);

struct RequestErrors {
    bool is_json = false; // false: the text is none, and the one error says where
    Language language;
    Errors errors;
};

// Takes a text of any length: its sender is responsible for a limit.
std::expected<CustomerRequest, RequestErrors> parse_request(std::string_view json,
                                                            Catalogue const& catalogue);

} // namespace kontingent
