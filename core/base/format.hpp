// Numbers and dates as people read them, by language, without any locale of the system.
#pragma once

#include "core/base/instant.hpp"
#include "core/base/language.hpp"
#include "core/base/units.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace kontingent {

// As the language writes it: "1.234,56 €" in German, "€1,234.56" in English, "1 234,56 €" in
// French; minus sign U+2212. A currency without a sign in the language is written by its code, with
// a no-break space (U+00A0); minor digits by ISO 4217 (JPY 0).
std::string format_money(Money money, std::string_view currency, Language language);
// In the form that is exact, see HoursForm; no-break space. Hours are grouped from 10,000 on
// ("12.500 h"), so that whatever a month can hold reads back as the same minutes.
std::string format_hours(Minutes minutes, Language language);
// How hours are written: "12,5 h", or "12:30 h" where two decimals are not exact.
enum class HoursForm : std::uint8_t { decimal, clock };
// The one form for figures that are read together: decimal if it is exact for each of them.
HoursForm common_form(std::span<Minutes const> figures);
std::string format_hours(Minutes minutes, Language language, HoursForm form);
// "12,5", without unit and never grouped, as an input field holds it.
std::string format_hours_plain(Minutes minutes, Language language);
// "19 %" and "19%"; at most two decimals.
std::string format_percent(BasisPoints part, Language language);
// "-1234.50": as programs exchange amounts, with as many decimals as the currency has.
std::string format_amount_plain(Money money, std::string_view currency);
std::string format_integer(std::int64_t value, Language language);
// "3. März 2027", "3 mars 2027"; the first of a month as the language says it, "1er mars 2027".
std::string format_date(Day day, Language language);

// "€"; the code itself where the language has no sign for it.
std::string_view currency_sign(std::string_view code, Language language);
// Digits behind the decimal mark, by ISO 4217: 2 for EUR, 0 for JPY.
std::size_t minor_digits(std::string_view currency);

} // namespace kontingent
