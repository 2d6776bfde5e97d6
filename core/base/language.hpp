// The languages the product speaks, and texts that exist in each of them. A new language is a new
// enumerator, a row in the table of language.cpp, and its texts.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kontingent {

enum class Language : std::uint8_t { german, english };
inline constexpr std::size_t language_count = 2;
inline constexpr std::array<Language, language_count> all_languages{Language::german,
                                                                    Language::english};

// BCP 47: "de", "en".
std::string_view tag(Language language);
std::optional<Language> language_of_tag(std::string_view tag);

// How numbers are written. The signs are single bytes; minus (U+2212) and the no-break space before
// a unit are the same everywhere.
enum class UnitPlace : std::uint8_t { before_number, after_number };

struct NumberFormat {
    char decimal_sign;
    char group_sign;
    UnitPlace currency_place;
    std::string_view before_percent;
};

NumberFormat const& number_format(Language language);

// One text in every language of its catalogue; empty where the catalogue does not speak it.
struct LocalizedText {
    std::array<std::string, language_count> by_language;

    std::string const& in(Language language) const {
        return by_language[static_cast<std::size_t>(language)];
    }

    friend bool operator==(LocalizedText const&, LocalizedText const&) = default;
};

} // namespace kontingent
