// Bytes as text for an address, with a checksum: base64url (RFC 4648, without "=") of the bytes and
// their CRC-32 (IEEE 802.3). The prefix precedes it unchanged and is covered by the checksum. A
// change within 32 consecutive bits, such as one character or two neighbours swapped, is always
// noticed, any other with a probability of 1 - 2^-32.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace kontingent {

std::string to_address_text(std::string_view prefix, std::string_view bytes);

// The bytes behind the prefix; none if the text is damaged.
std::optional<std::string> from_address_text(std::string_view prefix, std::string_view text);

} // namespace kontingent
