// Hours and amounts as people type them, in the way of the page's language.
#pragma once

#include "core/base/language.hpp"
#include "core/base/typed_number.hpp"
#include "core/base/units.hpp"

#include <expected>
#include <optional>
#include <string_view>

namespace kontingent {

// Accepts numbers as read_number() does ("12,5", "1.234"), hours and minutes ("12:30", "12h30",
// "12 h 30", "12 h 30 min") and minutes ("90 min"), with the language's words for hours and
// minutes in any case, with or without a full stop. Rounds to the nearest minute, half away from
// zero. `maximum` is included. Not numbers: minutes that are not below 60 ("12:60", "12:5" with one
// digit), a plus sign.
std::expected<Minutes, NumberError> parse_hours(std::string_view text, Minutes maximum,
                                                Language language);

// Where the only mark of a number of hours, a point or a comma, stands before three digits: both
// ways to read it. What parse_hours() takes is one of them.
struct Readings {
    Minutes grouped;         // "1,500": 1500 hours
    Minutes decimal;         // and one and a half
    bool is_grouped = false; // the language's reading, where it has one
};

std::optional<Readings> readings_of(std::string_view text, Language language);

// "1.234,50", with or without the currency's sign or code on either side. Decimals that the
// currency does not have are not a number, or ambiguous where they could be a group ("1,500" euros
// in German). `maximum` is included.
std::expected<Money, NumberError> parse_amount(std::string_view text, std::string_view currency,
                                               Money maximum, Language language);

} // namespace kontingent
