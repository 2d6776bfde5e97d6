// Origins of pages (RFC 6454), as browsers send them and as hosts list them.
#pragma once

#include <expected>
#include <string>
#include <string_view>

namespace kontingent::endpoint {

// "https://www.example.org" in lower case, without the scheme's own port. The error is a sentence.
std::expected<std::string, std::string> parse_origin(std::string_view text);

// Whether a page of this origin talks to its own host. Behind a proxy the scheme is not known here;
// the host is. A port that is the scheme's own may be written or not.
bool is_origin_of_host(std::string_view origin, std::string_view host);

} // namespace kontingent::endpoint
