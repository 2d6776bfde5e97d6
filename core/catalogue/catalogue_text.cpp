#include "core/catalogue/catalogue_text.hpp"

#include "core/base/limits.hpp"

#include <algorithm>
#include <optional>
#include <span>

namespace kontingent {

std::vector<Language> read_languages(json::Checker& json, json::Value const* list) {
    std::vector<Language> spoken;
    if (!json.list(list, {1, static_cast<std::int64_t>(languages().size())})) {
        return spoken;
    }
    bool is_valid = true;
    for (json::Value const& item : json.document().items(*list)) {
        if (!json.is_kind(&item, json::Kind::text)) {
            is_valid = false;
            continue;
        }
        std::optional<Language> const language = language_of_tag(item.text);
        if (!language) {
            is_valid = false;
            json.report(ErrorCode::unknown_language, item, item.text);
            continue;
        }
        if (std::ranges::find(spoken, *language) != spoken.end()) {
            is_valid = false;
            json.report(ErrorCode::duplicate_id, item, item.text);
        } else {
            spoken.push_back(*language);
        }
    }
    // Where it is not clear which languages are meant, their texts are not held against them.
    return is_valid ? spoken : std::vector<Language>{};
}

LocalizedText read_text(CatalogueChecker& checker, json::Value const* value) {
    LocalizedText text;
    json::Checker& json = checker.json;
    if (!json.is_kind(value, json::Kind::object, Wanted::localized_text)) {
        return text;
    }
    std::vector<bool> is_present(languages().size());
    for (json::Value const& member : json.document().items(*value)) {
        std::optional<Language> const language = language_of_tag(member.key);
        bool const is_spoken = language && (checker.languages.empty() ||
                                            std::ranges::find(checker.languages, *language) !=
                                                checker.languages.end());
        if (!is_spoken) {
            json.report_name(ErrorCode::unknown_language, member);
            continue;
        }
        std::size_t const index = language->index();
        if (is_present[index]) {
            json.report_name(ErrorCode::duplicate_member, member);
            continue;
        }
        is_present[index] = true;
        text.set(*language,
                 std::string(
                     json.text(&member, text_length_max, json::LineBreaks::allowed).value_or("")));
    }
    for (Language const language : checker.languages) {
        if (!is_present[language.index()]) {
            json.report(ErrorCode::missing_language, *value, tag(language));
        }
    }
    return text;
}

std::string_view UsedIds::read(json::Checker& checker, json::Value const* value) {
    std::string_view const id = checker.id(value).value_or("");
    if (id.empty()) {
        return id;
    }
    if (std::ranges::find(ids_, id) != ids_.end()) {
        checker.report(ErrorCode::duplicate_id, *value, id);
    } else {
        ids_.push_back(id);
    }
    return id;
}

bool is_level_list(json::Checker& checker, json::Value const* list) {
    if (!checker.is_kind(list, json::Kind::list)) {
        return false;
    }
    return checker.list(list, {1, level_count_max});
}

std::int32_t UsedLevels::read(json::Checker& checker, json::Value const* value) {
    std::int64_t const level =
        checker.integer(value, {1, static_cast<std::int64_t>(is_used_.size())}).value_or(0);
    if (level == 0) {
        ++unreadable_count_;
        return 0;
    }
    auto const index = static_cast<std::size_t>(level - 1);
    if (is_used_[index] != 0) {
        checker.report(ErrorCode::duplicate_level, *value, level);
        return 0;
    }
    is_used_[index] = 1;
    return static_cast<std::int32_t>(level);
}

std::size_t UsedLevels::highest() const {
    std::size_t level = is_used_.size();
    while (level > 0 && is_used_[level - 1] == 0) {
        --level;
    }
    return level;
}

void UsedLevels::report_missing(json::Checker& checker, json::Value const& list,
                                std::size_t level_count) const {
    auto const wanted = std::span(is_used_).first(level_count);
    auto const missing_count = static_cast<std::size_t>(std::ranges::count(wanted, 0));
    if (missing_count <= unreadable_count_) {
        return;
    }
    for (std::size_t index = 0; index < level_count; ++index) {
        if (is_used_[index] == 0) {
            checker.report(ErrorCode::missing_level, list, static_cast<std::int64_t>(index + 1));
        }
    }
}

} // namespace kontingent
