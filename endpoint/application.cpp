#include "endpoint/application.hpp"

#include "endpoint/http/problem.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace kontingent::endpoint {
namespace {

constexpr std::string_view policy_of_json = "default-src 'none'; frame-ancestors 'none'";

bool has_header(Response const& response, std::string_view name) {
    return std::ranges::any_of(response.headers, [&](Header const& header) {
        return equals_ignoring_case(header.name, name);
    });
}

bool is_json(Response const& response) {
    return std::ranges::any_of(response.headers, [](Header const& header) {
        return equals_ignoring_case(header.name, "Content-Type") &&
               (header.value == "application/json" || header.value == "application/problem+json");
    });
}

} // namespace

void Application::use(std::shared_ptr<RequestRoute> requests) {
    std::scoped_lock const lock(mutex_);
    requests_ = std::move(requests);
}

std::shared_ptr<RequestRoute> Application::requests() const {
    std::scoped_lock const lock(mutex_);
    return requests_;
}

Response Application::answer(Request const& request) {
    return with_security_headers(route(request));
}

Response Application::refusal(std::uint16_t status, std::string_view detail, Request const& head) {
    auto const route = requests();
    return with_security_headers(route && head.path == "/requests"
                                     ? route->refusal(status, detail, head)
                                     : problem(status, detail));
}

bool Application::is_trusted_proxy(std::string const& peer) const {
    auto const route = requests();
    return route && route->is_trusted_proxy(peer);
}

bool Application::may_wait(Request const& request) const {
    return request.path == "/requests" || request.path == "/readyz";
}

// Alive: the program answers. It asks nothing of the store, so that nobody restarts the program
// because a database is down.
Response Application::health(Request const& request) {
    if (request.method != "GET" && request.method != "HEAD") {
        Response refusal = problem(405, "Health is read with GET or HEAD.");
        refusal.headers.push_back({"Allow", "GET, HEAD"});
        return refusal;
    }
    Response answer = request.path == "/readyz"
                          ? readiness(requests().get())
                          : text_response(200, "application/json", "{\"status\":\"ok\"}\n");
    answer.log_path = request.path;
    return answer;
}

// Ready: a request sent now would be stored. 503 where it would not.
Response Application::readiness(RequestRoute* requests) {
    if (requests == nullptr) {
        return text_response(200, "application/json",
                             "{\"status\":\"ok\",\"store\":\"none\",\"catalogue\":\"none\"}\n");
    }
    auto const state = requests->readiness();
    auto const word = [](bool is_ok) -> std::string { return is_ok ? "ok" : "unavailable"; };
    bool const is_ready = state.is_store_writable && state.has_catalogue;
    Response answer = text_response(is_ready ? 200 : 503, "application/json",
                                    "{\"status\":\"" + word(is_ready) + "\",\"store\":\"" +
                                        word(state.is_store_writable) + "\",\"catalogue\":\"" +
                                        word(state.has_catalogue) + "\"}\n");
    if (!is_ready) {
        answer.headers.push_back({"Retry-After", "5"});
    }
    return answer;
}

Response Application::route(Request const& request) {
    if (request.path == "/healthz" || request.path == "/readyz") {
        return health(request);
    }
    if (auto const route = requests(); route && request.path == "/requests") {
        return route->answer(request);
    }
    return site_.answer(request);
}

Response Application::with_security_headers(Response response) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 5> always{{
        {"X-Content-Type-Options", "nosniff"},
        {"Referrer-Policy", "strict-origin-when-cross-origin"},
        {"Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"},
        {"Cross-Origin-Opener-Policy", "same-origin"},
        {"X-Frame-Options", "DENY"},
    }};
    for (auto const& [name, value] : always) {
        response.headers.push_back({std::string(name), std::string(value)});
    }
    if (!has_header(response, "Content-Security-Policy")) {
        // The site's is read from its page, for which JSON need not wait.
        response.headers.push_back({"Content-Security-Policy", is_json(response)
                                                                   ? std::string(policy_of_json)
                                                                   : site_.default_policy()});
    }
    return response;
}

} // namespace kontingent::endpoint
