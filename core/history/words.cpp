#include "core/history/words.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace kontingent::history {

namespace {

using Words = std::unordered_set<std::string_view>;

struct Dictionary {
    std::unordered_map<std::string_view, WordMeanings> headings;
    std::unordered_map<std::string_view, unsigned> months;
    Words weekdays, totals, day_units, in_dates, behind_times;
    std::vector<std::string_view> joints{""}, before_noon, after_noon;
};

void add(Words& words, std::span<std::string_view const> more) {
    words.insert(more.begin(), more.end());
}

void add(std::vector<std::string_view>& words, std::span<std::string_view const> more) {
    for (std::string_view const word : more) {
        if (std::ranges::find(words, word) == words.end()) {
            words.push_back(word);
        }
    }
}

Dictionary gathered() {
    Dictionary dictionary;
    auto const languages = word_languages();
    for (std::size_t index = 0; index < languages.size(); ++index) {
        LanguageWords const& words = languages[index];
        for (HeadingWord const& known : words.headings) {
            WordMeanings& meanings = dictionary.headings[known.word];
            meanings.resize(languages.size());
            meanings[index] = known.meaning;
        }
        // Where two languages call different months alike, the first of them holds.
        for (MonthWord const& known : words.months) {
            dictionary.months.emplace(known.word, known.month);
        }
        add(dictionary.weekdays, words.weekdays);
        add(dictionary.totals, words.totals);
        add(dictionary.day_units, words.day_units);
        add(dictionary.in_dates, words.in_dates);
        add(dictionary.behind_times, words.behind_times);
        add(dictionary.joints, words.joints);
        add(dictionary.before_noon, words.before_noon);
        add(dictionary.after_noon, words.after_noon);
    }
    return dictionary;
}

Dictionary const& dictionary() {
    static Dictionary const all = gathered();
    return all;
}

} // namespace

WordMeanings const* meanings_of(std::string_view word) {
    auto const found = dictionary().headings.find(word);
    return found == dictionary().headings.end() ? nullptr : &found->second;
}

unsigned month_named(std::string_view word) {
    auto const found = dictionary().months.find(word);
    return found == dictionary().months.end() ? 0 : found->second;
}

bool is_weekday(std::string_view word) {
    return dictionary().weekdays.contains(word);
}

bool is_total(std::string_view word) {
    return dictionary().totals.contains(word);
}

bool is_day_unit(std::string_view word) {
    return dictionary().day_units.contains(word);
}

bool is_in_dates(std::string_view word) {
    return dictionary().in_dates.contains(word);
}

bool is_behind_times(std::string_view word) {
    return dictionary().behind_times.contains(word);
}

DayHalf day_half_in(std::string_view text) {
    auto const begins = [&](std::string_view word) { return text.starts_with(word); };
    return std::ranges::any_of(dictionary().before_noon, begins)  ? DayHalf::before_noon
           : std::ranges::any_of(dictionary().after_noon, begins) ? DayHalf::after_noon
                                                                  : DayHalf::none;
}

std::span<std::string_view const> joints() {
    return dictionary().joints;
}

} // namespace kontingent::history
