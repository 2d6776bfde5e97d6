#include "core/history/words/words.hpp"

#include <unordered_map>
#include <unordered_set>

namespace kontingent::history {

namespace {

constexpr std::array<LanguageWords const*, word_language_count> all_words{
    &words_de, &words_en, &words_fr, &words_pl, &words_es, &words_it, &words_nl};

struct Dictionary {
    std::unordered_map<std::string_view, WordMeanings> headings;
    std::unordered_map<std::string_view, unsigned> months;
    std::unordered_set<std::string_view> weekdays, totals;
};

// Where two languages call different months alike, the first of them holds.
void add_months(Dictionary& dictionary, LanguageWords const& words) {
    for (unsigned month = 1; month <= words.months.size(); ++month) {
        dictionary.months.emplace(words.months[month - 1], month);
    }
    for (std::string_view const other : words.other_months) {
        std::size_t const colon = other.find(':');
        unsigned number = 0;
        for (char const digit : other.substr(0, colon)) {
            number = number * 10 + static_cast<unsigned>(digit - '0');
        }
        dictionary.months.emplace(other.substr(colon + 1), number);
    }
}

Dictionary gathered() {
    Dictionary dictionary;
    for (std::size_t index = 0; index < all_words.size(); ++index) {
        LanguageWords const& words = *all_words[index];
        for (HeadingWord const& known : words.headings) {
            auto& meaning = dictionary.headings[known.word][index];
            meaning = meaning.value_or(known.meaning);
        }
        add_months(dictionary, words);
        dictionary.weekdays.insert(words.weekdays.begin(), words.weekdays.end());
        dictionary.totals.insert(words.totals.begin(), words.totals.end());
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

} // namespace kontingent::history
