// Numbers as people type them, in the way of the page's language.
#pragma once

#include "core/base/language.hpp"

#include <cstdint>
#include <expected>
#include <optional>
#include <string_view>

namespace kontingent {

enum class NumberError : std::uint8_t {
    empty,
    not_a_number,
    ambiguous, // "1.500" in French: the mark is neither its decimal mark nor its group mark
    negative,
    too_large,
};

struct TypedNumber {
    std::int64_t whole = 0; // at most whole_number_cap
    std::string_view decimals;
};

// Above anything a maximum can be, and far from overflow when multiplied by 60 or 10,000.
inline constexpr std::int64_t whole_number_cap = 100'000'000'000'000;

// "12", "12,5", ",5", "12,", "1.234,5"; without a sign and without white space around.
// - The language's decimal mark is one, and its group mark is one where three digits follow.
// - Spaces (U+00A0, U+202F, U+2009, too) and apostrophes group in every language.
// - A point or a comma that cannot group is a decimal mark; one that repeats groups; of two
//   different marks the last is the decimal mark.
// - A point or a comma that could be either and is neither of the language's is ambiguous.
std::expected<TypedNumber, NumberError> read_number(std::string_view text, Language language);

// A text whose only mark, a point or a comma, stands before exactly three digits ("1,500"), with
// the mark read as one or the other; nothing where a text is not of this form.
enum class MarkReading : std::uint8_t { grouped, decimal };
std::optional<TypedNumber> read_number_as(std::string_view text, MarkReading reading);

// Without the white space that people and programs leave around numbers.
std::string_view trimmed_number(std::string_view text);

// Takes "-" or U+2212 off the text; whether there was one.
bool take_minus(std::string_view& text);

// The digits of `decimals` times `scale`, rounded half away from zero. Decimals after the twelfth
// are ignored; `scale` is at most 100,000.
std::int64_t scaled_decimals(std::string_view decimals, std::int64_t scale);

} // namespace kontingent
