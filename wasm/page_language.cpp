#include "wasm/page_language.hpp"

#include "core/json/reader.hpp"

#include <string>
#include <utility>
#include <vector>

namespace kontingent {

namespace {

constexpr std::size_t bytes_max = std::size_t{1} << 16U;

// Known by its tag alone: a catalogue may speak it, the page does not.
LanguageData silent(std::string_view tag) {
    LanguageData data;
    data.tag = tag;
    data.numbers.decimal_mark = ".";
    return data;
}

// Lives as long as the page, and the languages point into it.
struct PageLanguage {
    std::vector<std::string> words;
    std::vector<std::string_view> entries;
    std::vector<LanguageData> languages{silent("en")};
    Language language;
};

PageLanguage& page() {
    static PageLanguage& only = *new PageLanguage;
    return only;
}

std::vector<std::string> words_of(json::Document const& document, json::Value const& list) {
    std::vector<std::string> words;
    for (json::Value const& item : document.items(list)) {
        words.emplace_back(item.text);
    }
    return words;
}

void speak(std::vector<std::string> const& tags, std::vector<std::string> words) {
    PageLanguage& taken = page();
    taken.words = std::move(words);
    for (std::string const& tag : tags) {
        taken.words.push_back(tag);
    }
    std::size_t const size = taken.words.size() - tags.size();
    taken.entries.assign(taken.words.begin(),
                         taken.words.begin() + static_cast<std::ptrdiff_t>(size));
    LanguageData const spoken = language_from(taken.entries);
    taken.languages.clear();
    for (std::size_t index = 0; index < tags.size(); ++index) {
        std::string_view const tag = taken.words[size + index];
        if (tag == spoken.tag) {
            taken.language = Language(index);
        }
        taken.languages.push_back(tag == spoken.tag ? spoken : silent(tag));
    }
}

} // namespace

std::span<LanguageData const> languages() {
    return page().languages;
}

namespace wasm {

std::expected<ui::Texts, Errors> take_page_language(std::string_view json) {
    auto const document = json::read(json, bytes_max);
    if (!document) {
        return std::unexpected(Errors{document.error()});
    }
    json::Value const& root = document->root();
    if (root.kind != json::Kind::list || root.item_count != 3) {
        return std::unexpected(Errors{Error{.code = ErrorCode::wrong_type,
                                            .pointer = {},
                                            .line = root.place.line,
                                            .column = root.place.column,
                                            .detail = Wanted::list}});
    }
    auto part = document->items(root).begin();
    std::vector<std::string> const tags = words_of(*document, *part);
    ++part;
    std::vector<std::string> words = words_of(*document, *part);
    ++part;
    if (!tags.empty() && words.size() >= language_head_size) {
        speak(tags, std::move(words));
    }
    return ui::parse_texts(*document, *part);
}

Language page_language() {
    return page().language;
}

} // namespace wasm

} // namespace kontingent
