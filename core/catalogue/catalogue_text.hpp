// The parts of catalogue reading that every section uses: localized texts, lists of numbered
// levels, unique ids.
#pragma once

#include "core/base/language.hpp"
#include "core/json/check.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace kontingent {

inline constexpr std::int64_t text_length_max = 4'000;
inline constexpr std::int64_t line_length_max = 200;

struct CatalogueChecker {
    json::Checker& json;
    // The catalogue's; empty where its list is missing or wrong, and then no language is missed in
    // a text.
    std::vector<Language> languages;
};

// In the catalogue's order; empty where it is not clear which languages are meant.
std::vector<Language> read_languages(json::Checker& checker, json::Value const* list);

// One text in every language of the catalogue, and in no other.
LocalizedText read_text(CatalogueChecker& checker, json::Value const* value);

// Ids that have been used. Few enough for a plain list.
class UsedIds {
public:
    // The id, or "" where it is invalid; duplicate_id where it has been used before.
    std::string_view read(json::Checker& checker, json::Value const* value);

private:
    std::vector<std::string_view> ids_;
};

// Whether this is a list with one entry a level, few enough to be looked at one by one. Wrong
// numbers of entries are left to UsedLevels, which says which level is missing or stands twice.
bool is_level_list(json::Checker& checker, json::Value const* list);

// Levels from 1 on, each exactly once, in any order.
class UsedLevels {
public:
    // `level_max`: the highest number that is valid.
    explicit UsedLevels(std::size_t level_max) : is_used_(level_max) {}

    // 0 where the level is invalid or has been used before.
    std::int32_t read(json::Checker& checker, json::Value const* value);
    // The highest one so far; 0 without any.
    std::size_t highest() const;
    // Those up to `level_count` that are missing.
    void report_missing(json::Checker& checker, json::Value const& list,
                        std::size_t level_count) const;

private:
    std::vector<std::uint8_t> is_used_; // by level, from 1
    // Levels that cannot be read may be those that are missing.
    std::size_t unreadable_count_ = 0;
};

} // namespace kontingent
