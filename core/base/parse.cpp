#include "core/base/parse.hpp"

#include "core/base/ascii.hpp"

#include <array>

namespace kontingent {
namespace {

constexpr std::string_view minus_sign = "\u2212";

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

std::string_view without_unit(std::string_view text) {
    for (std::string_view const unit : {std::string_view("std."), std::string_view("std"),
                                        std::string_view("hrs"), std::string_view("h")}) {
        if (text.size() < unit.size()) {
            continue;
        }
        std::string_view const tail = text.substr(text.size() - unit.size());
        bool is_unit = true;
        for (std::size_t at = 0; at < unit.size(); ++at) {
            is_unit = is_unit && ascii::to_lower(tail[at]) == unit[at];
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
    while (parts.hour_digits < text.size() && ascii::is_digit(text[parts.hour_digits])) {
        if (parts.hours < hours_cap) {
            parts.hours = parts.hours * 10 + (text[parts.hour_digits] - '0');
        }
        ++parts.hour_digits;
    }
    parts.sign = text.substr(parts.hour_digits, 1);
    parts.rest = text.substr(parts.hour_digits + parts.sign.size());
    return parts;
}

std::expected<std::int64_t, HoursError> minutes_after_colon(HoursText const& parts) {
    if (parts.hour_digits == 0 || parts.rest.size() != 2 || parts.rest[0] > '5') {
        return std::unexpected(HoursError::not_a_number);
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

std::expected<Minutes, HoursError> parse_hours(std::string_view text, Minutes maximum) {
    text = trimmed(text);
    if (text.empty()) {
        return std::unexpected(HoursError::empty);
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
        if (!ascii::is_digit(character)) {
            return std::unexpected(HoursError::not_a_number);
        }
    }
    if (parts.hour_digits + parts.rest.size() == 0) {
        return std::unexpected(HoursError::not_a_number);
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
        return std::unexpected(HoursError::not_a_number);
    }
    if (is_negative) {
        return std::unexpected(HoursError::negative);
    }
    minutes += parts.hours * 60;
    if (minutes > maximum.count) {
        return std::unexpected(HoursError::too_large);
    }
    return Minutes{minutes};
}

} // namespace kontingent
