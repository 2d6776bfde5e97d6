#include "endpoint/requests/intake.hpp"

#include "core/base/ascii.hpp"
#include "endpoint/base/date.hpp"
#include "endpoint/base/digest.hpp"
#include "endpoint/base/log.hpp"
#include "endpoint/http/http.hpp"
#include "endpoint/requests/canonical_json.hpp"

#include <nlohmann/json.hpp>

namespace kontingent::endpoint {

namespace {

using nlohmann::ordered_json;

// "K-7F3QX-2M9PT": 50 random bits in Crockford's alphabet, which has no letter that looks like a
// digit.
std::string new_reference() {
    constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    std::string const random = random_hex(10);
    std::string reference = "K-";
    for (std::size_t i = 0; i < 10; ++i) {
        if (i == 5) {
            reference += '-';
        }
        auto const value = std::stoul(random.substr(2 * i, 2), nullptr, 16);
        reference += alphabet[value % alphabet.size()];
    }
    return reference;
}

std::string answer_of(NewRequest const& request, OwnQuote const& own) {
    ordered_json answer;
    answer["reference"] = request.reference;
    answer["received_at"] = request.received_at;
    answer["price"] = own.price.empty() ? ordered_json(nullptr) : ordered_json(own.price);
    answer["quote"] = nullptr;
    if (own.quote) {
        answer["quote"] = {{"catalogue", own.quote->catalogue_id},
                           {"net", own.quote->net.minor},
                           {"vat", own.quote->vat.minor},
                           {"gross", own.quote->gross.minor}};
    }
    return answer.dump();
}

} // namespace

std::expected<OwnQuote, Errors> own_quote(CustomerRequest const& request,
                                          Catalogue const& catalogue) {
    if (request.kind != RequestKind::package) {
        return OwnQuote{};
    }
    if (!request.scenario || !request.quoted) {
        return OwnQuote{.price = "differs", .quote = std::nullopt};
    }
    auto quote = make_quote(catalogue, *request.scenario);
    if (!quote) {
        Errors errors = quote.error();
        for (Error& error : errors) {
            error.pointer = "/scenario" + error.pointer;
        }
        return std::unexpected(std::move(errors));
    }
    bool const is_same = quote->net == request.quoted->net && quote->vat == request.quoted->vat &&
                         quote->gross == request.quoted->gross;
    return OwnQuote{.price = is_same ? "same" : "differs", .quote = std::move(*quote)};
}

std::expected<Taken, IntakeError> Intake::take(std::string const& key, std::string const& body,
                                               Catalogue const& catalogue) {
    NewRequest request;
    request.key_hash = to_hex(sha256(key));
    auto const document = parse_request(body, catalogue);
    if (!document && !document.error().is_json) {
        return std::unexpected(document.error());
    }
    request.request = canonical_json(body);
    request.body_hash = to_hex(sha256(request.request));
    if (!document) {
        return take_again(request, document.error());
    }
    auto const own = own_quote(*document, catalogue);
    if (!own) {
        return take_again(request,
                          {.is_json = true, .language = document->language, .errors = own.error()});
    }
    request.received_at = utc_timestamp_now();
    request.kind = request_kind_name(document->kind);
    request.language = tag(document->language);
    request.email = ascii::to_lower(document->texts[request_field("email")]);
    request.price = own->price;
    request.quote = own->quote ? quote_to_json(catalogue, *own->quote) : "";
    return store(std::move(request), *own);
}

// A repetition of what was accepted under an earlier catalogue gets its answer, not today's errors.
std::expected<Taken, IntakeError> Intake::take_again(NewRequest const& request,
                                                     RequestErrors errors) {
    auto const known = store_.find_key(request.key_hash, request.body_hash);
    if (!known) {
        return std::unexpected(known.error());
    }
    if (!*known || !(*known)->is_same_body) {
        return std::unexpected(std::move(errors));
    }
    return Taken{.answer = (*known)->answer, .is_new = false};
}

std::expected<Taken, IntakeError> Intake::store(NewRequest request, OwnQuote const& own) {
    constexpr int attempts_max = 3;
    for (int attempt = 0; attempt < attempts_max; ++attempt) {
        request.reference = new_reference();
        request.answer = answer_of(request, own);
        auto const insertion = store_.insert(request);
        if (!insertion) {
            return std::unexpected(insertion.error());
        }
        switch (insertion->outcome) {
        case InsertOutcome::stored:
            return Taken{.answer = insertion->answer, .is_new = true};
        case InsertOutcome::repeated:
            return Taken{.answer = insertion->answer, .is_new = false};
        case InsertOutcome::conflict:
            return std::unexpected(KeyConflict{});
        case InsertOutcome::reference_taken:
            break;
        }
    }
    return std::unexpected(StoreError{"no free reference was found"});
}

} // namespace kontingent::endpoint
