#include "endpoint/http/message.hpp"

#include "endpoint/base/date.hpp"
#include "endpoint/http/framing.hpp"
#include "endpoint/http/problem.hpp"
#include "endpoint/http/target.hpp"

#include <algorithm>
#include <array>

namespace kontingent::endpoint {
namespace {

namespace http = boost::beast::http;

constexpr unsigned version_1_1 = 11;

bool is_valid_host(std::string_view host) {
    return std::ranges::all_of(host, [](char c) {
        return c > ' ' && c < 0x7f &&
               std::string_view("/\\?#@<>\"'`{}|^,").find(c) == std::string_view::npos;
    });
}

} // namespace

void read_head(http::request_header<http::fields> const& head, Request& request) {
    request.method = head.method_string();
    for (auto const& field : head) {
        request.headers.push_back({std::string(field.name_string()), std::string(field.value())});
    }
    SplitTarget const target = split_target(std::string_view(head.target()));
    request.path = target.path;
    request.query = target.query;
    if (target.authority.empty()) {
        return;
    }
    for (Header& header : request.headers) {
        if (equals_ignoring_case(header.name, "Host")) {
            header.value = target.authority;
        }
    }
}

http::response<SharedBody> message_of(Response const& response) {
    http::response<SharedBody> message;
    message.version(version_1_1);
    message.result(response.status);
    message.reason(status_phrase(response.status));
    message.set(http::field::date, internet_date(unix_milliseconds_now() / 1000, "GMT"));
    for (Header const& header : response.headers) {
        message.insert(header.name, header.value);
    }
    message.body() = response.body;
    // A 304 has the length of the file it stands for, or none; a 204 has none.
    if (response.status != 304 && response.status != 204) {
        message.content_length(response.body->size());
    }
    return message;
}

std::optional<std::string_view> head_error(Request const& request, unsigned version) {
    if (auto const error = framing_error(request)) {
        return error;
    }
    auto const host = request.header("Host");
    if (!host && version == version_1_1) {
        return "Host is missing.";
    }
    if (host && !is_valid_host(*host)) {
        return "Host is malformed.";
    }
    return std::nullopt;
}

bool expects_continue(Request const& request) {
    return equals_ignoring_case(request.header("Expect").value_or(""), "100-continue");
}

std::string method_for_log(std::string_view method) {
    constexpr std::array<std::string_view, 7> known{"GET", "HEAD",   "POST", "OPTIONS",
                                                    "PUT", "DELETE", "PATCH"};
    return std::string(std::ranges::find(known, method) != known.end() ? method : "other");
}

} // namespace kontingent::endpoint
