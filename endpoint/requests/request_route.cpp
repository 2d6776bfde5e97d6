#include "endpoint/requests/request_route.hpp"

#include "endpoint/base/log.hpp"
#include "endpoint/http/problem.hpp"
#include "endpoint/requests/form_page.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace kontingent::endpoint {

namespace {

constexpr std::string_view store_retry_seconds = "5";

// The media type without its parameters, in lower case.
std::string media_type_of(Request const& request) {
    std::string_view const value = request.header("Content-Type").value_or("");
    return to_lower(trim(value.substr(0, value.find(';'))));
}

bool is_form(Request const& request) {
    return media_type_of(request) == "application/x-www-form-urlencoded";
}

// 8 to 128 visible ASCII characters.
bool is_key(std::string_view text) {
    return text.size() >= 8 && text.size() <= 128 &&
           std::ranges::all_of(text, [](char c) { return c > ' ' && c < 0x7f; });
}

std::string_view host_of(std::string_view origin) {
    auto const scheme = origin.find("://");
    return scheme == std::string_view::npos ? std::string_view{} : origin.substr(scheme + 3);
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
    for (Error const& error : errors.errors) {
        body["errors"].push_back({{"pointer", error.pointer},
                                  {"code", error_code_text(error.code)},
                                  {"detail", sentence(error, errors.language)}});
    }
    return text_response(422, "application/problem+json", body.dump() + "\n");
}

void log_store_away(StoreError const& error) {
    log({.level = LogLevel::error, .event = "store_away", .values = {{"reason", error.sentence}}});
}

Response store_away(StoreError const& error) {
    log_store_away(error);
    Response response =
        problem(503, "The request cannot be stored just now. Please send it again.");
    response.headers.push_back({"Retry-After", std::string(store_retry_seconds)});
    return response;
}

Response form_away(FormPages const& pages, StoreError const& error, Language language) {
    log_store_away(error);
    Response response = pages.notice(language, Notice::store_away, 503);
    response.headers.push_back({"Retry-After", std::string(store_retry_seconds)});
    return response;
}

Response refusal_of(IntakeError const& error) {
    if (auto const* store = std::get_if<StoreError>(&error)) {
        return store_away(*store);
    }
    if (std::holds_alternative<KeyConflict>(error)) {
        return problem(409, "This idempotency key was used for another request.");
    }
    return problem_with_errors(std::get<RequestErrors>(error));
}

} // namespace

RequestRoute::RequestRoute(RequestRouteOptions options, Store& store)
    : options_(std::move(options)),
      pages_(options_.site),
      catalogue_(options_.catalogue),
      store_(store),
      intake_(store),
      rate_limit_(options_.requests_per_minute) {}

Response RequestRoute::answer(Request const& request) {
    Response response;
    if (!is_allowed_origin(request)) {
        response = problem(403, "Requests from this origin are not accepted.");
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
    add_origin_headers(request, response);
    response.log_path = "/requests";
    return response;
}

Response RequestRoute::answer_post(Request const& request) {
    if (request.header("Content-Encoding")) {
        return problem(415, "A request's body is sent without a content coding.");
    }
    auto const wait = rate_limit_.admit(sender_address(request), RateLimit::Clock::now());
    if (wait > std::chrono::seconds(0)) {
        Response response =
            is_form(request)
                ? pages_.notice(language_of_form(parse_form(request.body).value_or(FormFields{})),
                                Notice::too_many, 429)
                : problem(429, "Too many requests came from this address.");
        response.headers.push_back({"Retry-After", std::to_string(wait.count())});
        return response;
    }
    auto const catalogue = catalogue_.current();
    if (!catalogue) {
        return store_away({"there is no usable catalogue"});
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
    return text_response(taken->is_new ? 201 : 200, "application/json", taken->answer + "\n");
}

Response RequestRoute::take_form(Request const& request, Catalogue const& catalogue) {
    auto const fields = parse_form(request.body);
    if (!fields) {
        return problem(400, "The form is not well encoded.");
    }
    Language const language = language_of_form(*fields);
    if (!field(*fields, trap_field).empty()) {
        return pages_.notice(language, Notice::trap_filled, 422);
    }
    auto const secret = store_.secret();
    if (!secret) {
        return form_away(pages_, secret.error(), language);
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
    Language const language = language_of_form(fields);
    auto const key = check_confirmation(field(fields, confirmation_field), secret,
                                        unix_milliseconds_now(), options_.form_least_time);
    if (!key) {
        if (key.error() != ConfirmationError::too_soon) {
            return pages_.notice(language, Notice::too_late, 422);
        }
        Response response = pages_.notice(language, Notice::too_soon, 429);
        auto const wait = std::chrono::ceil<std::chrono::seconds>(options_.form_least_time);
        response.headers.push_back({"Retry-After", std::to_string(wait.count())});
        return response;
    }
    auto const taken = intake_.take("form " + *key, request_of_form(fields, catalogue), catalogue);
    if (taken) {
        return pages_.thanks(fields, taken->answer, taken->is_new ? 201 : 200, catalogue);
    }
    if (auto const* store = std::get_if<StoreError>(&taken.error())) {
        return form_away(pages_, *store, language);
    }
    if (auto const* errors = std::get_if<RequestErrors>(&taken.error())) {
        return pages_.correction(fields, errors->errors, catalogue);
    }
    return pages_.notice(language, Notice::conflict, 409);
}

// A browser names the origin of every POST. Without one it is no page that sends.
bool RequestRoute::is_allowed_origin(Request const& request) const {
    auto const origin = request.header("Origin");
    if (!origin) {
        return true;
    }
    // Behind a proxy the scheme is not known here; the host is.
    std::string_view const host = host_of(*origin);
    bool const is_own =
        !host.empty() && equals_ignoring_case(host, request.header("Host").value_or(""));
    return is_own ||
           std::ranges::find(options_.allowed_origins, *origin) != options_.allowed_origins.end();
}

void RequestRoute::add_origin_headers(Request const& request, Response& response) const {
    response.headers.push_back({"Vary", "Origin"});
    auto const origin = request.header("Origin");
    if (origin &&
        std::ranges::find(options_.allowed_origins, *origin) != options_.allowed_origins.end()) {
        response.headers.push_back({"Access-Control-Allow-Origin", std::string(*origin)});
        response.headers.push_back({"Access-Control-Expose-Headers", "Retry-After"});
    }
}

std::string RequestRoute::sender_address(Request const& request) const {
    if (std::ranges::find(options_.trusted_proxies, request.peer) ==
        options_.trusted_proxies.end()) {
        return request.peer;
    }
    // The last one is what our own proxy saw; those before it anybody may have written.
    std::string const forwarded = request.header_list("X-Forwarded-For");
    auto const comma = forwarded.rfind(',');
    std::string_view const last =
        trim(comma == std::string::npos ? std::string_view(forwarded)
                                        : std::string_view(forwarded).substr(comma + 1));
    return last.empty() ? request.peer : std::string(last);
}

} // namespace kontingent::endpoint
