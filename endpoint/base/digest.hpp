// Digests, signatures, random numbers and the texts they are written as; by OpenSSL's libcrypto.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kontingent::endpoint {

using Sha256 = std::array<std::uint8_t, 32>;

Sha256 sha256(std::string_view bytes);
Sha256 hmac_sha256(std::string_view key, std::string_view bytes);
std::string to_hex(Sha256 const& digest);
// With padding, the alphabet of RFC 4648 4.
std::string to_base64(std::string_view bytes);
// Nothing where the text is no base64.
std::optional<std::string> from_base64(std::string_view text);
// In a time that does not tell where they differ.
bool equals_secretly(std::string_view a, std::string_view b);
// From the system's source of randomness.
std::string random_hex(std::size_t byte_count);

} // namespace kontingent::endpoint
