// The languages of a build, and texts that exist in each of them. A language is a folder of
// languages/; core names none. The target that links core defines languages(): the program with all
// folders, the portal's module with the page's language alone.
#pragma once

#include "core/base/number_format.hpp"
#include "core/base/plural.hpp"

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kontingent {

// One of languages(). Without an index it is the first: English in programs, in which logs are
// written; the page's in the portal.
class Language {
public:
    constexpr Language() = default;

    constexpr explicit Language(std::size_t index) : index_(static_cast<std::uint8_t>(index)) {}

    constexpr std::size_t index() const { return index_; }

    friend constexpr auto operator<=>(Language, Language) = default;

private:
    std::uint8_t index_ = 0;
};

// The words behind typed hours and minutes, separated by spaces: "h hr hrs hour hours".
struct TimeWords {
    std::string_view hours;
    std::string_view minutes;
};

// What core needs of a language. The texts are in the order of core_texts.def; the portal's module
// has only those that are shared with the page.
struct LanguageData {
    std::string_view tag;  // BCP 47: "de", "en"
    std::string_view name; // of the language, in it
    NumberFormat numbers;
    PluralRule plurals = PluralRule::one_other;
    std::string_view date;                             // "{day} {month} {year}"
    std::string_view first_day;                        // of a month, in a date: "1", "1er"
    std::span<std::string_view const> months;          // from January
    std::span<std::string_view const> months_in_dates; // "3 stycznia 2026"
    std::span<std::string_view const> months_short;
    TimeWords time_words;
    std::span<std::string_view const> texts;
};

// A language as it is handed over: its tag, its name, its plural rule's name, its number format,
// its dates, its months, its words of time (language_head_size entries in all), and then its texts.
// languages/languages.mjs writes it for the program and for the portal.
inline constexpr std::size_t language_head_size = 12 + 3 * 12 + 2;
LanguageData language_from(std::span<std::string_view const> entries);

// Not defined in core. Stays the same while a program runs.
std::span<LanguageData const> languages();

std::vector<Language> all_languages();
std::string_view tag(Language language);
std::optional<Language> language_of_tag(std::string_view tag);
std::string_view name_of(Language language);
NumberFormat const& number_format(Language language);
std::string_view date_pattern(Language language);
std::string_view first_day_of_month(Language language);
TimeWords const& time_words(Language language);
// A month's name, 0 is January: alone ("Januar 2026"), behind a day, and shortened.
enum class MonthForm : std::uint8_t { alone, in_date, shortened };
std::string_view month_name(std::int32_t month, MonthForm form, Language language);
// The form that a noun takes behind this number; `has_fraction`: more follows the whole number.
Plural plural_of(std::int64_t whole, bool has_fraction, Language language);
// Its place among the language's forms.
std::size_t plural_index(std::int64_t whole, bool has_fraction, Language language);

// One text in every language of its catalogue; empty where the catalogue does not speak it.
class LocalizedText {
public:
    std::string const& in(Language language) const;
    void set(Language language, std::string text);

    friend bool operator==(LocalizedText const&, LocalizedText const&) = default;

private:
    std::vector<std::string> by_language_; // as far as there are texts
};

} // namespace kontingent
