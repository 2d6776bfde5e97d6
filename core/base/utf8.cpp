#include "core/base/utf8.hpp"

namespace kontingent::utf8 {
namespace {

// Bytes of the code point that starts here, 0 where none does (Unicode, table 3-7).
std::size_t sound_size(std::string_view text) {
    auto const byte = [text](std::size_t at) -> unsigned {
        return at < text.size() ? static_cast<unsigned char>(text[at]) : 0u;
    };
    auto const is_within = [&byte](std::size_t at, unsigned lowest, unsigned highest) {
        return byte(at) >= lowest && byte(at) <= highest;
    };
    unsigned const lead = byte(0);
    if (lead < 0x80) {
        return 1;
    }
    if (lead >= 0xC2 && lead <= 0xDF) {
        return is_within(1, 0x80, 0xBF) ? 2 : 0;
    }
    if (lead >= 0xE0 && lead <= 0xEF) {
        bool const is_valid =
            is_within(1, lead == 0xE0 ? 0xA0 : 0x80, lead == 0xED ? 0x9F : 0xBF) &&
            is_within(2, 0x80, 0xBF);
        return is_valid ? 3 : 0;
    }
    if (lead >= 0xF0 && lead <= 0xF4) {
        bool const is_valid =
            is_within(1, lead == 0xF0 ? 0x90 : 0x80, lead == 0xF4 ? 0x8F : 0xBF) &&
            is_within(2, 0x80, 0xBF) && is_within(3, 0x80, 0xBF);
        return is_valid ? 4 : 0;
    }
    return 0;
}

// Longer forms are not decoded: neither blanks nor control characters are among them.
char32_t point_at(std::string_view text, std::size_t at) {
    auto const lead = static_cast<unsigned char>(text[at]);
    if (lead != 0xC2) {
        return lead < 0x80 ? lead : U'\uFFFD';
    }
    return static_cast<unsigned char>(text[at + 1]);
}

bool is_space(char32_t point) {
    return point == ' ' || point == '\t' || point == '\n' || point == '\r' || point == 0xA0;
}

bool is_control(char32_t point) {
    return point < 0x20 || (point >= 0x7F && point < 0xA0);
}

} // namespace

std::size_t sound_prefix(std::string_view text) {
    std::size_t offset = 0;
    while (offset < text.size()) {
        std::size_t const size = sound_size(text.substr(offset));
        if (size == 0) {
            break;
        }
        offset += size;
    }
    return offset;
}

std::size_t length(std::string_view text) {
    std::size_t count = 0;
    for (char const byte : text) {
        count += continues(byte) ? 0u : 1u;
    }
    return count;
}

bool is_blank(std::string_view text) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (!continues(text[at]) && !is_space(point_at(text, at))) {
            return false;
        }
    }
    return true;
}

bool has_control(std::string_view text, std::string_view allowed) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (!continues(text[at]) && is_control(point_at(text, at)) &&
            allowed.find(text[at]) == std::string_view::npos) {
            return true;
        }
    }
    return false;
}

} // namespace kontingent::utf8
