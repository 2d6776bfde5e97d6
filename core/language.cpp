#include "core/language.hpp"

namespace kontingent {
namespace {

// In the order of the enumerators.
constexpr std::array<std::string_view, language_count> tags{"de", "en"};

}  // namespace

std::string_view tag(Language language) { return tags[static_cast<std::size_t>(language)]; }

std::optional<Language> language_of_tag(std::string_view tag) {
    for (const Language language : all_languages)
        if (kontingent::tag(language) == tag) return language;
    return std::nullopt;
}

}  // namespace kontingent
