#include "core/history/dates.hpp"

#include <doctest/doctest.h>

#include <optional>
#include <string_view>
#include <vector>

using namespace kontingent;
using namespace kontingent::history;

namespace {

constexpr auto ymd = DateOrder::year_month_day;
constexpr auto dmy = DateOrder::day_month_year;
constexpr auto mdy = DateOrder::month_day_year;

constexpr std::int32_t none = -1;

constexpr std::int32_t at(std::int32_t year, std::int32_t month) {
    return year * 12 + month - 1;
}

} // namespace

TEST_CASE("a date's month") {
    struct Row {
        char const* name;
        char const* text;
        DateOrder order;
        std::int32_t month;
    };

    Row const rows[] = {
        {"ISO", "2026-03-31", dmy, at(2026, 3)},
        {"a French first", "dimanche 1er mars 2026", dmy, at(2026, 3)},
        {"a Spanish ordinal", "1º de marzo de 2026", dmy, at(2026, 3)},
        {"a month joined to its day", "02mar2026", dmy, at(2026, 3)},
        {"ISO in every order", "2026-03-31", mdy, at(2026, 3)},
        {"ISO with a time", "2026-03-31T08:15:00Z", ymd, at(2026, 3)},
        {"a blank before the time", "2026-03-31 08:15", ymd, at(2026, 3)},
        {"a comma before the time", "3/31/2026, 8:15 AM", mdy, at(2026, 3)},
        {"year first, slashes", "2026/3/1", dmy, at(2026, 3)},
        {"German", "31.03.2026", dmy, at(2026, 3)},
        {"German, short", "1.3.26", dmy, at(2026, 3)},
        {"German, spaced", "1. 3. 2026", dmy, at(2026, 3)},
        {"British", "31/03/2026", dmy, at(2026, 3)},
        {"American", "03/31/2026", mdy, at(2026, 3)},
        {"the same, the other way round", "03/04/2026", mdy, at(2026, 3)},
        {"day first", "03/04/2026", dmy, at(2026, 4)},
        {"two digits, year first", "26-03-31", ymd, at(2026, 3)},
        {"the last year of this century", "1.1.69", dmy, at(2069, 1)},
        {"the first year of the last", "1.1.70", dmy, at(1970, 1)},
        {"the first year", "1900-01-01", ymd, at(1900, 1)},
        {"before it", "1899-12-31", ymd, none},
        {"the last year", "2199-12-31", ymd, at(2199, 12)},
        {"after it", "2200-01-01", ymd, none},
        {"a leap day", "29.02.2024", dmy, at(2024, 2)},
        {"no leap day", "29.02.2026", dmy, none},
        {"no leap day in a century's year", "29.02.2100", dmy, none},
        {"a leap day in the fourth", "29.02.2000", dmy, at(2000, 2)},
        {"day 0", "0.1.2026", dmy, none},
        {"day 31 of 30", "31.04.2026", dmy, none},
        {"day 32", "32.01.2026", dmy, none},
        {"month 0", "2026-00-10", ymd, none},
        {"month 12", "2026-12-10", ymd, at(2026, 12)},
        {"month 13", "2026-13-10", ymd, none},
        {"month 13, other order", "13/14/2026", dmy, none},
        {"three digits for a year", "1.1.126", dmy, none},
        {"one digit for a year", "1.1.6", dmy, none},
        {"five digits", "20261-01-01", ymd, none},
        {"three digits for a day", "001.01.2026", dmy, none},
        {"two separators", "31.03/2026", dmy, none},
        {"an unknown separator", "31_03_2026", dmy, none},
        {"without a year", "31.03.", dmy, none},
        {"without a day", "2026-03", ymd, none},
        {"letters behind it", "2026-03-31abc", ymd, none},
        {"a fourth number", "2026-03-31-01", ymd, none},
        {"a weekday before it", "Mo, 02.03.2026", dmy, at(2026, 3)},
        {"a weekday in full", "Monday 2 March 2026", mdy, at(2026, 3)},
        {"a weekday behind it", "02.03.2026 (Mo)", dmy, at(2026, 3)},
        {"a weekday and a time behind it", "02.03.2026 (Mo) 14:00", dmy, at(2026, 3)},
        {"a weekday and anything else behind it", "02.03.2026 Mo Shop", dmy, none},
        {"a month's name", "2. März 2026", mdy, at(2026, 3)},
        {"a month's name first", "Mar 2, 2026", ymd, at(2026, 3)},
        {"a month's short name", "02/Mar/26", mdy, at(2026, 3)},
        {"a name in Spanish", "2 de marzo de 2026", mdy, at(2026, 3)},
        {"a name in French", "2 août 2026", mdy, at(2026, 8)},
        {"a name in Polish", "2 października 2026", mdy, at(2026, 10)},
        {"a weekday that is a month's name", "mar. 03.02.2026", dmy, at(2026, 2)},
        {"no month's name", "2 Foo 2026", dmy, none},
        {"a named day that does not exist", "30 February 2026", dmy, none},
        {"eight digits", "20260331", dmy, at(2026, 3)},
        {"eight digits of no day", "20261331", dmy, none},
        {"an invisible mark", "\u200E31.03.2026", dmy, at(2026, 3)},
        {"a narrow blank", "31.\u202F03.\u202F2026", dmy, at(2026, 3)},
        {"a time alone", "08:15", dmy, none},
        {"words", "Summe", dmy, none},
        {"nothing", "", dmy, none},
    };
    for (Row const& row : rows) {
        CAPTURE(row.name);
        CHECK(month_of(row.text, row.order).value_or(none) == row.month);
    }
}

TEST_CASE("the order of a column's dates") {
    struct Row {
        char const* name;
        std::vector<std::string_view> dates;
        std::optional<DateOrder> order;
        bool is_ambiguous;
    };

    Row const rows[] = {
        {"nothing", {}, std::nullopt, false},
        {"no date", {"Summe", ""}, std::nullopt, false},
        {"ISO", {"2026-01-02", "2026-03-04"}, ymd, false},
        {"a day of 13 comes first", {"01/02/2026", "13/02/2026"}, dmy, false},
        {"a day of 13 comes second", {"01/02/2026", "02/13/2026"}, mdy, false},
        {"a day of 12 says nothing", {"01/02/2026", "12/02/2026"}, dmy, true},
        {"dots are German", {"01.02.2026", "12.02.2026"}, dmy, false},
        {"dots with months first all the same", {"01.13.2026"}, mdy, false},
        {"dashes are undecided", {"01-02-2026"}, dmy, true},
        {"day and month the same", {"02/02/2026", "03/03/2026"}, dmy, false},
        {"most decide", {"13/01/2026", "14/01/2026", "01/13/2026"}, dmy, false},
        {"ISO among others", {"2026-01-02", "13/01/2026"}, dmy, false},
        {"two digits with the year first", {"99-12-31", "26-01-31"}, ymd, false},
        {"two digits with dashes", {"26-01-02"}, ymd, false},
        {"the year stays, the day changes", {"26-03-02", "26-03-09", "26-04-20"}, ymd, false},
        {"the last stays, the first changes", {"24-03-26", "25-03-26", "26-03-26"}, dmy, true},
        {"dots with two digits", {"05.01.06", "07.02.06"}, dmy, false},
        {"slashes with two digits", {"05/01/06"}, dmy, true},
    };
    for (Row const& row : rows) {
        CAPTURE(row.name);
        DateOrderFinder finder;
        for (std::string_view const date : row.dates) {
            finder.add(date);
        }
        CHECK(finder.order(dmy) == row.order);
        CHECK(finder.is_ambiguous() == row.is_ambiguous);
        CHECK(finder.order(mdy) == (row.is_ambiguous ? std::optional{mdy} : row.order));
    }
}

TEST_CASE("a spreadsheet's number of a day") {
    struct Row {
        char const* name;
        char const* text;
        std::int32_t month;
    };

    Row const rows[] = {
        {"2 March 2026", "46083", at(2026, 3)}, {"with a time", "46083.5", at(2026, 3)},
        {"the first", "25569", at(1970, 1)},    {"before it", "25568", none},
        {"the last", "73050", at(2099, 12)},    {"after it", "73051", none},
        {"six digits", "146083", none},         {"a unit", "46083 h", none},
    };
    for (Row const& row : rows) {
        CAPTURE(row.name);
        auto const day = serial_day(row.text);
        CHECK((day ? month_of(*day) : none) == row.month);
    }
}

TEST_CASE("a begin or an end") {
    struct Row {
        char const* name;
        char const* text;
        std::int64_t minutes; // -1: none
    };

    Row const rows[] = {
        {"a time of day", "08:30", 510}, {"French", "8h30", 510},      {"Belgian", "8u30", 510},
        {"a whole hour", "17h", 1020},   {"the last", "23h59", 1439},  {"a day", "24h00", -1},
        {"60 minutes", "8h60", -1},      {"a duration", "1h 30m", -1}, {"a number", "830", -1},
    };
    for (Row const& row : rows) {
        CAPTURE(row.name);
        auto const time = clock_time(row.text);
        CHECK((time ? *time / 60'000'000 : -1) == row.minutes);
    }
}

TEST_CASE("a time of day") {
    struct Row {
        char const* name;
        char const* text;
        std::int64_t minutes; // -1: none
    };

    Row const rows[] = {
        {"midnight", "0:00", 0},
        {"two digits", "08:30", 510},
        {"with seconds", "08:30:00", 510},
        {"the last minute", "23:59", 1439},
        {"a day", "24:00", -1},
        {"60 minutes", "8:60", -1},
        {"noon", "12:00 PM", 720},
        {"midnight in halves", "12:00 AM", 0},
        {"afternoon", "1:15 pm", 795},
        {"13 PM", "13:00 PM", -1},
        {"a zone", "08:30Z", 510},
        {"a number", "8", -1},
        {"words", "8:30 h", -1},
        {"nothing", "", -1},
    };
    for (Row const& row : rows) {
        CAPTURE(row.name);
        auto const time = time_of_day(row.text);
        CHECK((time ? *time / 60'000'000 : -1) == row.minutes);
    }
}
