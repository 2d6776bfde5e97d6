// How a language writes numbers. The minus sign (U+2212) is the same everywhere.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace kontingent {

enum class CurrencyPlace : std::uint8_t { before_number, after_number };

struct NumberFormat {
    std::string_view decimal_mark;
    std::string_view group_mark; // of any length, such as U+202F
    std::size_t group_from = 4;  // digits of the smallest number that is grouped
    CurrencyPlace currency_place = CurrencyPlace::after_number;
    std::string_view currency_space; // between number and sign; a code always has U+00A0
    std::string_view percent_space;
    std::string_view currency_signs; // "EUR € USD $": what takes the place of a code
};

} // namespace kontingent
