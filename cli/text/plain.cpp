#include "cli/text/plain.hpp"

#include "core/base/format.hpp"

#include <algorithm>

namespace kontingent::cli {
namespace {

constexpr std::string_view no_break_space = "\u00A0";
constexpr std::string_view narrow_no_break_space = "\u202F";
constexpr std::string_view c1_lead = "\u0080"; // U+0080 to U+009F all begin with its first byte

// Bytes of the space or control character that `text` begins with; 0 where it begins with neither.
std::size_t blank_size(std::string_view text) {
    auto const byte = static_cast<unsigned char>(text.front());
    if (byte < 0x20 || byte == 0x7F) {
        return 1;
    }
    if (text.starts_with(no_break_space)) {
        return no_break_space.size();
    }
    if (text.starts_with(narrow_no_break_space)) {
        return narrow_no_break_space.size();
    }
    bool const is_c1 =
        text.size() >= 2 && text[0] == c1_lead[0] && static_cast<unsigned char>(text[1]) < 0xA0;
    return is_c1 ? 2 : 0;
}

} // namespace

std::string plain(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        std::size_t const blank = blank_size(text);
        out += blank > 0 ? ' ' : text.front();
        text.remove_prefix(std::max<std::size_t>(blank, 1));
    }
    return out;
}

std::size_t width_of(std::string_view text) {
    auto const begins_code_point = [](char byte) {
        return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
    };
    return static_cast<std::size_t>(std::ranges::count_if(text, begins_code_point));
}

std::string money_text(Money money, std::string_view currency, Language language) {
    return plain(format_money(money, currency, language));
}

std::string hours_text(Minutes minutes, Language language) {
    return plain(format_hours(minutes, language));
}

std::string percent_text(BasisPoints part, Language language) {
    return plain(format_percent(part, language));
}

} // namespace kontingent::cli
