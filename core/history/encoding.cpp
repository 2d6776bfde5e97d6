#include "core/history/encoding.hpp"

#include "core/base/utf8.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace kontingent::history {
namespace {

constexpr std::uint32_t replacement = 0xFFFD;

// Windows-1252 from 0x80 to 0x9F; what it leaves out is a replacement.
constexpr std::array<std::uint16_t, 32> high_controls{
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};

void append(std::string& text, std::uint32_t point) {
    if (point < 0x80) {
        text += static_cast<char>(point);
        return;
    }
    int const tail = point < 0x800 ? 1 : point < 0x10000 ? 2 : 3;
    constexpr std::array<std::uint32_t, 4> leads{0, 0xC0, 0xE0, 0xF0};
    text += static_cast<char>(leads[static_cast<std::size_t>(tail)] | point >> (6 * tail));
    for (int shift = 6 * (tail - 1); shift >= 0; shift -= 6) {
        text += static_cast<char>(0x80U | (point >> shift & 0x3FU));
    }
}

std::string from_utf16(std::string_view bytes, bool is_big_endian) {
    std::string text;
    text.reserve(bytes.size());
    auto const unit = [&](std::size_t at) {
        auto const first = static_cast<unsigned char>(bytes[at]);
        auto const second = static_cast<unsigned char>(bytes[at + 1]);
        return static_cast<std::uint32_t>(is_big_endian ? first << 8U | second
                                                        : second << 8U | first);
    };
    std::size_t at = 0;
    for (; at + 1 < bytes.size(); at += 2) {
        std::uint32_t const high = unit(at);
        bool const is_pair =
            high >> 10U == 0x36 && at + 3 < bytes.size() && unit(at + 2) >> 10U == 0x37;
        if (is_pair) {
            append(text, 0x10000U + ((high & 0x3FFU) << 10U) + (unit(at + 2) & 0x3FFU));
            at += 2;
        } else {
            append(text, high >> 11U == 0x1B ? replacement : high);
        }
    }
    if (at < bytes.size()) {
        append(text, replacement);
    }
    return text;
}

std::string from_windows(std::string_view bytes) {
    std::string text;
    text.reserve(bytes.size() + bytes.size() / 8);
    for (char const c : bytes) {
        auto const byte = static_cast<unsigned char>(c);
        append(text, byte >> 5U == 4 ? high_controls[byte & 0x1FU] : byte);
    }
    return text;
}

enum class Utf16 : std::uint8_t { none, little_endian, big_endian };

// Without a mark: nearly every second byte of the beginning is zero, as Latin text has it.
Utf16 utf16_by_zeros(std::string_view bytes) {
    constexpr std::size_t bytes_looked_at = 2000;
    std::string_view const beginning = bytes.substr(0, bytes_looked_at);
    std::array<std::size_t, 2> zeros{}; // at even and odd places
    for (std::size_t at = 0; at < beginning.size(); ++at) {
        zeros[at % 2] += beginning[at] == '\0' ? 1U : 0U;
    }
    std::size_t const pairs = beginning.size() / 2;
    auto const are_many = [&](std::size_t count) { return pairs > 1 && count * 10 >= pairs * 7; };
    auto const are_few = [&](std::size_t count) { return count * 10 <= pairs; };
    if (are_many(zeros[1]) && are_few(zeros[0])) {
        return Utf16::little_endian;
    }
    return are_many(zeros[0]) && are_few(zeros[1]) ? Utf16::big_endian : Utf16::none;
}

} // namespace

std::string to_utf8(std::string bytes) {
    if (bytes.starts_with("\xEF\xBB\xBF")) {
        bytes.erase(0, 3);
    } else if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
        return from_utf16(std::string_view{bytes}.substr(2), bytes.front() == '\xFE');
    }
    if (Utf16 const order = utf16_by_zeros(bytes); order != Utf16::none) {
        return from_utf16(bytes, order == Utf16::big_endian);
    }
    if (utf8::valid_prefix(bytes) == bytes.size()) {
        return bytes;
    }
    return from_windows(bytes);
}

bool is_text(std::string_view utf8) {
    constexpr std::size_t bytes_looked_at = 4000;
    constexpr std::ptrdiff_t one_of = 50;
    std::string_view const beginning = utf8.substr(0, bytes_looked_at);
    auto const controls = std::ranges::count_if(beginning, [](char c) {
        auto const byte = static_cast<unsigned char>(c);
        return byte < 0x20 && (byte < '\t' || byte > '\r');
    });
    return controls * one_of <= std::ranges::ssize(beginning) && !utf8.starts_with("%PDF-");
}

} // namespace kontingent::history
