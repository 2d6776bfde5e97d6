// Hours as people type them, in every language alike.
#pragma once

#include "core/base/units.hpp"

#include <cstdint>
#include <expected>
#include <string_view>

namespace kontingent {

enum class HoursError : std::uint8_t { empty, not_a_number, negative, too_large };

// Accepts "12", "12,5", "12.5", ",5", "12," and "12:30", in every language alike, with an optional
// unit (h, Std, Std., hrs in any case) and white space (no-break space too) around number and unit.
// Rounds to the nearest minute, half away from zero; decimals after the twelfth are ignored.
// `maximum` is included. Not numbers: two signs ("1.234,5" could mean either), minutes that are not
// two digits below 60 ("12:5", "12:60"), a plus sign. A comma or a full stop is always the decimal
// sign: "1.234" is one hour and 14 minutes.
std::expected<Minutes, HoursError> parse_hours(std::string_view text, Minutes maximum);

} // namespace kontingent
