#include "core/base/parse.hpp"

#include "core/base/ascii.hpp"
#include "core/base/format.hpp"

#include <algorithm>

namespace kontingent {
namespace {

bool starts_with_word(std::string_view text, std::string_view word) {
    return text.size() >= word.size() &&
           std::ranges::equal(text.substr(0, word.size()), word, [](char left, char right) {
               return ascii::to_lower(left) == ascii::to_lower(right);
           });
}

// Takes the longest of the words, which are separated by spaces, off the text.
bool take_word(std::string_view& text, std::string_view words) {
    std::size_t longest = 0;
    while (!words.empty()) {
        std::string_view const word = words.substr(0, words.find(' '));
        words.remove_prefix(std::min(words.size(), word.size() + 1));
        if (starts_with_word(text, word)) {
            longest = std::max(longest, word.size());
        }
    }
    text.remove_prefix(longest);
    text.remove_prefix(longest > 0 && text.starts_with('.') ? 1 : 0);
    text = trimmed_number(text);
    return longest > 0;
}

// What stands before the first character that no number has.
std::string_view take_figures(std::string_view& text) {
    std::size_t end = 0;
    while (end < text.size() && !ascii::is_letter(text[end]) && text[end] != ':') {
        ++end;
    }
    std::string_view const figures = trimmed_number(text.substr(0, end));
    text.remove_prefix(end);
    return figures;
}

// "30" of "12:30", "5" of "12 h 5".
std::optional<std::int64_t> minutes_below_60(std::string_view digits, std::size_t size_min) {
    if (digits.size() < size_min || digits.size() > 2 ||
        !std::ranges::all_of(digits, ascii::is_digit)) {
        return std::nullopt;
    }
    std::int64_t count = 0;
    for (char const digit : digits) {
        count = count * 10 + (digit - '0');
    }
    return count < 60 ? std::optional{count} : std::nullopt;
}

// A text taken apart: "12,5", ":30" or "h 30 min".
struct HoursText {
    std::string_view figures;
    std::optional<std::int64_t> minutes; // behind a colon or the word for hours
    bool is_in_minutes = false;
};

std::optional<HoursText> take_apart(std::string_view text, Language language) {
    TimeWords const& words = time_words(language);
    HoursText parts{.figures = take_figures(text), .minutes = std::nullopt};
    if (text.starts_with(':')) {
        text.remove_prefix(1);
        parts.minutes = minutes_below_60(take_figures(text), 2);
        take_word(text, words.hours);
        return parts.minutes && text.empty() ? std::optional{parts} : std::nullopt;
    }
    if (take_word(text, words.hours)) {
        if (!text.empty()) {
            parts.minutes = minutes_below_60(take_figures(text), 1);
            take_word(text, words.minutes);
            return parts.minutes && text.empty() ? std::optional{parts} : std::nullopt;
        }
    } else {
        parts.is_in_minutes = take_word(text, words.minutes);
    }
    return text.empty() ? std::optional{parts} : std::nullopt;
}

std::int64_t minutes_of(TypedNumber const& number) {
    return number.whole * 60 + scaled_decimals(number.decimals, 60);
}

std::expected<std::int64_t, NumberError> minutes_of(HoursText const& parts, Language language) {
    auto const number = read_number(parts.figures, language);
    if (!number) {
        return std::unexpected(number.error() == NumberError::empty ? NumberError::not_a_number
                                                                    : number.error());
    }
    if (parts.is_in_minutes || parts.minutes) {
        if (!number->decimals.empty() || !ascii::is_digit(parts.figures.back())) {
            return std::unexpected(NumberError::not_a_number);
        }
        return parts.is_in_minutes ? number->whole : number->whole * 60 + *parts.minutes;
    }
    return minutes_of(*number);
}

std::int64_t power_of_ten(std::size_t exponent) {
    std::int64_t power = 1;
    while (exponent-- > 0) {
        power *= 10;
    }
    return power;
}

// Takes the currency's code or its sign off either end.
std::string_view without_currency(std::string_view text, std::string_view currency,
                                  Language language) {
    for (std::string_view const name : {currency, currency_sign(currency, language)}) {
        if (text.starts_with(name)) {
            return trimmed_number(text.substr(name.size()));
        }
        if (text.ends_with(name)) {
            return trimmed_number(text.substr(0, text.size() - name.size()));
        }
    }
    return text;
}

} // namespace

std::expected<Minutes, NumberError> parse_hours(std::string_view text, Minutes maximum,
                                                Language language) {
    text = trimmed_number(text);
    if (text.empty()) {
        return std::unexpected(NumberError::empty);
    }
    bool const is_negative = take_minus(text);
    auto const parts = take_apart(text, language);
    if (!parts) {
        return std::unexpected(NumberError::not_a_number);
    }
    auto const minutes = minutes_of(*parts, language);
    if (!minutes) {
        return std::unexpected(minutes.error());
    }
    if (is_negative) {
        return std::unexpected(NumberError::negative);
    }
    if (*minutes > maximum.count) {
        return std::unexpected(NumberError::too_large);
    }
    return Minutes{*minutes};
}

std::optional<Readings> readings_of(std::string_view text, Language language) {
    auto const parts = take_apart(trimmed_number(text), language);
    if (!parts || parts->minutes || parts->is_in_minutes) {
        return std::nullopt;
    }
    auto const grouped = read_number_as(parts->figures, MarkReading::grouped);
    auto const decimal = read_number_as(parts->figures, MarkReading::decimal);
    if (!grouped || !decimal) {
        return std::nullopt;
    }
    auto const read = read_number(parts->figures, language);
    return Readings{.grouped = Minutes{minutes_of(*grouped)},
                    .decimal = Minutes{minutes_of(*decimal)},
                    .is_grouped = read && read->decimals.empty()};
}

std::expected<Money, NumberError> parse_amount(std::string_view text, std::string_view currency,
                                               Money maximum, Language language) {
    text = trimmed_number(text);
    if (text.empty()) {
        return std::unexpected(NumberError::empty);
    }
    bool is_negative = take_minus(text);
    text = without_currency(text, currency, language);
    is_negative = take_minus(text) || is_negative;
    auto const number = read_number(text, language);
    if (!number) {
        return std::unexpected(number.error() == NumberError::empty ? NumberError::not_a_number
                                                                    : number.error());
    }
    std::size_t const decimals = minor_digits(currency);
    if (number->decimals.size() > decimals) {
        return std::unexpected(read_number_as(text, MarkReading::grouped)
                                   ? NumberError::ambiguous
                                   : NumberError::not_a_number);
    }
    if (is_negative) {
        return std::unexpected(NumberError::negative);
    }
    std::int64_t const unit = power_of_ten(decimals);
    std::int64_t const minor = number->whole * unit + scaled_decimals(number->decimals, unit);
    if (number->whole > maximum.minor / unit || minor > maximum.minor) {
        return std::unexpected(NumberError::too_large);
    }
    return Money{minor};
}

} // namespace kontingent
