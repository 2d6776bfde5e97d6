#include "core/base/format.hpp"
#include "core/base/parse.hpp"
#include "tests/core/random.hpp"
#include "tests/languages/names.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using namespace kontingent;

namespace {

using enum NumberError;
using Parsed = std::expected<Minutes, NumberError>;

constexpr Minutes longest{60'000};

} // namespace

TEST_CASE("hours as people type them, in every language alike") {
    struct Row {
        char const* name;
        std::string_view text;
        Parsed expected;
    };

    Row const rows[] = {
        {"whole", "12", Minutes{720}},
        {"zero", "0", Minutes{0}},
        {"leading zeros", "007", Minutes{420}},
        {"decimal comma", "12,5", Minutes{750}},
        {"decimal point", "12.5", Minutes{750}},
        {"two decimals", "12,50", Minutes{750}},
        {"nothing before the comma", ",5", Minutes{30}},
        {"nothing after the comma", "12,", Minutes{720}},
        {"a nought before three decimals", "0,500", Minutes{30}},
        {"four decimals", "1.2500", Minutes{75}},
        {"hours and minutes", "12:30", Minutes{750}},
        {"midnight", "0:00", Minutes{0}},
        {"unit", "12h", Minutes{720}},
        {"unit after a space", "12 h", Minutes{720}},
        {"unit after a no-break space", "12,5\u00A0h", Minutes{750}},
        {"unit after a narrow no-break space", "12,5\u202Fh", Minutes{750}},
        {"capital unit", "3 H", Minutes{180}},
        {"unit after minutes", "12:30 h", Minutes{750}},
        {"unit for a colon", "12h30", Minutes{750}},
        {"unit for a colon, with spaces", "12 h 30", Minutes{750}},
        {"unit for a colon, one digit", "12 h 5", Minutes{725}},
        {"hours and minutes with their units", "12 h 30 min", Minutes{750}},
        {"without a space", "12h30min", Minutes{750}},
        {"minutes alone", "90 min", Minutes{90}},
        {"white space around", " \t12\u00A0\n", Minutes{720}},
        {"grouped by a space", "1 000", Minutes{60'000}},
        {"by a no-break space", "1\u00A0000", Minutes{60'000}},
        {"by a narrow no-break space", "1\u202F000,0 h", Minutes{60'000}},
        {"by an apostrophe", "1'000", Minutes{60'000}},
        {"by a typographic apostrophe", "1\u2019000", Minutes{60'000}},
        {"by spaces, with decimals", "0 h", Minutes{0}},
        {"a third of an hour", "0,33333333333333333", Minutes{20}},
        {"just below half a minute", "0,00833333", Minutes{0}},
        {"just above half a minute", "0,00833334", Minutes{1}},
        {"half a minute exactly", "0,025", Minutes{2}},
        {"the maximum", "1000", Minutes{60'000}},
        {"the maximum in minutes", "60000 min", Minutes{60'000}},
        {"above the maximum in minutes", "60001 min", std::unexpected(too_large)},
        {"rounded down to the maximum", "1000,0083", Minutes{60'000}},
        {"above the maximum", "1000,01", std::unexpected(too_large)},
        {"above the maximum by a minute", "1000:01", std::unexpected(too_large)},
        {"far above", "99999999999999999999999999", std::unexpected(too_large)},
        {"millions, by the first mark twice", "1.000.000", std::unexpected(too_large)},
        {"two marks", "1.234,5", std::unexpected(too_large)},
        {"two marks, the other way", "1,234.5", std::unexpected(too_large)},
        {"empty", "", std::unexpected(empty)},
        {"only white space", " \u00A0 ", std::unexpected(empty)},
        {"only a unit", "h", std::unexpected(not_a_number)},
        {"only a comma", ",", std::unexpected(not_a_number)},
        {"only a minus", "-", std::unexpected(not_a_number)},
        {"letters", "zwölf", std::unexpected(not_a_number)},
        {"letters after the number", "12x", std::unexpected(not_a_number)},
        {"letters behind a unit", "12hx", std::unexpected(not_a_number)},
        {"letters far above the maximum", "9999999x", std::unexpected(not_a_number)},
        {"unit first", "h12", std::unexpected(not_a_number)},
        {"two units", "12 h h", std::unexpected(not_a_number)},
        {"two commas", "1,2,3", std::unexpected(not_a_number)},
        {"groups of two", "12,34,567", std::unexpected(not_a_number)},
        {"two digits behind a space", "12 30", std::unexpected(not_a_number)},
        {"four digits before a space", "1234 567", std::unexpected(not_a_number)},
        {"two spaces between groups", "1  000", std::unexpected(not_a_number)},
        {"groups of two marks", "1 000.000.000", std::unexpected(not_a_number)},
        {"sixty minutes", "12:60", std::unexpected(not_a_number)},
        {"sixty minutes behind a unit", "12 h 60", std::unexpected(not_a_number)},
        {"one digit of minutes", "12:5", std::unexpected(not_a_number)},
        {"three digits of minutes", "12:300", std::unexpected(not_a_number)},
        {"three digits behind a unit", "12h300", std::unexpected(not_a_number)},
        {"no hours before the colon", ":30", std::unexpected(not_a_number)},
        {"colon and comma", "12:30,5", std::unexpected(not_a_number)},
        {"comma and colon", "12,5:30", std::unexpected(not_a_number)},
        {"comma, unit and minutes", "12,5 h 30", std::unexpected(not_a_number)},
        {"decimals of minutes", "30,5 min", std::unexpected(not_a_number)},
        {"plus", "+5", std::unexpected(not_a_number)},
        {"exponent", "1e3", std::unexpected(not_a_number)},
        {"other digits", "١٢", std::unexpected(not_a_number)},
        {"minus", "-3", std::unexpected(negative)},
        {"typographic minus", "−3,5 h", std::unexpected(negative)},
        {"minus and letters", "-x", std::unexpected(not_a_number)},
    };
    for (Language const language : all_languages()) {
        for (Row const& row : rows) {
            CAPTURE(tag(language));
            CAPTURE(row.name);
            CHECK(parse_hours(row.text, longest, language) == row.expected);
        }
    }
}

TEST_CASE("a mark before three digits is what the language makes it") {
    struct Row {
        char const* name;
        std::string_view text;
        Parsed german;
        Parsed english;
        Parsed french;
        Parsed polish;
    };

    constexpr Minutes thousand{60'000};
    constexpr Minutes one{60};
    auto const asked = std::unexpected(ambiguous);
    Row const rows[] = {
        {"a comma", "1,000", one, thousand, one, one},
        {"a point", "1.000", thousand, one, asked, asked},
        {"a point and a word", "1.000 h", thousand, one, asked, asked},
        {"a comma before no group", "12,5", Minutes{750}, Minutes{750}, Minutes{750}, Minutes{750}},
        {"above the maximum", "1,001", one, std::unexpected(too_large), one, one},
        {"three digits before it", "100,250", Minutes{6'015}, std::unexpected(too_large),
         Minutes{6'015}, Minutes{6'015}},
        {"four digits before it", "1000.250", std::unexpected(too_large),
         std::unexpected(too_large), std::unexpected(too_large), std::unexpected(too_large)},
        {"hours and minutes", "1.000:00", thousand, std::unexpected(not_a_number), asked, asked},
    };
    for (Row const& row : rows) {
        CAPTURE(row.name);
        CHECK(parse_hours(row.text, longest, german) == row.german);
        CHECK(parse_hours(row.text, longest, english) == row.english);
        CHECK(parse_hours(row.text, longest, french) == row.french);
        CHECK(parse_hours(row.text, longest, polish) == row.polish);
    }
}

TEST_CASE("hours and minutes in the language's words") {
    struct Row {
        Language language;
        std::string_view text;
        Parsed expected;
    };

    Row const rows[] = {
        {german, "12,5 Stunden", Minutes{750}},
        {german, "1 Stunde", Minutes{60}},
        {german, "12,5 Std", Minutes{750}},
        {german, "12,5 Std.", Minutes{750}},
        {german, "12 STD", Minutes{720}},
        {german, "12 Std. 30 Min.", Minutes{750}},
        {german, "1 Stunde 30 Minuten", Minutes{90}},
        {german, "12 hours", std::unexpected(not_a_number)},
        {english, "12 hours", Minutes{720}},
        {english, "1 hour", Minutes{60}},
        {english, "12.5 hrs", Minutes{750}},
        {english, "1 hr.", Minutes{60}},
        {english, "12 hours 30 minutes", Minutes{750}},
        {english, "12h 30m", Minutes{750}},
        {english, "12 Stunden", std::unexpected(not_a_number)},
        {french, "12,5 heures", Minutes{750}},
        {french, "1 heure 30", Minutes{90}},
        {french, "12 h 30", Minutes{750}},
        {french, "45 mn", Minutes{45}},
        {french, "12 godzin", std::unexpected(not_a_number)},
        {polish, "12,5 godziny", Minutes{750}},
        {polish, "1 godzina", Minutes{60}},
        {polish, "1 godzinę", Minutes{60}},
        {polish, "5 godzin", Minutes{300}},
        {polish, "12 godz. 30 min", Minutes{750}},
        {polish, "2 g", Minutes{120}},
        {polish, "30 minut", Minutes{30}},
        {polish, "12 heures", std::unexpected(not_a_number)},
    };
    for (Row const& row : rows) {
        CAPTURE(tag(row.language));
        CAPTURE(row.text);
        CHECK(parse_hours(row.text, longest, row.language) == row.expected);
    }
}

TEST_CASE("both readings of a number are known where there are two") {
    struct Row {
        std::string_view text;
        Language language;
        std::int64_t grouped;
        std::int64_t decimal;
        bool is_grouped;
    };

    for (Row const& row :
         {Row{"1,500", english, 90'000, 90, true}, Row{"1,500", german, 90'000, 90, false},
          Row{" 1.250 h", french, 75'000, 75, false}, Row{"1.500", german, 90'000, 90, true}}) {
        CAPTURE(row.text);
        auto const readings = readings_of(row.text, row.language);
        REQUIRE(readings);
        CHECK(readings->grouped == Minutes{row.grouped});
        CHECK(readings->decimal == Minutes{row.decimal});
        CHECK(readings->is_grouped == row.is_grouped);
    }
    for (std::string_view const text : {"", "12", "12,5", "0,500", "1500,250", "1 500", "1.500 min",
                                        "1.500:30", "1.500.000", "1.500,5", "x"}) {
        CAPTURE(text);
        CHECK(!readings_of(text, german));
    }
}

TEST_CASE("what is printed reads back as the same minutes, and prints the same again") {
    for (Language const language : all_languages()) {
        for (std::int64_t count = 0; count <= longest.count; ++count) {
            std::string const with_unit = format_hours(Minutes{count}, language);
            std::string const plain = format_hours_plain(Minutes{count}, language);
            REQUIRE(parse_hours(with_unit, longest, language) == Minutes{count});
            auto const parsed = parse_hours(plain, longest, language);
            REQUIRE(parsed == Minutes{count});
            REQUIRE(format_hours_plain(*parsed, language) == plain);
        }
    }
}

TEST_CASE("hours and amounts of any size read back as they are printed") {
    constexpr std::int64_t most = 1'000'000'000'000;
    constexpr std::string_view currencies[] = {"EUR", "USD", "PLN", "CHF", "JPY", "KWD", "CLF"};
    constexpr std::uint64_t seed = 20'261'127;
    MESSAGE("seed ", seed);
    tests::Random random(seed);
    for (std::size_t trial = 0; trial < 5'000; ++trial) {
        std::int64_t const size = random.between(0, most) >> random.between(0, 39);
        std::int64_t const count = random.between(0, size);
        std::string_view const currency = currencies[trial % std::size(currencies)];
        for (Language const language : all_languages()) {
            CAPTURE(tag(language));
            for (HoursForm const form : {HoursForm::clock, HoursForm::decimal}) {
                Minutes const minutes{form == HoursForm::clock ? count : count / 3 * 3};
                std::string const printed = format_hours(minutes, language, form);
                CAPTURE(printed);
                REQUIRE(parse_hours(printed, Minutes{most}, language) == minutes);
            }
            std::string const printed = format_money(Money{count}, currency, language);
            CAPTURE(printed);
            REQUIRE(parse_amount(printed, currency, Money{most}, language) == Money{count});
        }
    }
}

TEST_CASE("amounts") {
    struct Row {
        char const* name;
        Language language;
        std::string_view text;
        std::string_view currency;
        std::expected<Money, NumberError> expected;
    };

    Row const rows[] = {
        {"whole", german, "1500", "EUR", Money{150'000}},
        {"decimals", german, "1500,5", "EUR", Money{150'050}},
        {"grouped", german, "1.500", "EUR", Money{150'000}},
        {"grouped with decimals", german, "1.500,50 €", "EUR", Money{150'050}},
        {"sign before", english, "€1,500.50", "EUR", Money{150'050}},
        {"code before", english, "EUR 1,500", "EUR", Money{150'000}},
        {"narrow spaces", french, "1\u202F500,50\u00A0€", "EUR", Money{150'050}},
        {"złoty", polish, "1500,50 zł", "PLN", Money{150'050}},
        {"no minor digits", english, "1,500", "JPY", Money{1'500}},
        {"three minor digits", german, "1,500", "KWD", Money{1'500}},
        {"the maximum", german, "10.000,00", "EUR", Money{1'000'000}},
        {"above the maximum", german, "10.000,01", "EUR", std::unexpected(too_large)},
        {"far above", german, "99999999999999999999", "EUR", std::unexpected(too_large)},
        {"three decimals of euros could be a group", german, "1,500", "EUR",
         std::unexpected(ambiguous)},
        {"a point in French", french, "1.500", "EUR", std::unexpected(ambiguous)},
        {"four decimals", german, "1,5000", "EUR", std::unexpected(not_a_number)},
        {"decimals of yen", english, "1.5", "JPY", std::unexpected(not_a_number)},
        {"another currency", german, "5 $", "EUR", std::unexpected(not_a_number)},
        {"only a sign", german, "€", "EUR", std::unexpected(not_a_number)},
        {"minus before the sign", english, "-€5", "EUR", std::unexpected(negative)},
        {"minus behind the sign", english, "€ −5", "EUR", std::unexpected(negative)},
        {"empty", german, " ", "EUR", std::unexpected(empty)},
    };
    for (Row const& row : rows) {
        CAPTURE(row.name);
        CHECK(parse_amount(row.text, row.currency, Money{1'000'000}, row.language) == row.expected);
    }
}
