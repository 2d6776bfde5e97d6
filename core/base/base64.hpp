// Base64 (RFC 4648): bytes as text in JSON and in addresses of the scheme "data".
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace kontingent {

// With "=" at its end where it needs it.
std::string to_base64(std::string_view bytes);

// Nothing where the text is not what to_base64() writes: each sequence of bytes has one text.
std::optional<std::string> from_base64(std::string_view text);

} // namespace kontingent
