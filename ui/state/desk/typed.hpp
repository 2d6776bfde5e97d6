// Numbers and days as people type them into the desk, and back.
#pragma once

#include "core/base/instant.hpp"
#include "core/base/language.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kontingent::ui::desk {

// "7,5" and "7.5" with two decimals are 750. The last comma or full stop is the decimal sign, a
// sign of the other kind before it groups digits, and so do blanks and apostrophes: "1.234,50" is
// 123450. Nothing where the text is no such number, is negative, has more decimals, or exceeds
// `maximum`.
std::optional<std::int64_t> parse_fixed(std::string_view text, int decimals, std::int64_t maximum);
// "7,5" in German, "7.5" in English; decimals that are zero are left out.
std::string fixed_text(std::int64_t value, int decimals, Language language);

// Of an amount in this currency: 2, of yen 0.
int decimals_of(std::string_view currency);

// Whole days later.
Day days_after(Day day, std::int32_t days);
std::int32_t year_of(Day day);
// 12 * year + month, January is 0.
std::int32_t month_of(Day day);

} // namespace kontingent::ui::desk
