#include "core/link/address_text.hpp"

#include <cstddef>
#include <cstdint>

namespace kontingent {
namespace {

constexpr std::string_view digits =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
constexpr std::size_t checksum_size = 4;

std::uint32_t checksum(std::string_view prefix, std::string_view bytes) {
    std::uint32_t sum = 0xFFFFFFFFu;
    for (std::string_view const part : {prefix, bytes}) {
        for (char const byte : part) {
            sum ^= static_cast<unsigned char>(byte);
            for (int bit = 0; bit < 8; ++bit) {
                sum = (sum >> 1) ^ ((sum & 1u) != 0 ? 0xEDB88320u : 0u);
            }
        }
    }
    return ~sum;
}

std::string with_checksum(std::string_view prefix, std::string_view bytes) {
    std::string result(bytes);
    std::uint32_t sum = checksum(prefix, bytes);
    for (std::size_t index = 0; index < checksum_size; ++index) {
        result += static_cast<char>(sum & 0xFFu);
        sum >>= 8;
    }
    return result;
}

} // namespace

std::string to_address_text(std::string_view prefix, std::string_view bytes) {
    std::string text(prefix);
    std::uint32_t bits = 0;
    int bit_count = 0;
    for (char const byte : with_checksum(prefix, bytes)) {
        bits = (bits << 8) | static_cast<unsigned char>(byte);
        bit_count += 8;
        while (bit_count >= 6) {
            bit_count -= 6;
            text += digits[(bits >> bit_count) & 63u];
        }
    }
    if (bit_count > 0) {
        text += digits[(bits << (6 - bit_count)) & 63u];
    }
    return text;
}

std::optional<std::string> from_address_text(std::string_view prefix, std::string_view text) {
    std::string bytes;
    std::uint32_t bits = 0;
    int bit_count = 0;
    for (char const digit : text) {
        auto const value = digits.find(digit);
        if (value == std::string_view::npos) {
            return std::nullopt;
        }
        bits = (bits << 6) | static_cast<std::uint32_t>(value);
        bit_count += 6;
        if (bit_count >= 8) {
            bit_count -= 8;
            bytes += static_cast<char>((bits >> bit_count) & 0xFFu);
        }
    }
    // What is left over are fewer bits than a digit has, and zero: else there would be two ways to
    // write the same.
    bool const is_whole = bit_count < 6 && (bits & ((1u << bit_count) - 1u)) == 0;
    if (!is_whole || bytes.size() < checksum_size) {
        return std::nullopt;
    }
    std::string const content = bytes.substr(0, bytes.size() - checksum_size);
    return with_checksum(prefix, content) == bytes ? std::optional(content) : std::nullopt;
}

} // namespace kontingent
