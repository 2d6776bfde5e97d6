// The forms of a noun behind a number, by CLDR's plural categories and rules.
// https://cldr.unicode.org/index/cldr-spec/plural-rules
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace kontingent {

enum class Plural : std::uint8_t { zero, one, two, few, many, other };
inline constexpr std::array<std::string_view, 6> plural_names{"zero", "one",  "two",
                                                              "few",  "many", "other"};
inline constexpr std::size_t plural_count = plural_names.size();

// A rule's name begins with its categories: "one-other", "one-other/below-two",
// "one-few-many-other".
enum class PluralRule : std::uint8_t {
    one_other,           // 1 without decimals is one: English, German, Dutch
    one_other_below_two, // all below 2 is one: French
    one_few_many_other,  // Polish
};
inline constexpr std::size_t plural_rule_count = 3;
std::string_view name_of(PluralRule rule);
std::optional<PluralRule> plural_rule_named(std::string_view name);
// In the order of Plural: a text with forms gives them in this order.
std::span<Plural const> plural_categories(PluralRule rule);

// The category of a number from 0 on; `has_fraction`: decimals follow the whole number.
Plural plural_by(PluralRule rule, std::int64_t whole, bool has_fraction);

} // namespace kontingent
