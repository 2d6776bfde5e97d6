#include "core/base/language.hpp"

namespace kontingent {
namespace {

struct Row {
    std::string_view tag;
    NumberFormat numbers;
};

constexpr std::string_view no_break_space = "\u00A0";

// In the order of the enumerators.
constexpr std::array<Row, language_count> rows{{
    {"de", {',', '.', UnitPlace::after_number, no_break_space}},
    {"en", {'.', ',', UnitPlace::before_number, ""}},
}};

Row const& row_of(Language language) {
    return rows[static_cast<std::size_t>(language)];
}

} // namespace

std::string_view tag(Language language) {
    return row_of(language).tag;
}

std::optional<Language> language_of_tag(std::string_view tag) {
    for (Language const language : all_languages) {
        if (row_of(language).tag == tag) {
            return language;
        }
    }
    return std::nullopt;
}

NumberFormat const& number_format(Language language) {
    return row_of(language).numbers;
}

} // namespace kontingent
