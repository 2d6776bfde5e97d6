// Takes a checked request in: computes its quote with the core and the endpoint's own catalogue,
// gives it a reference, and stores it. Knows nothing of HTTP.
#pragma once

#include "core/catalogue/catalogue.hpp"
#include "core/pricing/quote.hpp"
#include "core/request/request.hpp"
#include "endpoint/store/store.hpp"

#include <expected>
#include <optional>
#include <string>
#include <variant>

namespace kontingent::endpoint {

struct Taken {
    std::string answer; // JSON
    bool is_new = true;
};

struct KeyConflict {};

using IntakeError = std::variant<StoreError, KeyConflict, RequestErrors>;

// What a package request costs by our own catalogue. `price` is "same", "differs" or empty,
// `quote_json` the whole quote or empty.
struct OwnQuote {
    std::string price;
    std::optional<Quote> quote;
};

std::expected<OwnQuote, Errors> own_quote(CustomerRequest const& request,
                                          Catalogue const& catalogue);

class Intake {
public:
    explicit Intake(Store& store) : store_(store) {}

    // `body` is the request's JSON, `key` its idempotency key.
    std::expected<Taken, IntakeError> take(std::string const& key, std::string const& body,
                                           Catalogue const& catalogue);

private:
    std::expected<Taken, IntakeError> take_again(NewRequest const& request, RequestErrors errors);
    std::expected<Taken, IntakeError> store(NewRequest request, OwnQuote const& own);

    Store& store_;
};

} // namespace kontingent::endpoint
