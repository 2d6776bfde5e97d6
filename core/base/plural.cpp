#include "core/base/plural.hpp"

namespace kontingent {
namespace {

// In the order of the enumerators.
constexpr std::array<std::string_view, plural_rule_count> rule_names{
    "one-other", "one-other/below-two", "one-few-many-other"};

constexpr std::array<Plural, 2> one_other{Plural::one, Plural::other};
constexpr std::array<Plural, 4> one_few_many_other{Plural::one, Plural::few, Plural::many,
                                                   Plural::other};

Plural polish(std::int64_t whole, bool has_fraction) {
    if (has_fraction) {
        return Plural::other;
    }
    if (whole == 1) {
        return Plural::one;
    }
    std::int64_t const ones = whole % 10;
    std::int64_t const tens = whole / 10 % 10;
    return ones >= 2 && ones <= 4 && tens != 1 ? Plural::few : Plural::many;
}

} // namespace

std::string_view name_of(PluralRule rule) {
    return rule_names.at(static_cast<std::size_t>(rule));
}

std::span<Plural const> plural_categories(PluralRule rule) {
    return rule == PluralRule::one_few_many_other ? std::span<Plural const>(one_few_many_other)
                                                  : std::span<Plural const>(one_other);
}

std::optional<PluralRule> plural_rule_named(std::string_view name) {
    for (std::size_t index = 0; index < rule_names.size(); ++index) {
        if (rule_names.at(index) == name) {
            return static_cast<PluralRule>(index);
        }
    }
    return std::nullopt;
}

Plural plural_by(PluralRule rule, std::int64_t whole, bool has_fraction) {
    switch (rule) {
    case PluralRule::one_other:
        break;
    case PluralRule::one_other_below_two:
        return whole <= 1 ? Plural::one : Plural::other;
    case PluralRule::one_few_many_other:
        return polish(whole, has_fraction);
    }
    return whole == 1 && !has_fraction ? Plural::one : Plural::other;
}

} // namespace kontingent
