#include "endpoint/http/origin.hpp"

#include "core/base/ascii.hpp"
#include "endpoint/http/http.hpp"

#include <algorithm>

namespace kontingent::endpoint {
namespace {

struct Parts {
    std::string scheme;
    std::string authority;
};

Parts parts_of(std::string_view origin) {
    auto const end = origin.find("://");
    if (end == std::string_view::npos) {
        return {};
    }
    return {.scheme = ascii::to_lower(origin.substr(0, end)),
            .authority = ascii::to_lower(origin.substr(end + 3))};
}

std::string without_own_port(std::string_view scheme, std::string_view authority) {
    std::string_view const port = scheme == "https" ? ":443" : ":80";
    if (authority.ends_with(port)) {
        authority.remove_suffix(port.size());
    }
    return std::string(authority);
}

bool is_authority(std::string_view text) {
    std::string_view host = text;
    auto const colon = text.rfind(':');
    if (colon != std::string_view::npos && !text.ends_with(']')) {
        std::string_view const port = text.substr(colon + 1);
        host = text.substr(0, colon);
        if (port.empty() || port.size() > 5 || !std::ranges::all_of(port, ascii::is_digit)) {
            return false;
        }
    }
    return !host.empty() && std::ranges::all_of(host, [](char c) {
        return ascii::is_lower(c) || ascii::is_digit(c) ||
               std::string_view("-.:[]").find(c) != std::string_view::npos;
    });
}

} // namespace

std::expected<std::string, std::string> parse_origin(std::string_view text) {
    Parts const parts = parts_of(text);
    bool const is_known = parts.scheme == "http" || parts.scheme == "https";
    if (!is_known || !is_authority(parts.authority)) {
        return std::unexpected("'" + std::string(text) +
                               "' is no origin; write https://www.example.org, without a path");
    }
    return parts.scheme + "://" + without_own_port(parts.scheme, parts.authority);
}

bool is_origin_of_host(std::string_view origin, std::string_view host) {
    Parts const parts = parts_of(origin);
    return !parts.authority.empty() && without_own_port(parts.scheme, parts.authority) ==
                                           without_own_port(parts.scheme, ascii::to_lower(host));
}

} // namespace kontingent::endpoint
