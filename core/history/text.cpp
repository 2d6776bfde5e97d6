#include "core/history/text.hpp"

#include "core/base/ascii.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

namespace kontingent::history {

namespace {

constexpr std::array<std::string_view, 16> blanks{
    " ",      "\t",     "\r",     "\n",     "\u00A0", "\u2007", "\u2009", "\u202F",
    "\u200B", "\u200E", "\u200F", "\uFEFF", "\u202A", "\u202C", "\u2066", "\u2069"};

// Letters of U+00C0 to U+017F without case and accent; '*' is no letter, capitals become two.
constexpr std::string_view base_letters = "aaaaaaAceeeeiiiidnooooo*ouuuuytS"
                                          "aaaaaaAceeeeiiiidnooooo*ouuuuyty"
                                          "aaaaaaccccccccddddeeeeeeeeeegggg"
                                          "gggghhhhiiiiiiiiiiIIjjkkklllllll"
                                          "lllnnnnnnnnnooooooOOrrrrrrssssss"
                                          "ssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
static_assert(base_letters.size() == 0x180 - 0xC0);

struct CodePoint {
    char32_t value = 0;
    std::size_t bytes = 1;
};

CodePoint first_of(std::string_view text) {
    auto const byte = [&](std::size_t at) -> char32_t {
        return at < text.size() ? static_cast<unsigned char>(text[at]) & 0x3Fu : 0;
    };
    auto const lead = static_cast<unsigned char>(text[0]);
    if (lead < 0xC0) {
        return {lead, 1};
    }
    if (lead < 0xE0) {
        return {(lead & 0x1Fu) << 6U | byte(1), 2};
    }
    if (lead < 0xF0) {
        return {(lead & 0x0Fu) << 12U | byte(1) << 6U | byte(2), 3};
    }
    return {(lead & 0x07u) << 18U | byte(1) << 12U | byte(2) << 6U | byte(3), 4};
}

bool is_invisible(char32_t c) {
    return c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2060 && c <= 0x2069) || c == 0xFEFF;
}

bool is_wide_blank(char32_t c) {
    return c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F || c == 0x3000;
}

bool is_letter(char32_t c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           (c >= 0xC0 && c != 0xD7 && c != 0xF7 && !is_wide_blank(c) && !is_invisible(c) &&
            (c < 0x2000 || c > 0x2BFF));
}

bool is_capital(char32_t c) {
    return (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE);
}

void add_folded(std::string& text, std::string_view character, char32_t c) {
    if (c < 0x80) {
        text += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : static_cast<char>(c);
        return;
    }
    char const base = c >= 0xC0 && c < 0x180 ? base_letters[c - 0xC0] : '*';
    switch (base) {
    case '*':
        text += character;
        return;
    case 'A':
        text += "ae";
        return;
    case 'S':
        text += "ss";
        return;
    case 'I':
        text += "ij";
        return;
    case 'O':
        text += "oe";
        return;
    default:
        text += base;
    }
}

} // namespace

std::string_view trimmed(std::string_view text) {
    // Most cells begin and end with a plain letter or digit.
    auto const is_plain = [](char c) {
        auto const byte = static_cast<unsigned char>(c);
        return byte > 0x20 && byte < 0x80;
    };
    if (text.empty() || (is_plain(text.front()) && is_plain(text.back()))) {
        return text;
    }
    for (std::size_t before = text.size() + 1; text.size() < before;) {
        before = text.size();
        for (std::string_view const blank : blanks) {
            text.remove_prefix(text.starts_with(blank) ? blank.size() : 0);
            text.remove_suffix(text.ends_with(blank) ? blank.size() : 0);
        }
    }
    return text;
}

bool has_marks(std::string_view text) {
    for (char const c : text) {
        // U+00A0, U+00AD, U+2000 to U+206F, U+3000 and U+FEFF begin so.
        auto const byte = static_cast<unsigned char>(c);
        if (byte == 0xC2 || byte == 0xE2 || byte == 0xE3 || byte == 0xEF) {
            return true;
        }
    }
    return false;
}

bool has_digit(std::string_view text) {
    return std::ranges::any_of(text, ascii::is_digit);
}

std::string without_marks(std::string_view text) {
    std::string plain;
    while (!text.empty()) {
        CodePoint const point = first_of(text);
        if (is_wide_blank(point.value)) {
            plain += ' ';
        } else if (!is_invisible(point.value)) {
            plain += text.substr(0, point.bytes);
        }
        text.remove_prefix(std::min(point.bytes, text.size()));
    }
    return std::string{trimmed(plain)};
}

std::string folded(std::string_view text) {
    std::string plain;
    while (!text.empty()) {
        CodePoint const point = first_of(text);
        add_folded(plain, text.substr(0, point.bytes), point.value);
        text.remove_prefix(std::min(point.bytes, text.size()));
    }
    return plain;
}

std::vector<std::string> words_of(std::string_view heading) {
    enum class Last : std::uint8_t { none, small, capital, digit };
    std::vector<std::string> words;
    Last last = Last::none;
    while (!heading.empty()) {
        CodePoint const point = first_of(heading);
        char32_t const c = point.value;
        Last const now = c >= '0' && c <= '9' ? Last::digit
                         : !is_letter(c)      ? Last::none
                         : is_capital(c)      ? Last::capital
                                              : Last::small;
        bool const goes_on = now == last || (last == Last::capital && now == Last::small);
        if (now != Last::none) {
            if (!goes_on || words.empty()) {
                words.emplace_back();
            }
            add_folded(words.back(), heading.substr(0, point.bytes), c);
        }
        last = now;
        heading.remove_prefix(std::min(point.bytes, heading.size()));
    }
    return words;
}

} // namespace kontingent::history
