// Single characters of ASCII, without any locale.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace kontingent::ascii {

constexpr bool is_digit(char character) {
    return character >= '0' && character <= '9';
}

constexpr bool is_lower(char character) {
    return character >= 'a' && character <= 'z';
}

constexpr bool is_upper(char character) {
    return character >= 'A' && character <= 'Z';
}

constexpr bool is_letter(char character) {
    return is_lower(character) || is_upper(character);
}

constexpr char to_lower(char character) {
    return is_upper(character) ? static_cast<char>(character - 'A' + 'a') : character;
}

constexpr char to_upper(char character) {
    return is_lower(character) ? static_cast<char>(character - 'a' + 'A') : character;
}

inline std::string to_lower(std::string_view text) {
    std::string lower(text);
    for (char& character : lower) {
        character = to_lower(character);
    }
    return lower;
}

// The value of a hexadecimal digit in either case; -1 where it is none.
constexpr int hex_value(char digit) {
    if (is_digit(digit)) {
        return digit - '0';
    }
    char const lower = to_lower(digit);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

// Lower case; `value` is 0 to 15.
constexpr char hex_digit(unsigned value) {
    return "0123456789abcdef"[value & 0xFU];
}

// 1 to 64 of a-z, 0-9 and "-": an id of the catalogue.
constexpr bool is_id(std::string_view text) {
    constexpr std::size_t id_length_max = 64;
    if (text.empty() || text.size() > id_length_max) {
        return false;
    }
    for (char const character : text) {
        if (!is_lower(character) && !is_digit(character) && character != '-') {
            return false;
        }
    }
    return true;
}

} // namespace kontingent::ascii
