// Bytes as text that survives in an address, and tells when it did not: base64url (RFC 4648,
// without "=") of the bytes and their CRC-32 (IEEE 802.3). The prefix stands before it as it is and
// is part of what the checksum covers. A change within 32 bits in a row, such as one character or
// two neighbours swapped, is always noticed; anything else but once in four billion times.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace kontingent {

std::string to_address_text(std::string_view prefix, std::string_view bytes);

// The bytes of what stands behind the prefix; none where it is damaged.
std::optional<std::string> from_address_text(std::string_view prefix, std::string_view text);

} // namespace kontingent
