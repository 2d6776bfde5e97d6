#include "core/base/core_texts.hpp"
#include "core/base/fill.hpp"
#include "core/base/language.hpp"

#include <doctest/doctest.h>

#include <array>
#include <string>

namespace kontingent {

TEST_CASE("languages have tags of their own, English first") {
    REQUIRE_FALSE(languages().empty());
    CHECK(tag(Language{}) == "en");
    for (Language const language : all_languages()) {
        CHECK(language_of_tag(tag(language)) == language);
        CHECK_FALSE(name_of(language).empty());
    }
    CHECK_FALSE(language_of_tag("xx").has_value());
    CHECK_FALSE(language_of_tag("").has_value());
}

TEST_CASE("every language has core's texts and every month") {
    for (Language const language : all_languages()) {
        CAPTURE(tag(language));
        for (std::size_t text = 0; text < static_cast<std::size_t>(CoreText::count_); ++text) {
            CHECK_FALSE(text_of(static_cast<CoreText>(text), language).empty());
        }
        for (std::int32_t month = 0; month < 12; ++month) {
            for (MonthForm const form :
                 {MonthForm::alone, MonthForm::in_date, MonthForm::shortened}) {
                CHECK_FALSE(month_name(month, form, language).empty());
            }
        }
        CHECK(month_name(12, MonthForm::alone, language).empty());
        CHECK(month_name(-1, MonthForm::alone, language).empty());
    }
}

TEST_CASE("a rule's name begins with its categories") {
    for (std::size_t index = 0; index < plural_rule_count; ++index) {
        auto const rule = static_cast<PluralRule>(index);
        std::string categories;
        for (Plural const category : plural_categories(rule)) {
            categories += (categories.empty() ? "" : "-") +
                          std::string{plural_names.at(static_cast<std::size_t>(category))};
        }
        std::string_view const name = name_of(rule);
        CHECK(name.substr(0, name.find('/')) == categories);
        CHECK(plural_rule_named(name) == rule);
    }
    CHECK_FALSE(plural_rule_named("one").has_value());
}

// The samples of CLDR's own charts.
TEST_CASE("plural categories") {
    using enum Plural;

    struct Row {
        std::int64_t whole;
        bool has_fraction;
        Plural one_other, below_two, polish;
    };

    for (Row const& row : {
             Row{0, false, other, one, many},       Row{0, true, other, one, other},
             Row{1, false, one, one, one},          Row{1, true, other, one, other},
             Row{2, false, other, other, few},      Row{2, true, other, other, other},
             Row{4, false, other, other, few},      Row{5, false, other, other, many},
             Row{11, false, other, other, many},    Row{12, false, other, other, many},
             Row{14, false, other, other, many},    Row{15, false, other, other, many},
             Row{20, false, other, other, many},    Row{21, false, other, other, many},
             Row{22, false, other, other, few},     Row{24, false, other, other, few},
             Row{25, false, other, other, many},    Row{100, false, other, other, many},
             Row{102, false, other, other, few},    Row{112, false, other, other, many},
             Row{1'000, false, other, other, many}, Row{1'002, false, other, other, few},
         }) {
        CAPTURE(row.whole);
        CAPTURE(row.has_fraction);
        CHECK(plural_by(PluralRule::one_other, row.whole, row.has_fraction) == row.one_other);
        CHECK(plural_by(PluralRule::one_other_below_two, row.whole, row.has_fraction) ==
              row.below_two);
        CHECK(plural_by(PluralRule::one_few_many_other, row.whole, row.has_fraction) == row.polish);
    }
}

TEST_CASE("a language is read from its entries") {
    std::array<std::string_view, language_head_size + 1> entries{
        "xx", "Xish", "one-few-many-other", "·", "\u202F", "5", "before", " ", "\u202F", "EUR €"};
    entries[10] = "{month} {day} {year}";
    entries[11] = "1st";
    entries[12] = "first month";
    entries[47] = "last month";
    entries[48] = "h hour";
    entries[49] = "min";
    entries[50] = "a text";
    LanguageData const data = language_from(entries);
    CHECK(data.tag == "xx");
    CHECK(data.name == "Xish");
    CHECK(data.plurals == PluralRule::one_few_many_other);
    CHECK(data.numbers.decimal_mark == "·");
    CHECK(data.numbers.group_mark == "\u202F");
    CHECK(data.numbers.group_from == 5);
    CHECK(data.numbers.currency_place == CurrencyPlace::before_number);
    CHECK(data.numbers.currency_space == " ");
    CHECK(data.numbers.percent_space == "\u202F");
    CHECK(data.numbers.currency_signs == "EUR €");
    CHECK(data.date == "{month} {day} {year}");
    CHECK(data.first_day == "1st");
    CHECK(data.months.front() == "first month");
    CHECK(data.months_short.back() == "last month");
    CHECK(data.time_words.hours == "h hour");
    CHECK(data.time_words.minutes == "min");
    REQUIRE(data.texts.size() == 1);
    CHECK(data.texts.front() == "a text");
}

TEST_CASE("a text has a language's words only where they were set") {
    LocalizedText text;
    CHECK(text == LocalizedText{});
    CHECK(text.in(Language{}).empty());
    text.set(Language(1), "one");
    CHECK(text.in(Language{}).empty());
    CHECK(text.in(Language(1)) == "one");
    CHECK(text.in(Language(2)).empty());
    text.set(Language{}, "zero");
    CHECK(text.in(Language{}) == "zero");
    CHECK(text != LocalizedText{});
}

TEST_CASE("places of a text are filled by name") {
    CHECK(fill("", {{"a", "1"}}).empty());
    CHECK(fill("{b} of {a}", {{"a", "1"}, {"b", "{a}"}}) == "{a} of 1");
    CHECK(fill("{other} {", {{"a", "1"}}) == "{other} {");
}

} // namespace kontingent
