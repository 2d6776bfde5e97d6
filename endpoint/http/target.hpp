// The path of a request, taken apart. Decoding happens exactly once, segment by segment, and
// whatever could leave the site's folder or name something hidden does not come out of here as a
// path.
#pragma once

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>
#include <vector>

namespace kontingent::endpoint {

enum class TargetError : std::uint8_t {
    malformed, // no leading slash, a broken percent escape, a control character: 400
    refused,   // "..", a dot file, an editor's copy (~), /template, an empty segment, a slash or
               // backslash within a segment: 404
};

struct Target {
    std::vector<std::string> segments; // decoded; "/en/" is {"en"}, "/" is {}
    bool is_folder = true;             // ends with a slash
};

// A request's target, divided. The absolute form of RFC 9112 3.2.2 ("http://host/path?query") has
// an authority; the usual form has none.
struct SplitTarget {
    std::string_view authority;
    std::string_view path;
    std::string_view query;
};

SplitTarget split_target(std::string_view target);

// `path` as in SplitTarget.
std::expected<Target, TargetError> parse_target(std::string_view path);

// %XX decoded; nothing where an escape is broken.
std::expected<std::string, TargetError> percent_decode(std::string_view text);

} // namespace kontingent::endpoint
