#include "cli/environment.hpp"

#include <cstdlib>

namespace kontingent::cli {
namespace {

std::string_view variable(char const* name) {
    // Read before any thread is started.
    char const* const value = std::getenv(name); // NOLINT(concurrency-mt-unsafe)
    return value == nullptr ? std::string_view{} : std::string_view{value};
}

std::optional<Language> spoken(std::string_view locale) {
    return language_of_tag(locale.substr(0, locale.find_first_of("_.@-")));
}

} // namespace

Language language_of_environment() {
    std::string_view locale;
    for (char const* const name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        if (locale.empty()) {
            locale = variable(name);
        }
    }
    return language_of_locale(locale, variable("LANGUAGE"));
}

Language language_of_locale(std::string_view locale, std::string_view preferred) {
    bool const is_plain =
        locale.empty() || locale == "POSIX" || locale == "C" || locale.starts_with("C.");
    if (is_plain) {
        return Language{};
    }
    while (!preferred.empty()) {
        std::size_t const end = preferred.find(':');
        if (auto const language = spoken(preferred.substr(0, end))) {
            return *language;
        }
        preferred.remove_prefix(end == std::string_view::npos ? preferred.size() : end + 1);
    }
    return spoken(locale).value_or(Language{});
}

} // namespace kontingent::cli
