#include "endpoint/http/target.hpp"

#include "core/base/ascii.hpp"
#include "endpoint/http/http.hpp"

#include <algorithm>

namespace kontingent::endpoint {
namespace {

bool is_control(char c) {
    auto const code = static_cast<unsigned char>(c);
    return code < 0x20 || code == 0x7f;
}

bool is_refused(std::string_view segment) {
    return segment.empty() || segment.front() == '.' || segment.back() == '~' ||
           segment.find_first_of("/\\") != std::string_view::npos;
}

} // namespace

SplitTarget split_target(std::string_view target) {
    SplitTarget split;
    for (std::string_view const scheme : {"http://", "https://"}) {
        if (target.size() > scheme.size() &&
            equals_ignoring_case(target.substr(0, scheme.size()), scheme)) {
            target.remove_prefix(scheme.size());
            split.authority = target.substr(0, target.find_first_of("/?"));
            target.remove_prefix(split.authority.size());
            break;
        }
    }
    auto const question = target.find('?');
    split.path = target.substr(0, question);
    if (question != std::string_view::npos) {
        split.query = target.substr(question + 1);
    }
    if (!split.authority.empty() && split.path.empty()) {
        split.path = "/";
    }
    return split;
}

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
        int const high = ascii::hex_value(text[i + 1]);
        int const low = ascii::hex_value(text[i + 2]);
        if (high < 0 || low < 0) {
            return std::unexpected(TargetError::malformed);
        }
        result += static_cast<char>(high * 16 + low);
        i += 2;
    }
    return result;
}

std::expected<Target, TargetError> parse_target(std::string_view path) {
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
        // The folder of page templates is for `kontingent pages`, not for visitors.
        bool const is_template = target.segments.empty() && *segment == "template";
        if (is_refused(*segment) || is_template) {
            return std::unexpected(TargetError::refused);
        }
        target.segments.push_back(std::move(*segment));
        target.is_folder = slash != std::string_view::npos;
        path.remove_prefix(target.is_folder ? slash + 1 : path.size());
    }
    return target;
}

} // namespace kontingent::endpoint
