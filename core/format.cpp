#include "core/format.hpp"

#include <array>

namespace kontingent {
namespace {

constexpr std::string_view no_break_space = "\u00A0";
constexpr std::string_view minus_sign = "\u2212";

std::uint64_t size_of(std::int64_t number) {
    // Negated as unsigned, because the smallest number has no positive twin.
    return number < 0 ? 0 - static_cast<std::uint64_t>(number) : static_cast<std::uint64_t>(number);
}

std::string digits_of(std::uint64_t number, std::size_t digit_count_min = 1) {
    std::string digits;
    while (number > 0 || digits.size() < digit_count_min) {
        digits.insert(digits.begin(), static_cast<char>('0' + number % 10));
        number /= 10;
    }
    return digits;
}

std::string grouped(std::string digits, Language language) {
    for (std::size_t from_end = 3; from_end < digits.size(); from_end += 4) {
        digits.insert(digits.end() - static_cast<std::ptrdiff_t>(from_end),
                      number_format(language).group_sign);
    }
    return digits;
}

std::string signed_text(std::int64_t number, std::string text) {
    if (number < 0) {
        text.insert(0, minus_sign);
    }
    return text;
}

std::string without_trailing_zeros(std::string digits) {
    while (!digits.empty() && digits.back() == '0') {
        digits.pop_back();
    }
    return digits;
}

void append_decimals(std::string& text, std::string_view decimals, Language language) {
    if (decimals.empty()) {
        return;
    }
    text += number_format(language).decimal_sign;
    text += decimals;
}

// ISO 4217: codes whose minor unit is not a hundredth, three letters each.
constexpr std::string_view codes_without_minor =
    "BIFCLPDJFGNFISKJPYKMFKRWPYGRWFUGXUYIVNDVUVXAFXOFXPF";
constexpr std::string_view codes_with_three_digits = "BHDIQDJODKWDLYDOMRTND";
constexpr std::string_view codes_with_four_digits = "CLFUYW";

bool holds_code(std::string_view codes, std::string_view code) {
    for (; codes.size() >= 3; codes.remove_prefix(3)) {
        if (codes.substr(0, 3) == code) {
            return true;
        }
    }
    return false;
}

std::size_t minor_digits(std::string_view currency) {
    if (holds_code(codes_without_minor, currency)) {
        return 0;
    }
    if (holds_code(codes_with_three_digits, currency)) {
        return 3;
    }
    if (holds_code(codes_with_four_digits, currency)) {
        return 4;
    }
    return 2;
}

std::string_view currency_sign(std::string_view currency) {
    if (currency == "EUR") {
        return "€";
    }
    if (currency == "USD") {
        return "$";
    }
    if (currency == "GBP") {
        return "£";
    }
    return currency;
}

std::string with_currency(std::string number, std::string_view currency, Language language) {
    std::string_view const sign = currency_sign(currency);
    if (number_format(language).currency_place == UnitPlace::after_number) {
        return number.append(no_break_space).append(sign);
    }
    // A code of letters needs a space before the number, a sign none.
    if (sign == currency) {
        number.insert(0, no_break_space);
    }
    return number.insert(0, sign);
}

std::uint64_t power_of_ten(std::size_t exponent) {
    std::uint64_t power = 1;
    while (exponent-- > 0) {
        power *= 10;
    }
    return power;
}

enum class Grouping : std::uint8_t { none, from_five_digits };

std::string hours_text(Minutes minutes, Language language, Grouping grouping) {
    std::uint64_t const count = size_of(minutes.count);
    std::string text = digits_of(count / 60);
    if (grouping == Grouping::from_five_digits && text.size() > 4) {
        text = grouped(std::move(text), language);
    }
    std::uint64_t const rest = count % 60;
    // A hundredth of an hour is 0.6 minutes: multiples of three minutes are whole hundredths.
    if (rest % 3 == 0) {
        append_decimals(text, without_trailing_zeros(digits_of(rest * 5 / 3, 2)), language);
    } else {
        text.append(":").append(digits_of(rest, 2));
    }
    return signed_text(minutes.count, std::move(text));
}

// The white space people and programs leave around numbers.
constexpr std::array<std::string_view, 7> spaces{" ",      "\t",     "\n",    "\r",
                                                 "\u00A0", "\u202F", "\u2009"};

std::string_view trimmed(std::string_view text) {
    for (bool is_changed = true; is_changed;) {
        is_changed = false;
        for (std::string_view const space : spaces) {
            if (text.starts_with(space)) {
                text.remove_prefix(space.size()), is_changed = true;
            }
            if (text.ends_with(space)) {
                text.remove_suffix(space.size()), is_changed = true;
            }
        }
    }
    return text;
}

char lower(char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

bool is_digit(char character) {
    return character >= '0' && character <= '9';
}

std::string_view without_unit(std::string_view text) {
    for (std::string_view const unit : {std::string_view("std."), std::string_view("std"),
                                        std::string_view("hrs"), std::string_view("h")}) {
        if (text.size() < unit.size()) {
            continue;
        }
        std::string_view const tail = text.substr(text.size() - unit.size());
        bool is_unit = true;
        for (std::size_t at = 0; at < unit.size(); ++at) {
            is_unit = is_unit && lower(tail[at]) == unit[at];
        }
        if (is_unit) {
            return trimmed(text.substr(0, text.size() - unit.size()));
        }
    }
    return text;
}

// Above anything a maximum can be, and far from overflow when multiplied by 60.
constexpr std::int64_t hours_cap = 1'000'000'000'000;
constexpr std::size_t decimals_max = 12;

struct HoursText {
    std::int64_t hours = 0;
    std::string_view sign; // ",", "." or ":" where there is one
    std::string_view rest; // what follows it
    std::size_t hour_digits = 0;
};

HoursText split(std::string_view text) {
    HoursText parts;
    while (parts.hour_digits < text.size() && is_digit(text[parts.hour_digits])) {
        if (parts.hours < hours_cap) {
            parts.hours = parts.hours * 10 + (text[parts.hour_digits] - '0');
        }
        ++parts.hour_digits;
    }
    parts.sign = text.substr(parts.hour_digits, 1);
    parts.rest = text.substr(parts.hour_digits + parts.sign.size());
    return parts;
}

std::expected<std::int64_t, HoursFault> minutes_after_colon(HoursText const& parts) {
    if (parts.hour_digits == 0 || parts.rest.size() != 2 || parts.rest[0] > '5') {
        return std::unexpected(HoursFault::not_a_number);
    }
    return (parts.rest[0] - '0') * 10 + (parts.rest[1] - '0');
}

std::int64_t minutes_of_decimals(std::string_view decimals) {
    std::int64_t part = 0;
    std::int64_t whole = 1;
    for (char const digit : decimals.substr(0, decimals_max)) {
        part = part * 10 + (digit - '0');
        whole *= 10;
    }
    return (part * 60 * 2 + whole) / (whole * 2);
}

} // namespace

std::string format_money(Money money, std::string_view currency, Language language) {
    std::size_t const decimals = minor_digits(currency);
    std::uint64_t const unit = power_of_ten(decimals);
    std::uint64_t const minor = size_of(money.minor);
    std::string text = grouped(digits_of(minor / unit), language);
    if (decimals > 0) {
        append_decimals(text, digits_of(minor % unit, decimals), language);
    }
    return signed_text(money.minor, with_currency(std::move(text), currency, language));
}

std::string format_money_whole(Money money, std::string_view currency, Language language) {
    std::uint64_t const unit = power_of_ten(minor_digits(currency));
    std::uint64_t const minor = size_of(money.minor);
    std::uint64_t const major = minor / unit + (minor % unit * 2 >= unit ? 1 : 0);
    // Nothing is written as minus zero.
    std::int64_t const sign = major == 0 ? 0 : money.minor;
    return signed_text(sign,
                       with_currency(grouped(digits_of(major), language), currency, language));
}

std::string format_hours(Minutes minutes, Language language) {
    return hours_text(minutes, language, Grouping::from_five_digits)
        .append(no_break_space)
        .append("h");
}

std::string format_hours_plain(Minutes minutes, Language language) {
    return hours_text(minutes, language, Grouping::none);
}

std::string format_percent(BasisPoints part, Language language) {
    std::uint64_t const value = size_of(part.value);
    std::string text = grouped(digits_of(value / 100), language);
    append_decimals(text, without_trailing_zeros(digits_of(value % 100, 2)), language);
    text.append(number_format(language).before_percent).append("%");
    return signed_text(part.value, std::move(text));
}

std::string format_integer(std::int64_t value, Language language) {
    return signed_text(value, grouped(digits_of(size_of(value)), language));
}

std::expected<Minutes, HoursFault> parse_hours(std::string_view text, Minutes maximum) {
    text = trimmed(text);
    if (text.empty()) {
        return std::unexpected(HoursFault::empty);
    }
    bool is_negative = false;
    for (std::string_view const minus : {std::string_view("-"), minus_sign}) {
        if (!text.starts_with(minus)) {
            continue;
        }
        is_negative = true;
        text = trimmed(text.substr(minus.size()));
        break;
    }
    HoursText const parts = split(without_unit(text));
    for (char const character : parts.rest) {
        if (!is_digit(character)) {
            return std::unexpected(HoursFault::not_a_number);
        }
    }
    if (parts.hour_digits + parts.rest.size() == 0) {
        return std::unexpected(HoursFault::not_a_number);
    }

    std::int64_t minutes = 0;
    if (parts.sign == ":") {
        auto const after_colon = minutes_after_colon(parts);
        if (!after_colon) {
            return std::unexpected(after_colon.error());
        }
        minutes = *after_colon;
    } else if (parts.sign == "," || parts.sign == ".") {
        minutes = minutes_of_decimals(parts.rest);
    } else if (!parts.sign.empty()) {
        return std::unexpected(HoursFault::not_a_number);
    }
    if (is_negative) {
        return std::unexpected(HoursFault::negative);
    }
    minutes += parts.hours * 60;
    if (minutes > maximum.count) {
        return std::unexpected(HoursFault::too_large);
    }
    return Minutes{minutes};
}

} // namespace kontingent
