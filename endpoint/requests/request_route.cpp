#include "endpoint/requests/request_route.hpp"

#include "core/base/ascii.hpp"
#include "endpoint/base/log.hpp"
#include "endpoint/base/metrics.hpp"
#include "endpoint/http/origin.hpp"
#include "endpoint/http/problem.hpp"
#include "endpoint/requests/form_page.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace kontingent::endpoint {

namespace {

constexpr std::string_view store_retry_seconds = "5";
// Of an answer: with more, clients that do not read would fill the memory.
constexpr std::size_t answer_bytes_max = 64 * 1024;
constexpr std::size_t listed_errors_bytes_max = 48 * 1024;
constexpr std::chrono::seconds readiness_lasts{1};

// The media type without its parameters, in lower case.
std::string media_type_of(Request const& request) {
    std::string_view const value = request.header("Content-Type").value_or("");
    return ascii::to_lower(trim(value.substr(0, value.find(';'))));
}

bool is_form(Request const& request) {
    return media_type_of(request) == "application/x-www-form-urlencoded";
}

// 8 to 128 visible ASCII characters.
bool is_key(std::string_view text) {
    return text.size() >= 8 && text.size() <= 128 &&
           std::ranges::all_of(text, [](char c) { return c > ' ' && c < 0x7f; });
}

Response problem_with_errors(RequestErrors const& errors) {
    if (!errors.is_json) {
        Error const& error = errors.errors.front();
        return problem(400, "The body is not JSON: line " + std::to_string(error.line) +
                                ", column " + std::to_string(error.column) + ".");
    }
    nlohmann::ordered_json body;
    body["type"] = "about:blank";
    body["title"] = status_phrase(422);
    body["status"] = 422;
    body["detail"] = "The request has errors; each is listed with its place.";
    body["errors"] = nlohmann::ordered_json::array();
    std::size_t bytes = 0;
    for (Error const& error : errors.errors) {
        nlohmann::ordered_json const listed{{"pointer", error.pointer},
                                            {"code", error_code_text(error.code)},
                                            {"detail", sentence(error, errors.language)}};
        bytes += listed.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace).size();
        if (bytes > listed_errors_bytes_max) {
            body["detail"] = "The request has " + std::to_string(errors.errors.size()) +
                             " errors; the first are listed, each with its place.";
            break;
        }
        body["errors"].push_back(listed);
    }
    return text_response(422, "application/problem+json", body.dump() + "\n");
}

void log_store_unavailable(StoreError const& error) {
    metrics().count(Counter::store_failures);
    log({.level = LogLevel::error,
         .event = "store_unavailable",
         .values = {{"reason", error.sentence}}});
}

Response store_unavailable(StoreError const& error) {
    log_store_unavailable(error);
    Response response =
        problem(503, "The request cannot be stored just now. Please send it again.");
    response.headers.push_back({"Retry-After", std::string(store_retry_seconds)});
    return response;
}

Response form_unavailable(FormPages const& pages, StoreError const& error, Language language,
                          Catalogue const* catalogue) {
    log_store_unavailable(error);
    Response response = pages.notice(language, catalogue, Notice::store_unavailable, 503);
    response.headers.push_back({"Retry-After", std::string(store_retry_seconds)});
    return response;
}

Response refusal_of(IntakeError const& error) {
    if (auto const* store = std::get_if<StoreError>(&error)) {
        return store_unavailable(*store);
    }
    if (std::holds_alternative<KeyConflict>(error)) {
        return problem(409, "This idempotency key was used for another request.");
    }
    return problem_with_errors(std::get<RequestErrors>(error));
}

Notice notice_of(std::uint16_t status) {
    switch (status) {
    case 403:
        return Notice::other_site;
    case 413:
        return Notice::too_large;
    case 415:
        return Notice::compressed;
    default:
        return status >= 500 ? Notice::store_unavailable : Notice::malformed;
    }
}

} // namespace

RequestRoute::RequestRoute(RequestRouteOptions options, Store& store)
    : options_(std::move(options)),
      pages_(options_.site),
      catalogue_(options_.catalogue),
      store_(store),
      intake_(store),
      rate_limit_(options_.requests_per_minute) {
    // What is no origin or network ends the start of the program; here it matches nothing.
    for (std::string const& text : options_.allowed_origins) {
        if (auto const origin = parse_origin(text)) {
            origins_.push_back(*origin);
        }
    }
    for (std::string const& text : options_.trusted_proxies) {
        if (auto const network = Network::parse(text)) {
            proxies_.push_back(*network);
        }
    }
}

Response RequestRoute::answer(Request const& request) {
    Response response = answer_allowed(request);
    if (response.body->size() > answer_bytes_max) {
        response = refusal(413, "The answer to this request would be too large.", request);
    }
    add_origin_headers(request, response);
    response.log_path = "/requests";
    return response;
}

RequestRoute::Readiness RequestRoute::readiness() {
    std::scoped_lock const lock(readiness_mutex_);
    auto const now = RateLimit::Clock::now();
    if (now >= readiness_until_) {
        readiness_ = {.is_store_writable = store_.check_writable().has_value(),
                      .has_catalogue = catalogue_.current() != nullptr};
        readiness_until_ = now + readiness_lasts;
    }
    return readiness_;
}

Response RequestRoute::answer_allowed(Request const& request) {
    Response response;
    if (!is_allowed_origin(request)) {
        response = refusal(403, "Requests from this origin are not accepted.", request);
    } else if (request.method == "POST") {
        response = answer_post(request);
    } else if (request.method == "OPTIONS") {
        response = text_response(204, "text/plain; charset=utf-8", "");
        response.headers.push_back({"Access-Control-Allow-Methods", "POST"});
        response.headers.push_back(
            {"Access-Control-Allow-Headers", "Content-Type, Idempotency-Key"});
        response.headers.push_back({"Access-Control-Max-Age", "600"});
    } else {
        response = problem(405, "Requests are sent with POST; they cannot be read here.");
    }
    if (response.status == 204 || response.status == 405) {
        response.headers.push_back({"Allow", "POST, OPTIONS"});
    }
    return response;
}

// The catalogue's first language where the form cannot be read, or has not been yet; English
// where there is no catalogue either.
Response RequestRoute::form_notice(Request const& request, Notice notice, std::uint16_t status) {
    auto const catalogue = catalogue_.current();
    Language const language =
        catalogue ? language_of_form(parse_form(request.body).value_or(FormFields{}), *catalogue)
                  : Language{};
    return pages_.notice(language, catalogue.get(), notice, status);
}

Response RequestRoute::refusal(std::uint16_t status, std::string_view detail, Request const& head) {
    Response response =
        is_form(head) ? form_notice(head, notice_of(status), status) : problem(status, detail);
    add_origin_headers(head, response);
    response.log_path = "/requests";
    return response;
}

Response RequestRoute::answer_post(Request const& request) {
    if (request.header("Content-Encoding")) {
        return refusal(415, "A request's body is sent without a content coding.", request);
    }
    auto const wait = rate_limit_.admit(sender_address(request), RateLimit::Clock::now());
    if (wait > std::chrono::seconds(0)) {
        Response response = is_form(request)
                                ? form_notice(request, Notice::too_many, 429)
                                : problem(429, "Too many requests came from this address.");
        response.headers.push_back({"Retry-After", std::to_string(wait.count())});
        return response;
    }
    auto const catalogue = catalogue_.current();
    if (!catalogue) {
        StoreError const error{"there is no usable catalogue"};
        return is_form(request) ? form_unavailable(pages_, error, Language{}, nullptr)
                                : store_unavailable(error);
    }
    if (media_type_of(request) == "application/json") {
        return take_json(request, *catalogue);
    }
    if (is_form(request)) {
        return take_form(request, *catalogue);
    }
    return problem(415, "A request is application/json or application/x-www-form-urlencoded.");
}

Response RequestRoute::take_json(Request const& request, Catalogue const& catalogue) {
    auto const key = request.header("Idempotency-Key");
    if (!key || request.count("Idempotency-Key") > 1 || !is_key(*key)) {
        return problem(400, "An Idempotency-Key of 8 to 128 visible characters is required.");
    }
    auto const taken = intake_.take(std::string(*key), request.body, catalogue);
    if (!taken) {
        return refusal_of(taken.error());
    }
    metrics().count(taken->is_new ? Counter::requests_stored : Counter::requests_repeated);
    return text_response(taken->is_new ? 201 : 200, "application/json", taken->answer + "\n");
}

Response RequestRoute::take_form(Request const& request, Catalogue const& catalogue) {
    auto const fields = parse_form(request.body);
    if (!fields) {
        return pages_.notice(catalogue.languages.front(), &catalogue, Notice::malformed, 400);
    }
    Language const language = language_of_form(*fields, catalogue);
    if (!field(*fields, trap_field).empty()) {
        return pages_.notice(language, &catalogue, Notice::trap_filled, 422);
    }
    auto const secret = store_.secret();
    if (!secret) {
        return form_unavailable(pages_, secret.error(), language, &catalogue);
    }
    if (fields->contains(confirmation_field)) {
        return place_form(*fields, catalogue, *secret);
    }
    std::string const json = request_of_form(*fields, catalogue);
    if (auto const document = parse_request(json, catalogue); !document) {
        return pages_.correction(*fields, document.error().errors, catalogue);
    }
    return pages_.summary(*fields, json, make_confirmation(*secret, unix_milliseconds_now()),
                          catalogue);
}

Response RequestRoute::place_form(FormFields const& fields, Catalogue const& catalogue,
                                  std::string const& secret) {
    Language const language = language_of_form(fields, catalogue);
    auto const key = check_confirmation(field(fields, confirmation_field), secret,
                                        unix_milliseconds_now(), options_.form_least_time);
    if (!key) {
        if (key.error() != ConfirmationError::too_soon) {
            return pages_.notice(language, &catalogue, Notice::too_late, 422);
        }
        Response response = pages_.notice(language, &catalogue, Notice::too_soon, 429);
        auto const wait = std::chrono::ceil<std::chrono::seconds>(options_.form_least_time);
        response.headers.push_back({"Retry-After", std::to_string(wait.count())});
        return response;
    }
    auto const taken = intake_.take("form " + *key, request_of_form(fields, catalogue), catalogue);
    if (taken) {
        return pages_.thanks(fields, taken->answer, taken->is_new ? 201 : 200, catalogue);
    }
    if (auto const* store = std::get_if<StoreError>(&taken.error())) {
        return form_unavailable(pages_, *store, language, &catalogue);
    }
    if (auto const* errors = std::get_if<RequestErrors>(&taken.error())) {
        return pages_.correction(fields, errors->errors, catalogue);
    }
    return pages_.notice(language, &catalogue, Notice::conflict, 409);
}

// A browser names the origin of every POST. Without one it is no page that sends. Pages with a
// strict referrer policy name none either, but then the browser says whether it is their own.
bool RequestRoute::is_allowed_origin(Request const& request) const {
    auto const origin = request.header("Origin");
    if (!origin || is_origin_of_host(*origin, request.header("Host").value_or(""))) {
        return true;
    }
    if (*origin == "null") {
        return request.header("Sec-Fetch-Site") == "same-origin";
    }
    return is_listed_origin(*origin);
}

bool RequestRoute::is_listed_origin(std::string_view text) const {
    auto const origin = parse_origin(text);
    return origin && std::ranges::find(origins_, *origin) != origins_.end();
}

void RequestRoute::add_origin_headers(Request const& request, Response& response) const {
    auto const is_there = [&](std::string_view name) {
        return std::ranges::any_of(response.headers,
                                   [&](Header const& header) { return header.name == name; });
    };
    if (is_there("Vary")) {
        return; // added already
    }
    response.headers.push_back({"Vary", "Origin"});
    auto const origin = request.header("Origin");
    if (origin && is_listed_origin(*origin)) {
        response.headers.push_back({"Access-Control-Allow-Origin", std::string(*origin)});
        response.headers.push_back({"Access-Control-Expose-Headers", "Retry-After"});
    }
}

bool RequestRoute::is_trusted_proxy(std::string_view peer) const {
    auto const address = parse_address(peer);
    return address && std::ranges::any_of(proxies_, [&](Network const& network) {
               return network.contains(*address);
           });
}

// From the last entry back: what our own proxies saw. Entries before those may be forged.
std::string RequestRoute::sender_address(Request const& request) const {
    std::string sender = request.peer;
    std::string const forwarded = request.header_list("X-Forwarded-For");
    std::string_view rest = forwarded;
    while (!rest.empty() && is_trusted_proxy(sender)) {
        auto const comma = rest.rfind(',');
        std::string_view const last =
            trim(comma == std::string_view::npos ? rest : rest.substr(comma + 1));
        if (!parse_address(last)) {
            break;
        }
        sender = last;
        rest = rest.substr(0, comma == std::string_view::npos ? 0 : comma);
    }
    return sender;
}

} // namespace kontingent::endpoint
