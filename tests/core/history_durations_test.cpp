#include "core/history/durations.hpp"

#include <doctest/doctest.h>

#include <optional>
#include <string_view>
#include <vector>

using namespace kontingent;
using namespace kontingent::history;

namespace {

constexpr NumberStyle hours_with_point{'.', DurationUnit::hours};
constexpr NumberStyle hours_with_comma{',', DurationUnit::hours};
constexpr NumberStyle minutes{'.', DurationUnit::minutes};
constexpr NumberStyle days{'.', DurationUnit::days};
constexpr NumberStyle seconds{'.', DurationUnit::seconds};
constexpr NumberStyle hours_point_minutes{'.', DurationUnit::hours_and_minutes};

constexpr std::int64_t second = 1'000'000;
constexpr std::int64_t minute = 60 * second;
constexpr std::int64_t hour = 60 * minute;

} // namespace

TEST_CASE("a duration") {
    struct Row {
        char const* name;
        char const* text;
        NumberStyle style;
        std::int64_t microseconds;
    };

    Row const rows[] = {
        {"hours and minutes", "1:30", hours_with_point, 90 * minute},
        {"from and to", "08:00-12:30", hours_with_point, 270 * minute},
        {"from and to, with blanks and a long dash", "8:00 – 12:30 Uhr", seconds, 270 * minute},
        {"to the end of the day", "22:00-24:00", hours_with_point, 120 * minute},
        {"with seconds", "01:30:15", hours_with_point, 90 * minute + 15 * second},
        {"whatever numbers count", "1:30", seconds, 90 * minute},
        {"none at all", "0:00", hours_with_point, 0},
        {"no minutes, negative", "-0:00", hours_with_point, 0},
        {"a whole day", "24:00:00", hours_with_point, 24 * hour},
        {"with its unit", "1:30 h", hours_with_point, 90 * minute},
        {"minutes and seconds", "18:25 min", hours_with_point, 18 * minute + 25 * second},
        {"an hour's minutes and seconds", "125:00 min", hours_with_point, 125 * minute},
        {"a plus", "+1:30", hours_with_point, 90 * minute},
        {"letters", "1h 30m", hours_with_point, 90 * minute},
        {"letters without a blank", "1h30m15s", hours_with_point, 90 * minute + 15 * second},
        {"the last unit left out", "1h30", hours_with_point, 90 * minute},
        {"German words", "1 Std. 30 Min.", hours_with_comma, 90 * minute},
        {"long words", "2 hours 5 minutes 1 second", hours_with_point, 125 * minute + second},
        {"minutes", "45 min", hours_with_point, 45 * minute},
        {"seconds", "12 sec", hours_with_point, 12 * second},
        {"decimal with its unit", "1,25 Stunden", hours_with_comma, 75 * minute},
        {"a blank that does not break", "1,5\u00A0h", hours_with_comma, 90 * minute},
        {"a narrow one", "1\u202Fh 30\u202Fmin", hours_with_comma, 90 * minute},
        {"capitals", "1.5 H", hours_with_point, 90 * minute},
        {"ISO 8601", "PT1H30M", hours_with_point, 90 * minute},
        {"ISO 8601, minutes", "PT45M", hours_with_point, 45 * minute},
        {"ISO 8601, a working day", "P1DT2H", hours_with_point, 10 * hour},
        {"a working day", "1d 2h", hours_with_point, 10 * hour},
        {"a fifth of a week", "0.2w 1h", hours_with_point, 9 * hour},
        {"working days", "3 Tage", hours_with_point, 24 * hour},
        {"part of a day", "0.0625", days, 90 * minute},
        {"Polish", "2 godz. 15 min", hours_with_comma, 135 * minute},
        {"Dutch", "1,5 uur", hours_with_comma, 90 * minute},
        {"an invisible mark", "\u200E1:30", hours_with_point, 90 * minute},
        {"a decimal point", "1.75", hours_with_point, 105 * minute},
        {"a decimal comma", "1,75", hours_with_comma, 105 * minute},
        {"no whole hour", ".5", hours_with_point, 30 * minute},
        {"three places", "0.333", hours_with_point, 1'198'800'000},
        {"six places", "0.000001", hours_with_point, 3'600},
        {"the seventh rounds down", "0.3333334", hours_with_point, 333'333 * 3'600},
        {"the seventh rounds up", "0.3333335", hours_with_point, 333'334 * 3'600},
        {"the eighth is past it", "0.33333349", hours_with_point, 333'333 * 3'600},
        {"whole hours", "8", hours_with_point, 8 * hour},
        {"the most", "24.000000", hours_with_point, 24 * hour},
        {"minutes by the column", "90", minutes, 90 * minute},
        {"parts of a minute", "1.5", minutes, 90 * second},
        {"seconds by the column", "5400", seconds, 90 * minute},
        {"thousands with a comma", "5,400", seconds, 90 * minute},
        {"thousands with an apostrophe", "5'400", seconds, 90 * minute},
        {"thousands and decimals", "5,400.5", seconds, 90 * minute + second / 2},
        {"a day of seconds", "86,400", seconds, 24 * hour},
        {"hours and minutes", "7.30", hours_point_minutes, 7 * hour + 30 * minute},
        {"the last minute", "0.59", hours_point_minutes, 59 * minute},
        {"whole hours beside them", "8", hours_point_minutes, 8 * hour},
        {"a spreadsheet leaves out the zero", "7.3", hours_point_minutes, 7 * hour + 30 * minute},
    };
    for (Row const& row : rows) {
        CAPTURE(row.name);
        auto const duration = duration_of(row.text, row.style);
        REQUIRE(duration.has_value());
        CHECK(*duration == row.microseconds);
    }
}

TEST_CASE("no duration") {
    struct Row {
        char const* name;
        char const* text;
        NumberStyle style;
        RowError error;
    };

    Row const rows[] = {
        {"nothing", "", hours_with_point, RowError::no_duration},
        {"a word", "läuft", hours_with_point, RowError::bad_duration},
        {"a sign", "-", hours_with_point, RowError::bad_duration},
        {"a mark", ".", hours_with_point, RowError::bad_duration},
        {"60 minutes behind hours", "1.60", hours_point_minutes, RowError::bad_duration},
        {"three places behind hours", "1.305", hours_point_minutes, RowError::bad_duration},
        {"a mark at the end", "1.", hours_with_point, RowError::bad_duration},
        {"two marks", "1.2.3", hours_with_point, RowError::bad_duration},
        {"the other mark", "1,5", hours_with_point, RowError::bad_duration},
        {"a thousand after zero", "0,500", hours_with_point, RowError::bad_duration},
        {"a group too long", "1,5000", hours_with_point, RowError::bad_duration},
        {"a first group too long", "1500,000", hours_with_point, RowError::bad_duration},
        {"two ways to part thousands", "1,500'000", hours_with_point, RowError::bad_duration},
        {"an unknown unit", "3 Monde", hours_with_point, RowError::bad_duration},
        {"four days", "4d", hours_with_point, RowError::too_long},
        {"a week", "1w", hours_with_point, RowError::too_long},
        {"more weeks and days than fit", "9999999999w 9999999999d", hours_with_point,
         RowError::too_long},
        {"a week behind a day", "1d 1w", hours_with_point, RowError::bad_duration},
        {"units that rise", "30m 1h", hours_with_point, RowError::bad_duration},
        {"a unit twice", "1h 1h", hours_with_point, RowError::bad_duration},
        {"behind seconds", "1s 1", hours_with_point, RowError::bad_duration},
        {"a unit alone", "h", hours_with_point, RowError::bad_duration},
        {"60 minutes", "1:60", hours_with_point, RowError::bad_duration},
        {"60 seconds", "1:00:60", hours_with_point, RowError::bad_duration},
        {"one digit for minutes", "1:3", hours_with_point, RowError::bad_duration},
        {"four fields", "1:00:00:00", hours_with_point, RowError::bad_duration},
        {"no hours", ":30", hours_with_point, RowError::bad_duration},
        {"no minutes", "1:", hours_with_point, RowError::bad_duration},
        {"hours to seconds in minutes", "1:00:00 min", hours_with_point, RowError::bad_duration},
        {"a time of day", "8:15 AM", hours_with_point, RowError::bad_duration},
        {"a date", "2026-01-31", hours_with_point, RowError::bad_duration},
        {"negative", "-1:30", hours_with_point, RowError::negative_duration},
        {"a long minus", "−1.5", hours_with_point, RowError::negative_duration},
        {"a second above a day", "24:00:01", hours_with_point, RowError::too_long},
        {"a millionth above a day", "24.000001", hours_with_point, RowError::too_long},
        {"a minute above a day", "1441", minutes, RowError::too_long},
        {"a second above a day, alone", "86401", seconds, RowError::too_long},
        {"more than fits", "99999999999999999999", hours_with_point, RowError::too_long},
        {"more than fits, as a clock", "99999999999999999999:00:00", hours_with_point,
         RowError::too_long},
        {"more than fits, in parts", "9999999999h 9999999999m 9999999999s", hours_with_point,
         RowError::too_long},
    };
    for (Row const& row : rows) {
        CAPTURE(row.name);
        auto const duration = duration_of(row.text, row.style);
        REQUIRE(!duration.has_value());
        CHECK(duration.error() == row.error);
    }
}

TEST_CASE("how a column's numbers are written") {
    struct Row {
        char const* name;
        std::vector<std::string_view> texts;
        std::optional<char> mark;
        bool is_mark_ambiguous;
        std::int64_t alone;
        bool has_decimals;
    };

    Row const rows[] = {
        {"nothing", {}, std::nullopt, false, 0, false},
        {"clocks", {"1:30", "0:15"}, std::nullopt, false, 0, false},
        {"a point", {"1.5", "2"}, '.', false, 2, true},
        {"a comma", {"1,5", "2"}, ',', false, 2, true},
        {"most decide", {"1,5", "2,25", "3.5"}, ',', false, 2, true},
        {"a comma that may part thousands", {"1,500"}, ',', true, 1, true},
        {"a point that may part thousands", {"1.500"}, '.', true, 1, true},
        {"another number is clear", {"1,500", "2,25"}, ',', false, 2, true},
        {"one beside it is clear", {"1,500", "2.25"}, '.', false, 2, true},
        {"zero has no thousands", {"0,500"}, ',', false, 1, true},
        {"both marks", {"1.234,5"}, ',', false, 1, true},
        {"both marks, the other way", {"1,234.5"}, '.', false, 1, true},
        {"one against one", {"1,5", "1.5"}, '.', true, 1, true},
        {"numbers with units", {"1,5 h", "2,25 h"}, ',', false, 0, false},
        {"whole numbers", {"1", "24"}, std::nullopt, false, 2, false},
        {"words are left aside", {"Summe", "1,5"}, ',', false, 1, true},
    };
    for (Row const& row : rows) {
        CAPTURE(row.name);
        NumberStyleFinder finder;
        for (std::string_view const text : row.texts) {
            finder.add(text);
        }
        CHECK(finder.decimal_mark() == row.mark);
        CHECK(finder.is_mark_ambiguous() == row.is_mark_ambiguous);
        CHECK(finder.alone(row.mark.value_or('.')).count == row.alone);
        CHECK(finder.alone(row.mark.value_or('.')).has_decimals == row.has_decimals);
    }
}

TEST_CASE("what says its unit, and what counts days") {
    for (char const* text : {"1:30", "90 min", "1,5 h", "PT1H", "1d 2h"}) {
        CAPTURE(text);
        CHECK(says_its_unit(text));
    }
    for (char const* text : {"90", "1,5", "Shop", ""}) {
        CAPTURE(text);
        CHECK(!says_its_unit(text));
    }
    CHECK(names_days("1d 2h"));
    CHECK(names_days("1w"));
    CHECK(!names_days("2h"));
    CHECK(!names_days("10"));
}
