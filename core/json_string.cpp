#include "core/json_string.hpp"

#include <cstdint>

namespace kontingent::json {
namespace {

int hex_digit(char c) {
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    if (c >= 'a' && c <= 'f') {
        return c - 'a' + 10;
    }
    if (c >= 'A' && c <= 'F') {
        return c - 'A' + 10;
    }
    return -1;
}

bool is_high_surrogate(std::uint32_t unit) {
    return unit >= 0xD800 && unit < 0xDC00;
}

bool is_low_surrogate(std::uint32_t unit) {
    return unit >= 0xDC00 && unit < 0xE000;
}

// Four hexadecimal digits.
bool take_code_unit(Cursor& cursor, std::uint32_t& unit) {
    for (int count = 0; count < 4; ++count) {
        int const digit = hex_digit(cursor.take());
        if (digit < 0) {
            return false;
        }
        unit = unit << 4 | static_cast<std::uint32_t>(digit);
    }
    return true;
}

// What follows a backslash and u: one code unit, or the two of a surrogate pair.
bool take_code_point(Cursor& cursor, std::vector<char>& characters) {
    std::uint32_t point = 0;
    if (!take_code_unit(cursor, point) || is_low_surrogate(point)) {
        return false;
    }
    if (is_high_surrogate(point)) {
        std::uint32_t low = 0;
        bool const has_low =
            cursor.take_if('\\') && cursor.take_if('u') && take_code_unit(cursor, low);
        if (!has_low || !is_low_surrogate(low)) {
            return false;
        }
        point = 0x10000 + ((point - 0xD800) << 10) + (low - 0xDC00);
    }
    utf8::append(characters, point);
    return true;
}

bool take_escape(Cursor& cursor, std::vector<char>& characters) {
    constexpr std::string_view names = "\"\\/bfnrt";
    constexpr std::string_view meanings = "\"\\/\b\f\n\r\t";
    cursor.take();
    if (cursor.take_if('u')) {
        return take_code_point(cursor, characters);
    }
    auto const name = names.find(cursor.take());
    if (name == std::string_view::npos) {
        return false;
    }
    characters.push_back(meanings[name]);
    return true;
}

} // namespace

std::expected<std::string_view, Place> take_string(Cursor& cursor, std::vector<char>& characters) {
    Place const begin = cursor.place();
    std::size_t const from = characters.size();
    cursor.take();
    while (!cursor.take_if('"')) {
        Place const place = cursor.place();
        if (cursor.is_at_end()) {
            return std::unexpected(begin);
        }
        if (cursor.peek() == '\\') {
            if (!take_escape(cursor, characters)) {
                return std::unexpected(place);
            }
        } else if (static_cast<unsigned char>(cursor.peek()) < 0x20) {
            return std::unexpected(place);
        } else {
            characters.push_back(cursor.take());
        }
    }
    return std::string_view(characters.data() + from, characters.size() - from);
}

} // namespace kontingent::json
