// SHA-256 (FIPS 180-4), for digests of documents that browsers and the program must compute alike.
#pragma once

#include <string>
#include <string_view>

namespace kontingent {

// 64 lower-case hexadecimal digits.
std::string sha256_hex(std::string_view bytes);

// Whether a text has the form of such a digest.
bool is_sha256_hex(std::string_view text);

} // namespace kontingent
