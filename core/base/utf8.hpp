// UTF-8 as far as the core needs it: is a text sound, and how many characters does a person count
// in it.
#pragma once

#include <cstddef>
#include <string_view>

namespace kontingent::utf8 {

// Whether this byte is inside a code point, not its first.
constexpr bool continues(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0u) == 0x80u;
}

// How many bytes from the start are well-formed (no overlong forms, surrogates, or anything above
// U+10FFFF).
std::size_t sound_prefix(std::string_view text);

// Code points of a sound text.
std::size_t length(std::string_view text);

} // namespace kontingent::utf8
