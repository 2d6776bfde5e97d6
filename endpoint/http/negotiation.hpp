// What a client's headers allow: content codings (RFC 9110 12.5.3) and conditional requests
// (13.1.2).
#pragma once

#include <string_view>

namespace kontingent::endpoint {

// Whether the coding may be sent and is not liked less than the plain file. "*" stands for every
// coding not named; a malformed weight counts as a refusal.
bool accepts_coding(std::string_view accept_encoding, std::string_view coding);

// Weak comparison with each tag of an If-None-Match list; "*" matches everything.
bool matches_etag(std::string_view if_none_match, std::string_view etag);

} // namespace kontingent::endpoint
