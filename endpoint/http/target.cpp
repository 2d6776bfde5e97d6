#include "endpoint/http/target.hpp"

#include <algorithm>

namespace kontingent::endpoint {
namespace {

int hex_digit(char c) {
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    if (c >= 'a' && c <= 'f') {
        return c - 'a' + 10;
    }
    if (c >= 'A' && c <= 'F') {
        return c - 'A' + 10;
    }
    return -1;
}

bool is_control(char c) {
    auto const code = static_cast<unsigned char>(c);
    return code < 0x20 || code == 0x7f;
}

bool is_refused(std::string_view segment) {
    return segment.empty() || segment.front() == '.' ||
           segment.find_first_of("/\\") != std::string_view::npos;
}

std::string_view without_authority(std::string_view path) {
    for (std::string_view scheme : {"http://", "https://"}) {
        if (!path.starts_with(scheme)) {
            continue;
        }
        auto const slash = path.find('/', scheme.size());
        return slash == std::string_view::npos ? "/" : path.substr(slash);
    }
    return path;
}

} // namespace

std::expected<std::string, TargetError> percent_decode(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            result += text[i];
            continue;
        }
        if (text.size() - i < 3) {
            return std::unexpected(TargetError::malformed);
        }
        int const high = hex_digit(text[i + 1]);
        int const low = hex_digit(text[i + 2]);
        if (high < 0 || low < 0) {
            return std::unexpected(TargetError::malformed);
        }
        result += static_cast<char>(high * 16 + low);
        i += 2;
    }
    return result;
}

std::expected<Target, TargetError> parse_target(std::string_view path) {
    path = without_authority(path);
    if (path.empty() || path.front() != '/') {
        return std::unexpected(TargetError::malformed);
    }
    path.remove_prefix(1);
    Target target;
    while (!path.empty()) {
        auto const slash = path.find('/');
        auto segment = percent_decode(path.substr(0, slash));
        if (!segment || std::ranges::any_of(*segment, is_control)) {
            return std::unexpected(TargetError::malformed);
        }
        if (is_refused(*segment)) {
            return std::unexpected(TargetError::refused);
        }
        target.segments.push_back(std::move(*segment));
        target.is_folder = slash != std::string_view::npos;
        path.remove_prefix(target.is_folder ? slash + 1 : path.size());
    }
    return target;
}

} // namespace kontingent::endpoint
