#include "core/base/format.hpp"
#include "tests/languages/names.hpp"

#include <doctest/doctest.h>

#include <limits>
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

TEST_CASE("dates in words, by language") {
    struct Row {
        char const* day;
        char const* german;
        char const* english;
        char const* french;
        char const* polish;
    };

    for (Row const& row : {
             Row{"2027-01-01", "1. Januar 2027", "1 January 2027", "1er janvier 2027",
                 "1 stycznia 2027"},
             Row{"2027-01-02", "2. Januar 2027", "2 January 2027", "2 janvier 2027",
                 "2 stycznia 2027"},
             Row{"2027-03-11", "11. März 2027", "11 March 2027", "11 mars 2027", "11 marca 2027"},
             Row{"2028-02-29", "29. Februar 2028", "29 February 2028", "29 février 2028",
                 "29 lutego 2028"},
             Row{"2027-08-21", "21. August 2027", "21 August 2027", "21 août 2027",
                 "21 sierpnia 2027"},
             Row{"2027-12-01", "1. Dezember 2027", "1 December 2027", "1er décembre 2027",
                 "1 grudnia 2027"},
             Row{"2027-12-31", "31. Dezember 2027", "31 December 2027", "31 décembre 2027",
                 "31 grudnia 2027"},
         }) {
        CAPTURE(row.day);
        auto const day = parse_day(row.day);
        REQUIRE(day);
        CHECK(format_date(*day, german) == row.german);
        CHECK(format_date(*day, english) == row.english);
        CHECK(format_date(*day, french) == row.french);
        CHECK(format_date(*day, polish) == row.polish);
    }
}
