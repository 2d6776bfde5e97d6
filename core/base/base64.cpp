#include "core/base/base64.hpp"

#include <cstdint>

namespace kontingent {
namespace {

constexpr std::string_view alphabet =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

} // namespace

std::string to_base64(std::string_view bytes) {
    std::string text;
    for (std::size_t at = 0; at < bytes.size(); at += 3) {
        std::string_view const group = bytes.substr(at, 3);
        std::uint32_t bits = 0;
        for (std::size_t i = 0; i < 3; ++i) {
            bits = bits << 8U | (i < group.size() ? static_cast<unsigned char>(group[i]) : 0U);
        }
        for (std::size_t i = 0; i < 4; ++i) {
            text += i <= group.size() ? alphabet[bits >> (18U - 6U * i) & 0x3FU] : '=';
        }
    }
    return text;
}

std::optional<std::string> from_base64(std::string_view text) {
    std::string bytes;
    for (std::size_t at = 0; at < text.size(); at += 4) {
        std::uint32_t bits = 0;
        for (char const letter : text.substr(at, 4)) {
            auto const value = alphabet.find(letter);
            bits = bits << 6U |
                   static_cast<std::uint32_t>(value == std::string_view::npos ? 0 : value);
        }
        for (unsigned const shift : {16U, 8U, 0U}) {
            bytes += static_cast<char>(bits >> shift & 0xFFU);
        }
    }
    bytes.resize(bytes.size() - (text.ends_with("==") ? 2 : text.ends_with("=") ? 1 : 0));
    // Other letters, lengths and bits to spare are found by writing it again.
    return to_base64(bytes) == text ? std::optional(std::move(bytes)) : std::nullopt;
}

} // namespace kontingent
