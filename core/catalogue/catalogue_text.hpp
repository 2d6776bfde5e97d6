// The parts of catalogue reading that every section uses: localized texts, lists of numbered
// levels, unique ids.
#pragma once

#include "core/base/language.hpp"
#include "core/json/check.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace kontingent {

inline constexpr std::int64_t text_length_max = 4'000;
inline constexpr std::int64_t line_length_max = 200;
inline constexpr std::int64_t level_count = 4;

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

// Levels 1 to 4, each exactly once, in any order.
class UsedLevels {
public:
    // 1 to 4, or 0 where the level is invalid or has been used before.
    std::int32_t read(json::Checker& checker, json::Value const* value);
    void report_missing(json::Checker& checker, json::Value const& list) const;

private:
    std::array<bool, level_count> is_used_{};
    // Levels that cannot be read may be those that are missing.
    std::size_t unreadable_count_ = 0;
};

} // namespace kontingent
