#include "endpoint/application.hpp"

#include "endpoint/http/problem.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace kontingent::endpoint {
namespace {

bool has_header(Response const& response, std::string_view name) {
    return std::ranges::any_of(response.headers, [&](Header const& header) {
        return equals_ignoring_case(header.name, name);
    });
}

} // namespace

Response Application::answer(Request const& request) {
    return with_security_headers(route(request));
}

Response Application::refusal(std::uint16_t status, std::string_view detail) {
    return with_security_headers(problem(status, detail));
}

Response Application::health(Request const& request) {
    if (request.method != "GET" && request.method != "HEAD") {
        Response refusal = problem(405, "Health is read with GET or HEAD.");
        refusal.headers.push_back({"Allow", "GET, HEAD"});
        return refusal;
    }
    // The site is served whether or not the store is there, so its absence is said, not a failure.
    std::string_view const store = requests_ == nullptr          ? "none"
                                   : requests_->is_store_ready() ? "ok"
                                                                 : "away";
    Response answer = text_response(
        200, "application/json", "{\"status\":\"ok\",\"store\":\"" + std::string(store) + "\"}\n");
    answer.log_path = "/healthz";
    return answer;
}

Response Application::route(Request const& request) {
    if (request.path == "/healthz") {
        return health(request);
    }
    if (requests_ != nullptr && request.path == "/requests") {
        return requests_->answer(request);
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
        response.headers.push_back({"Content-Security-Policy", site_.default_policy()});
    }
    return response;
}

} // namespace kontingent::endpoint
