#include "core/base/utf8.hpp"

#include <algorithm>
#include <array>

namespace kontingent::utf8 {
namespace {

// Bytes of the code point that starts here, 0 where none does (Unicode, table 3-7).
std::size_t valid_size(std::string_view text) {
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

// The code point that begins here in a valid text.
char32_t point_at(std::string_view text, std::size_t at) {
    auto const lead = static_cast<unsigned char>(text[at]);
    if (lead < 0x80) {
        return lead;
    }
    std::size_t const size = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    char32_t point = lead & (0xFFu >> (size + 1));
    for (std::size_t i = at + 1; i < at + size && i < text.size(); ++i) {
        point = point << 6u | (static_cast<unsigned char>(text[i]) & 0x3Fu);
    }
    return point;
}

struct PointRange {
    char32_t first;
    char32_t last;
};

// What leaves no mark on paper: Unicode's White_Space without the control characters that no text
// may hold, Default_Ignorable_Code_Point, annotation marks and the empty Braille pattern.
constexpr std::array invisible_points{
    PointRange{'\t', '\n'},       PointRange{'\r', '\r'},       PointRange{' ', ' '},
    PointRange{0xA0, 0xA0},       PointRange{0xAD, 0xAD},       PointRange{0x34F, 0x34F},
    PointRange{0x61C, 0x61C},     PointRange{0x115F, 0x1160},   PointRange{0x1680, 0x1680},
    PointRange{0x17B4, 0x17B5},   PointRange{0x180B, 0x180F},   PointRange{0x2000, 0x200F},
    PointRange{0x2028, 0x202F},   PointRange{0x205F, 0x206F},   PointRange{0x2800, 0x2800},
    PointRange{0x3000, 0x3000},   PointRange{0x3164, 0x3164},   PointRange{0xFE00, 0xFE0F},
    PointRange{0xFEFF, 0xFEFF},   PointRange{0xFFA0, 0xFFA0},   PointRange{0xFFF0, 0xFFFB},
    PointRange{0x1BCA0, 0x1BCA3}, PointRange{0x1D173, 0x1D17A}, PointRange{0xE0000, 0xE0FFF},
};

bool is_invisible(char32_t point) {
    return std::ranges::any_of(invisible_points, [point](PointRange const& range) {
        return point >= range.first && point <= range.last;
    });
}

bool is_control(char32_t point) {
    return point < 0x20 || (point >= 0x7F && point < 0xA0);
}

} // namespace

std::size_t valid_prefix(std::string_view text) {
    std::size_t offset = 0;
    while (offset < text.size()) {
        std::size_t const size = valid_size(text.substr(offset));
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
        if (!continues(text[at]) && !is_invisible(point_at(text, at))) {
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
