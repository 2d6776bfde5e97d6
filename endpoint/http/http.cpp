#include "endpoint/http/http.hpp"

#include "core/base/ascii.hpp"

#include <algorithm>

namespace kontingent::endpoint {

bool equals_ignoring_case(std::string_view a, std::string_view b) {
    return std::ranges::equal(
        a, b, [](char x, char y) { return ascii::to_lower(x) == ascii::to_lower(y); });
}

std::string_view trim(std::string_view text) {
    auto const first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos) {
        return {};
    }
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

std::optional<std::string_view> Request::header(std::string_view name) const {
    for (Header const& header : headers) {
        if (equals_ignoring_case(header.name, name)) {
            return header.value;
        }
    }
    return std::nullopt;
}

std::string Request::header_list(std::string_view name) const {
    std::string all;
    for (Header const& header : headers) {
        if (!equals_ignoring_case(header.name, name)) {
            continue;
        }
        if (!all.empty()) {
            all += ", ";
        }
        all += header.value;
    }
    return all;
}

std::size_t Request::count(std::string_view name) const {
    return static_cast<std::size_t>(std::ranges::count_if(
        headers, [&](Header const& header) { return equals_ignoring_case(header.name, name); }));
}

Response text_response(std::uint16_t status, std::string_view media_type, std::string body) {
    return Response{
        .status = status,
        .headers = {{"Content-Type", std::string(media_type)}, {"Cache-Control", "no-store"}},
        .body = std::make_shared<std::string const>(std::move(body)),
        .log_path = {}};
}

} // namespace kontingent::endpoint
