#include "endpoint/digest.hpp"

#include <cstdlib>
#include <openssl/evp.h>

namespace kontingent::endpoint {

Sha256 sha256(std::string_view bytes) {
    Sha256 digest{};
    if (EVP_Digest(bytes.data(), bytes.size(), digest.data(), nullptr, EVP_sha256(), nullptr) !=
        1) {
        std::abort();
    }
    return digest;
}

std::string to_hex(Sha256 const& digest) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (std::uint8_t const byte : digest) {
        text += digits[byte >> 4];
        text += digits[byte & 15];
    }
    return text;
}

} // namespace kontingent::endpoint
