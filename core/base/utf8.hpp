// UTF-8 as far as the core needs it: whether a text is valid, and how many characters it has.
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
std::size_t valid_prefix(std::string_view text);

// Code points of a valid text.
std::size_t length(std::string_view text);

// Whether a valid text has no visible character: nothing but blanks of any width, tabs, line breaks
// and format characters, such as a zero-width space or a word joiner.
bool is_blank(std::string_view text);

// Whether a valid text holds a control character (below U+0020, U+007F to U+009F) other than those
// in `allowed`, which are ASCII.
bool has_control(std::string_view text, std::string_view allowed = {});

} // namespace kontingent::utf8
