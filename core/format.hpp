// Numbers as people read and type them, by language, without any locale of the system.
#pragma once

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>

#include "core/language.hpp"
#include "core/units.hpp"

namespace kontingent {

// German "1.234,56 €" with a no-break space (U+00A0), English "€1,234.56"; minus sign U+2212.
// Other currencies than EUR, USD, GBP, CHF are written by their code; minor digits by ISO 4217 (JPY 0).
std::string format_money(Money money, std::string_view currency, Language language);
// Rounded half away from zero to whole major units: "1.235 €". For large headings beside the exact figure.
std::string format_money_whole(Money money, std::string_view currency, Language language);
// "12,5 h" where at most two decimals are exact, else "12:20 h"; no-break space.
std::string format_hours(Minutes minutes, Language language);
// The same without unit, as an input field holds it: "12,5".
std::string format_hours_plain(Minutes minutes, Language language);
// "19 %" and "19%"; at most two decimals.
std::string format_percent(BasisPoints part, Language language);
std::string format_integer(std::int64_t value, Language language);

enum class HoursFault : std::uint8_t { empty, not_a_number, negative, too_large };

// Accepts "12", "12,5", "12.5", "12:30", with an optional "h" and white space; rounds to the nearest minute, half
// away from zero. `maximum` is included.
std::expected<Minutes, HoursFault> parse_hours(std::string_view text, Minutes maximum);

}  // namespace kontingent
