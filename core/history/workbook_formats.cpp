#include "core/history/workbook_formats.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <system_error>

namespace kontingent::history {

namespace {

using namespace std::chrono;

constexpr std::int64_t seconds_a_day = 86'400;

std::string two_digits(std::int64_t value) {
    return (value < 10 ? "0" : "") + std::to_string(value);
}

std::string clock_text(std::int64_t seconds) {
    return two_digits(seconds / 3600) + ":" + two_digits(seconds / 60 % 60) + ":" +
           two_digits(seconds % 60);
}

std::string date_text(std::int64_t number, DateSystem system) {
    sys_days const zero = system == DateSystem::from_1904 ? sys_days{year{1904} / January / 1}
                                                          : sys_days{year{1899} / December / 30};
    year_month_day const date{zero + days{number}};
    return std::to_string(int{date.year()}) + "-" + two_digits(unsigned{date.month()}) + "-" +
           two_digits(unsigned{date.day()});
}

// Without exponent, and without the noise behind ten places.
constexpr int decimal_places = 10;

std::string plain_number(double value) {
    // Its caller keeps values below 3e9, so there is room.
    std::array<char, 64> text{};
    auto const [end, error] = std::to_chars(text.data(), text.data() + text.size(), value,
                                            std::chars_format::fixed, decimal_places);
    if (error != std::errc{}) {
        return {};
    }
    std::string plain(text.data(), end);
    plain.erase(plain.find_last_not_of('0') + 1);
    if (plain.ends_with('.')) {
        plain.pop_back();
    }
    return plain;
}

// A code without what is in quotes, brackets or escaped; elapsed hours ("[h]") become 'e'.
std::string letters_of(std::string_view code) {
    std::string letters;
    for (std::size_t at = 0; at < code.size(); ++at) {
        char const c = code[at];
        if (c == '"') {
            at = std::min(code.find('"', at + 1), code.size());
        } else if (c == '\\' || c == '_' || c == '*') {
            ++at;
        } else if (c == '[') {
            std::size_t const end = std::min(code.find(']', at), code.size());
            std::string_view const inside = code.substr(at + 1, end - at - 1);
            bool const is_elapsed =
                !inside.empty() && inside.find_first_not_of("hHmMsS") == std::string_view::npos;
            letters += is_elapsed ? "e" : "";
            at = end;
        } else if (c == ';') {
            break; // negative numbers have a code of their own
        } else {
            letters += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
        }
    }
    return letters;
}

} // namespace

CellKind kind_of_format(std::int32_t number) {
    if ((number >= 14 && number <= 17) || (number >= 27 && number <= 31) ||
        (number >= 50 && number <= 58)) {
        return CellKind::date;
    }
    if (number == 22) {
        return CellKind::moment;
    }
    if (number == 46) {
        return CellKind::duration;
    }
    bool const is_time = (number >= 18 && number <= 21) || (number >= 32 && number <= 35) ||
                         number == 45 || number == 47;
    return is_time ? CellKind::time : CellKind::number;
}

CellKind kind_of_format(std::string_view code) {
    std::string const letters = letters_of(code);
    auto const has = [&](char c) { return letters.find(c) != std::string::npos; };
    if (letters.find("general") != std::string::npos) {
        return CellKind::number;
    }
    if (has('e') && !has('y') && !has('0') && !has('#')) {
        return CellKind::duration;
    }
    bool const has_time = has('h') || has('s');
    if (has('y') || has('d')) {
        return has_time ? CellKind::moment : CellKind::date;
    }
    return has_time ? CellKind::time : CellKind::number;
}

std::string written_number(std::string_view text, CellKind kind, DateSystem system) {
    constexpr double highest = 3'000'000; // the year 9999, and longer than any sum
    double value = 0;
    // Not strtod(), which reads "0.5" by the locale's decimal mark.
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    bool const is_number = error == std::errc{} && end == text.data() + text.size();
    if (!is_number || !(std::fabs(value) < highest * 1'000)) {
        return std::string{text};
    }
    if (kind == CellKind::number || value < 0 || value > highest) {
        return plain_number(value);
    }
    auto const seconds = static_cast<std::int64_t>(std::llround(value * seconds_a_day));
    std::int64_t const day = seconds / seconds_a_day;
    switch (kind) {
    case CellKind::date:
        return date_text(day, system);
    case CellKind::moment:
        return date_text(day, system) + " " + clock_text(seconds % seconds_a_day);
    case CellKind::time:
    case CellKind::duration:
    case CellKind::number:
        break;
    }
    return clock_text(seconds);
}

} // namespace kontingent::history
