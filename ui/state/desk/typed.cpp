#include "ui/state/desk/typed.hpp"

#include "core/base/format.hpp"

#include <algorithm>
#include <chrono>

namespace kontingent::ui::desk {

namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// Blanks, no-break spaces (in UTF-8) and apostrophes taken out.
std::string without_blanks(std::string_view text) {
    std::string plain;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text.substr(at).starts_with("\xC2\xA0")) {
            ++at;
        } else if (text.substr(at).starts_with("\xE2\x80\xAF")) {
            at += 2;
        } else if (text[at] != ' ' && text[at] != '\'') {
            plain += text[at];
        }
    }
    return plain;
}

// Groups are of three digits, and the first is not empty.
bool are_groups(std::string_view whole, char mark) {
    std::size_t const first = whole.find(mark);
    if (first == std::string_view::npos) {
        return true;
    }
    return first >= 1 && first <= 3 && (whole.size() - first) % 4 == 0 && [&] {
        for (std::size_t at = first; at < whole.size(); at += 4) {
            if (whole[at] != mark) {
                return false;
            }
        }
        return true;
    }();
}

} // namespace

std::optional<std::int64_t> parse_fixed(std::string_view text, int decimals, std::int64_t maximum) {
    std::string const plain = without_blanks(text);
    std::size_t const sign = plain.find_last_of(",.");
    std::string whole = plain.substr(0, sign);
    std::string part = sign == std::string::npos ? std::string{} : plain.substr(sign + 1);
    if (sign != std::string::npos) {
        char const group = plain[sign] == ',' ? '.' : ',';
        if (!are_groups(whole, group)) {
            return std::nullopt;
        }
        std::erase(whole, group);
    }
    while (part.size() > static_cast<std::size_t>(decimals) && part.ends_with('0')) {
        part.pop_back();
    }
    if (part.size() > static_cast<std::size_t>(decimals) || (whole.empty() && part.empty())) {
        return std::nullopt;
    }
    part.resize(static_cast<std::size_t>(decimals), '0');
    std::string const digits = whole + part;
    if (!std::ranges::all_of(digits, is_digit)) {
        return std::nullopt;
    }
    constexpr std::int64_t ten = 10;
    std::int64_t value = 0;
    for (char const digit : digits) {
        value = value * ten + (digit - '0');
        if (value > maximum) {
            return std::nullopt;
        }
    }
    return value;
}

std::string fixed_text(std::int64_t value, int decimals, Language language) {
    std::string digits = std::to_string(value);
    auto const places = static_cast<std::size_t>(decimals);
    if (digits.size() <= places) {
        digits.insert(0, places + 1 - digits.size(), '0');
    }
    std::string part = digits.substr(digits.size() - places);
    digits.resize(digits.size() - places);
    while (part.ends_with('0')) {
        part.pop_back();
    }
    return part.empty() ? digits
                        : digits + std::string{number_format(language).decimal_mark} + part;
}

int decimals_of(std::string_view currency) {
    std::string const nothing = format_amount_plain(Money{0}, currency);
    std::size_t const mark = nothing.find('.');
    return mark == std::string::npos ? 0 : static_cast<int>(nothing.size() - mark - 1);
}

Day days_after(Day day, std::int32_t days) {
    return Day{day.number + days};
}

std::int32_t year_of(Day day) {
    using namespace std::chrono;
    return int{year_month_day{sys_days{days{day.number}}}.year()};
}

std::int32_t month_of(Day day) {
    using namespace std::chrono;
    year_month_day const date{sys_days{days{day.number}}};
    return 12 * int{date.year()} + static_cast<std::int32_t>(unsigned{date.month()}) - 1;
}

} // namespace kontingent::ui::desk
