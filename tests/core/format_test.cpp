#include "core/base/format.hpp"
#include "core/base/parse.hpp"
#include "tests/languages/names.hpp"

#include <doctest/doctest.h>

#include <limits>
#include <string>
#include <string_view>
#include <vector>

using namespace kontingent;

namespace {

constexpr std::int64_t lowest = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t highest = std::numeric_limits<std::int64_t>::max();

} // namespace

TEST_CASE("money, by language and currency") {
    struct Row {
        char const* name;
        std::int64_t minor;
        char const* currency;
        char const* german;
        char const* english;
    };

    Row const rows[] = {
        {"zero", 0, "EUR", "0,00\u00A0€", "€0.00"},
        {"cents", 7, "EUR", "0,07\u00A0€", "€0.07"},
        {"below a thousand", 99'999, "EUR", "999,99\u00A0€", "€999.99"},
        {"a thousand", 100'000, "EUR", "1.000,00\u00A0€", "€1,000.00"},
        {"millions", 123'456'789, "EUR", "1.234.567,89\u00A0€", "€1,234,567.89"},
        {"minus", -123'456, "EUR", "−1.234,56\u00A0€", "−€1,234.56"},
        {"minus a cent", -1, "EUR", "−0,01\u00A0€", "−€0.01"},
        {"dollar", 123'456, "USD", "1.234,56\u00A0$", "$1,234.56"},
        {"pound", 123'456, "GBP", "1.234,56\u00A0£", "£1,234.56"},
        {"franc", 123'456, "CHF", "1.234,56\u00A0CHF", "CHF\u00A01,234.56"},
        {"code before the number", -5'00, "SEK", "−5,00\u00A0SEK", "−SEK\u00A05.00"},
        {"no minor digits", 1'234, "JPY", "1.234\u00A0JPY", "JPY\u00A01,234"},
        {"three minor digits", 1'234'567, "KWD", "1.234,567\u00A0KWD", "KWD\u00A01,234.567"},
        {"four minor digits", 12'345'678, "CLF", "1.234,5678\u00A0CLF", "CLF\u00A01,234.5678"},
        {"code that only overlaps two of the list", 100, "YPK", "1,00\u00A0YPK", "YPK\u00A01.00"},
        {"largest", highest, "EUR", "92.233.720.368.547.758,07\u00A0€",
         "€92,233,720,368,547,758.07"},
        {"smallest", lowest, "EUR", "−92.233.720.368.547.758,08\u00A0€",
         "−€92,233,720,368,547,758.08"},
    };
    for (Row const& row : rows) {
        CAPTURE(row.name);
        CHECK(format_money(Money{row.minor}, row.currency, german) == row.german);
        CHECK(format_money(Money{row.minor}, row.currency, english) == row.english);
    }
}

TEST_CASE("hours") {
    struct Row {
        char const* name;
        std::int64_t minutes;
        char const* german;
        char const* english;
        char const* plain;
    };

    Row const rows[] = {
        {"nothing", 0, "0\u00A0h", "0\u00A0h", "0"},
        {"a minute", 1, "0:01\u00A0h", "0:01\u00A0h", "0:01"},
        {"three minutes", 3, "0,05\u00A0h", "0.05\u00A0h", "0,05"},
        {"half an hour", 30, "0,5\u00A0h", "0.5\u00A0h", "0,5"},
        {"whole", 720, "12\u00A0h", "12\u00A0h", "12"},
        {"one decimal", 750, "12,5\u00A0h", "12.5\u00A0h", "12,5"},
        {"two decimals", 765, "12,75\u00A0h", "12.75\u00A0h", "12,75"},
        {"no exact decimals", 740, "12:20\u00A0h", "12:20\u00A0h", "12:20"},
        {"four digits are not grouped", 60'000, "1000\u00A0h", "1000\u00A0h", "1000"},
        {"five digits are", 600'000, "10.000\u00A0h", "10,000\u00A0h", "10000"},
        {"grouped and with decimals", 750'030, "12.500,5\u00A0h", "12,500.5\u00A0h", "12500,5"},
        {"minus", -750, "−12,5\u00A0h", "−12.5\u00A0h", "−12,5"},
    };
    for (Row const& row : rows) {
        CAPTURE(row.name);
        CHECK(format_hours(Minutes{row.minutes}, german) == row.german);
        CHECK(format_hours(Minutes{row.minutes}, english) == row.english);
        CHECK(format_hours_plain(Minutes{row.minutes}, german) == row.plain);
    }
}

TEST_CASE("figures that are read together are written in one form") {
    struct Row {
        char const* name;
        std::vector<Minutes> figures;
        HoursForm form;
        std::string_view first; // the first figure in German
    };

    Row const rows[] = {
        {"none", {}, HoursForm::decimal, ""},
        {"whole hours", {Minutes{720}, Minutes{0}}, HoursForm::decimal, "12\u00A0h"},
        {"hundredths", {Minutes{750}, Minutes{3}}, HoursForm::decimal, "12,5\u00A0h"},
        {"a minute among them", {Minutes{750}, Minutes{1}}, HoursForm::clock, "12:30\u00A0h"},
        {"a minute before a hundredth", {Minutes{2}, Minutes{3}}, HoursForm::clock, "0:02\u00A0h"},
        {"a minute after one", {Minutes{3}, Minutes{4}}, HoursForm::clock, "0:03\u00A0h"},
        {"many hours", {Minutes{750'000}, Minutes{1}}, HoursForm::clock, "12.500:00\u00A0h"},
    };
    for (Row const& row : rows) {
        CAPTURE(row.name);
        CHECK(common_form(row.figures) == row.form);
        if (!row.figures.empty()) {
            CHECK(format_hours(row.figures.front(), german, row.form) == row.first);
        }
    }
}

TEST_CASE("what is printed reads back as the same minutes, and prints the same again") {
    constexpr std::int64_t longest = 60'000;
    for (Language const language : all_languages()) {
        for (std::int64_t count = 0; count <= longest; ++count) {
            std::string const with_unit = format_hours(Minutes{count}, language);
            std::string const plain = format_hours_plain(Minutes{count}, language);
            REQUIRE(parse_hours(with_unit, Minutes{longest}) == Minutes{count});
            auto const parsed = parse_hours(plain, Minutes{longest});
            REQUIRE(parsed == Minutes{count});
            REQUIRE(format_hours_plain(*parsed, language) == plain);
        }
    }
}

TEST_CASE("hours as people type them") {
    using enum HoursError;

    struct Row {
        char const* name;
        std::string_view text;
        std::expected<Minutes, HoursError> expected;
    };

    Row const rows[] = {
        {"whole", "12", Minutes{720}},
        {"zero", "0", Minutes{0}},
        {"leading zeros", "007", Minutes{420}},
        {"decimal comma", "12,5", Minutes{750}},
        {"decimal point", "12.5", Minutes{750}},
        {"nothing before the comma", ",5", Minutes{30}},
        {"nothing after the comma", "12,", Minutes{720}},
        {"hours and minutes", "12:30", Minutes{750}},
        {"midnight", "0:00", Minutes{0}},
        {"unit", "12h", Minutes{720}},
        {"unit after a space", "12 h", Minutes{720}},
        {"unit after a no-break space", "12,5\u00A0h", Minutes{750}},
        {"unit after a narrow no-break space", "12,5\u202Fh", Minutes{750}},
        {"German unit", "12,5 Std", Minutes{750}},
        {"German unit with full stop", "12,5 Std.", Minutes{750}},
        {"English unit", "12.5 hrs", Minutes{750}},
        {"capital unit", "3 H", Minutes{180}},
        {"unit after minutes", "12:30 h", Minutes{750}},
        {"white space around", " \t12\u00A0\n", Minutes{720}},
        {"a third of an hour", "0,33333333333333333", Minutes{20}},
        {"just below half a minute", "0,00833333", Minutes{0}},
        {"just above half a minute", "0,00833334", Minutes{1}},
        {"half a minute exactly", "0,025", Minutes{2}},
        {"a full stop never groups", "1.234", Minutes{74}},
        {"the maximum", "1000", Minutes{60'000}},
        {"rounded down to the maximum", "1000,008", Minutes{60'000}},
        {"above the maximum", "1000,01", std::unexpected(too_large)},
        {"above the maximum by a minute", "1000:01", std::unexpected(too_large)},
        {"far above", "99999999999999999999999999", std::unexpected(too_large)},
        {"empty", "", std::unexpected(empty)},
        {"only white space", " \u00A0 ", std::unexpected(empty)},
        {"only a unit", "h", std::unexpected(not_a_number)},
        {"only a comma", ",", std::unexpected(not_a_number)},
        {"only a minus", "-", std::unexpected(not_a_number)},
        {"letters", "zwölf", std::unexpected(not_a_number)},
        {"letters after the number", "12x", std::unexpected(not_a_number)},
        {"letters far above the maximum", "9999999x", std::unexpected(not_a_number)},
        {"unit first", "h12", std::unexpected(not_a_number)},
        {"two units", "12 h h", std::unexpected(not_a_number)},
        {"grouped and decimal", "1.234,5", std::unexpected(not_a_number)},
        {"two commas", "1,2,3", std::unexpected(not_a_number)},
        {"sixty minutes", "12:60", std::unexpected(not_a_number)},
        {"one digit of minutes", "12:5", std::unexpected(not_a_number)},
        {"three digits of minutes", "12:300", std::unexpected(not_a_number)},
        {"no hours before the colon", ":30", std::unexpected(not_a_number)},
        {"colon and comma", "12:30,5", std::unexpected(not_a_number)},
        {"a space inside", "1 000", std::unexpected(not_a_number)},
        {"plus", "+5", std::unexpected(not_a_number)},
        {"exponent", "1e3", std::unexpected(not_a_number)},
        {"other digits", "١٢", std::unexpected(not_a_number)},
        {"minus", "-3", std::unexpected(negative)},
        {"typographic minus", "−3,5 h", std::unexpected(negative)},
        {"minus and letters", "-x", std::unexpected(not_a_number)},
    };
    for (Row const& row : rows) {
        CAPTURE(row.name);
        CHECK(parse_hours(row.text, Minutes{60'000}) == row.expected);
    }
}

TEST_CASE("percentages") {
    CHECK(format_percent(BasisPoints{1'900}, german) == "19\u00A0%");
    CHECK(format_percent(BasisPoints{1'900}, english) == "19%");
    CHECK(format_percent(BasisPoints{1'950}, german) == "19,5\u00A0%");
    CHECK(format_percent(BasisPoints{1'925}, english) == "19.25%");
    CHECK(format_percent(BasisPoints{5}, english) == "0.05%");
    CHECK(format_percent(BasisPoints{0}, german) == "0\u00A0%");
    CHECK(format_percent(BasisPoints{-1'000}, german) == "−10\u00A0%");
}

TEST_CASE("integers") {
    CHECK(format_integer(0, german) == "0");
    CHECK(format_integer(999, german) == "999");
    CHECK(format_integer(1'440, german) == "1.440");
    CHECK(format_integer(-1'000'000, english) == "−1,000,000");
    CHECK(format_integer(lowest, english) == "−9,223,372,036,854,775,808");
}
