#include "core/base/language.hpp"

#include <algorithm>
#include <utility>

namespace kontingent {
namespace {

LanguageData const& data_of(Language language) {
    return languages()[language.index()];
}

} // namespace

LanguageData language_from(std::span<std::string_view const> entries) {
    auto const head = entries.first<language_head_size>();
    return {.tag = head[0],
            .name = head[1],
            .numbers = {.decimal_mark = head[3],
                        .group_mark = head[4],
                        .group_from = static_cast<std::size_t>(head[5].front() - '0'),
                        .currency_place = head[6] == "before" ? CurrencyPlace::before_number
                                                              : CurrencyPlace::after_number,
                        .currency_space = head[7],
                        .percent_space = head[8],
                        .currency_signs = head[9]},
            .plurals = plural_rule_named(head[2]).value_or(PluralRule::one_other),
            .date = head[10],
            .first_day = head[11],
            .months = head.subspan(12, 12),
            .months_in_dates = head.subspan(24, 12),
            .months_short = head.subspan(36, 12),
            .time_words = {.hours = head[48], .minutes = head[49]},
            .texts = entries.subspan(language_head_size)};
}

std::vector<Language> all_languages() {
    std::vector<Language> all;
    for (std::size_t index = 0; index < languages().size(); ++index) {
        all.emplace_back(index);
    }
    return all;
}

std::string_view tag(Language language) {
    return data_of(language).tag;
}

std::optional<Language> language_of_tag(std::string_view tag) {
    for (std::size_t index = 0; index < languages().size(); ++index) {
        if (languages()[index].tag == tag) {
            return Language(index);
        }
    }
    return std::nullopt;
}

std::string_view name_of(Language language) {
    return data_of(language).name;
}

std::string_view month_name(std::int32_t month, MonthForm form, Language language) {
    LanguageData const& data = data_of(language);
    auto const names = form == MonthForm::alone     ? data.months
                       : form == MonthForm::in_date ? data.months_in_dates
                                                    : data.months_short;
    auto const index = static_cast<std::size_t>(month);
    return index < names.size() ? names[index] : std::string_view{};
}

NumberFormat const& number_format(Language language) {
    return data_of(language).numbers;
}

std::string_view date_pattern(Language language) {
    return data_of(language).date;
}

std::string_view first_day_of_month(Language language) {
    return data_of(language).first_day;
}

TimeWords const& time_words(Language language) {
    return data_of(language).time_words;
}

Plural plural_of(std::int64_t whole, bool has_fraction, Language language) {
    return plural_by(data_of(language).plurals, whole, has_fraction);
}

std::size_t plural_index(std::int64_t whole, bool has_fraction, Language language) {
    auto const categories = plural_categories(data_of(language).plurals);
    Plural const wanted = plural_of(whole, has_fraction, language);
    return static_cast<std::size_t>(std::ranges::find(categories, wanted) - categories.begin());
}

std::string const& LocalizedText::in(Language language) const {
    static std::string const none;
    return language.index() < by_language_.size() ? by_language_[language.index()] : none;
}

void LocalizedText::set(Language language, std::string text) {
    if (by_language_.size() <= language.index()) {
        by_language_.resize(language.index() + 1);
    }
    by_language_[language.index()] = std::move(text);
}

} // namespace kontingent
