// Refusals as application/problem+json (RFC 9457): one shape for programs and people.
#pragma once

#include "endpoint/http/http.hpp"

#include <cstdint>
#include <string_view>

namespace kontingent::endpoint {

// The standard phrase of a status this program sends.
std::string_view status_phrase(std::uint16_t status);

// `detail` is one sentence in English, without any text the client sent.
Response problem(std::uint16_t status, std::string_view detail);

} // namespace kontingent::endpoint
