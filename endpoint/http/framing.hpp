// Whether a request's headers leave exactly one reading of where its body ends (RFC 9112 6.3). Two
// readings of one message are how requests are smuggled past a proxy, so anything doubtful is
// refused and the connection closed.
#pragma once

#include "endpoint/http/http.hpp"

#include <cstddef>
#include <optional>
#include <string_view>

namespace kontingent::endpoint {

// One sentence, or nothing where the framing is sound.
std::optional<std::string_view> framing_error(Request const& head);

// The declared length; 0 where there is none (or the body is chunked). Only of sound framing.
std::size_t declared_body_bytes(Request const& head);

} // namespace kontingent::endpoint
