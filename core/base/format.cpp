#include "core/base/format.hpp"

#include "core/base/fill.hpp"

#include <algorithm>
#include <chrono>

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

std::string grouped(std::string const& digits, NumberFormat const& format) {
    if (digits.size() < format.group_from) {
        return digits;
    }
    std::string text;
    for (std::size_t at = 0; at < digits.size(); ++at) {
        if (at > 0 && (digits.size() - at) % 3 == 0) {
            text += format.group_mark;
        }
        text += digits[at];
    }
    return text;
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
    text += number_format(language).decimal_mark;
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

std::string with_currency(std::string number, std::string_view currency, Language language) {
    NumberFormat const& format = number_format(language);
    std::string_view const sign = currency_sign(currency, language);
    std::string_view const space = sign == currency ? no_break_space : format.currency_space;
    return format.currency_place == CurrencyPlace::after_number
               ? number.append(space).append(sign)
               : number.insert(0, space).insert(0, sign);
}

std::uint64_t power_of_ten(std::size_t exponent) {
    std::uint64_t power = 1;
    while (exponent-- > 0) {
        power *= 10;
    }
    return power;
}

enum class Grouping : std::uint8_t { none, from_five_digits };

// A hundredth of an hour is 0.6 minutes: multiples of three minutes are whole hundredths.
HoursForm exact_form(Minutes minutes) {
    return minutes.count % 3 == 0 ? HoursForm::decimal : HoursForm::clock;
}

std::string hours_text(Minutes minutes, Language language, Grouping grouping, HoursForm form) {
    std::uint64_t const count = size_of(minutes.count);
    std::string text = digits_of(count / 60);
    if (grouping == Grouping::from_five_digits && text.size() > 4) {
        text = grouped(text, number_format(language));
    }
    std::uint64_t const rest = count % 60;
    if (form == HoursForm::decimal) {
        append_decimals(text, without_trailing_zeros(digits_of(rest * 5 / 3, 2)), language);
    } else {
        text.append(":").append(digits_of(rest, 2));
    }
    return signed_text(minutes.count, std::move(text));
}

} // namespace

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

std::string_view currency_sign(std::string_view code, Language language) {
    // The word behind the code among "EUR € USD $".
    std::string_view const signs = number_format(language).currency_signs;
    for (auto at = signs.find(code); at != std::string_view::npos; at = signs.find(code, at + 1)) {
        std::string_view const rest = signs.substr(std::min(at + code.size() + 1, signs.size()));
        if ((at == 0 || signs[at - 1] == ' ') && !rest.empty()) {
            return rest.substr(0, rest.find(' '));
        }
    }
    return code;
}

std::string format_amount_plain(Money money, std::string_view currency) {
    std::size_t const decimals = minor_digits(currency);
    std::string text = digits_of(size_of(money.minor), decimals + 1);
    if (decimals > 0) {
        text.insert(text.size() - decimals, 1, '.');
    }
    return (money.minor < 0 ? "-" : "") + text;
}

std::string format_money(Money money, std::string_view currency, Language language) {
    std::size_t const decimals = minor_digits(currency);
    std::uint64_t const unit = power_of_ten(decimals);
    std::uint64_t const minor = size_of(money.minor);
    std::string text = grouped(digits_of(minor / unit), number_format(language));
    if (decimals > 0) {
        append_decimals(text, digits_of(minor % unit, decimals), language);
    }
    return signed_text(money.minor, with_currency(std::move(text), currency, language));
}

std::string format_hours(Minutes minutes, Language language) {
    return format_hours(minutes, language, exact_form(minutes));
}

HoursForm common_form(std::span<Minutes const> figures) {
    bool const is_decimal = std::ranges::all_of(
        figures, [](Minutes minutes) { return exact_form(minutes) == HoursForm::decimal; });
    return is_decimal ? HoursForm::decimal : HoursForm::clock;
}

std::string format_hours(Minutes minutes, Language language, HoursForm form) {
    return hours_text(minutes, language, Grouping::from_five_digits, form)
        .append(no_break_space)
        .append("h");
}

std::string format_hours_plain(Minutes minutes, Language language) {
    return hours_text(minutes, language, Grouping::none, exact_form(minutes));
}

std::string format_percent(BasisPoints part, Language language) {
    std::uint64_t const value = size_of(part.value);
    std::string text = grouped(digits_of(value / 100), number_format(language));
    append_decimals(text, without_trailing_zeros(digits_of(value % 100, 2)), language);
    text.append(number_format(language).percent_space).append("%");
    return signed_text(part.value, std::move(text));
}

std::string format_integer(std::int64_t value, Language language) {
    return signed_text(value, grouped(digits_of(size_of(value)), number_format(language)));
}

std::string format_date(Day day, Language language) {
    std::chrono::year_month_day const date{std::chrono::sys_days(std::chrono::days(day.number))};
    unsigned const of_month{date.day()};
    auto const month = static_cast<std::int32_t>(unsigned{date.month()}) - 1;
    return fill(date_pattern(language),
                {{"day", of_month == 1 ? std::string(first_day_of_month(language))
                                       : std::to_string(of_month)},
                 {"month", month_name(month, MonthForm::in_date, language)},
                 {"year", std::to_string(int{date.year()})}});
}

} // namespace kontingent
