// Reading a tracker's export: rows, cells, what is recognised, what is rejected.
#include "core/history/cells.hpp"
#include "core/history/csv.hpp"
#include "core/history/encoding.hpp"
#include "core/history/reader.hpp"
#include "tests/core/random.hpp"

#include <doctest/doctest.h>

#include <array>
#include <string>

using namespace kontingent;
using namespace kontingent::history;

namespace {

History read(std::string bytes, HistoryOptions const& given = {}) {
    HistoryReader reader(std::move(bytes), given);
    while (!reader.is_done()) {
        reader.read(3);
    }
    return reader.result();
}

std::int64_t minutes_in(History const& history) {
    std::int64_t total = 0;
    for (PastMonth const& month : history.months) {
        total += month.used.count;
    }
    return total;
}

std::string joined(std::string_view text, char delimiter) {
    CsvRows rows(text, delimiter);
    std::string out;
    while (rows.next()) {
        out += std::to_string(rows.line()) + ":";
        for (std::string const& cell : rows.cells()) {
            out += "[" + cell + "]";
        }
    }
    return out;
}

} // namespace

TEST_CASE("rows of delimited text") {
    struct Row {
        char const* name;
        char const* text;
        char const* cells;
    };

    for (Row const& row :
         {Row{"plain", "a,b\nc,d", "1:[a][b]2:[c][d]"}, Row{"a last line end", "a,b\n", "1:[a][b]"},
          Row{"CRLF and CR", "a\r\nb\rc", "1:[a]2:[b]3:[c]"},
          Row{"empty cells", "a,,\n,b,", "1:[a][][]2:[][b][]"},
          Row{"blank rows are left out", "a\n\n , \nb", "1:[a]4:[b]"},
          Row{"a delimiter in quotes", "\"a,b\",c", "1:[a,b][c]"},
          Row{"doubled quotes", "\"say \"\"hi\"\"\",c", "1:[say \"hi\"][c]"},
          Row{"a line break in quotes", "\"a\nb\",c\nd", "1:[a\nb][c]3:[d]"},
          Row{"CRLF in quotes is one line", "\"a\r\nb\"\nd", "1:[a\r\nb]3:[d]"},
          Row{"a quote within a cell", "5\" nail,b", "1:[5\" nail][b]"},
          Row{"blanks before a quote", "  \"a\" ,b", "1:[a][b]"},
          Row{"text after the closing quote", "\"a\"b,c", "1:[ab][c]"},
          Row{"a quote that never closes", "a,\"b\nc", "1:[a][b\nc]"},
          Row{"a no-break space around a cell", "\u00A0a\u00A0,b", "1:[a][b]"},
          Row{"a letter with the same last byte", "voilà,b", "1:[voilà][b]"},
          Row{"a spreadsheet's hint", "sep=,\na,b", "2:[a][b]"}, Row{"nothing", "", ""}}) {
        CAPTURE(row.name);
        CHECK(joined(row.text, ',') == row.cells);
    }
}

TEST_CASE("the delimiter is recognised") {
    struct Row {
        char const* text;
        char delimiter;
    };

    for (Row const& row :
         {Row{"a,b,c\n1,2,3", ','}, Row{"a;b;c\n1,5;2;3", ';'}, Row{"a\tb\n1,5\t2,5", '\t'},
          Row{"a|b\n1|2", '|'}, Row{"\"a;b\",c\n1,2", ','}, Row{"sep=;\na,b;c", ';'},
          Row{"alone", ','}, Row{"", ','}}) {
        CAPTURE(row.text);
        CHECK(recognised_delimiter(row.text) == row.delimiter);
    }
}

TEST_CASE("bytes become UTF-8") {
    struct Row {
        char const* name;
        std::string bytes;
        char const* text;
    };

    using namespace std::string_literals;
    for (Row const& row : {Row{"UTF-8", "Tätigkeit €", "Tätigkeit €"},
                           Row{"with its mark",
                               "\xEF\xBB\xBF"
                               "a",
                               "a"},
                           Row{"Windows-1252", "T\xE4tigkeit \x80", "Tätigkeit €"},
                           Row{"a byte that Windows-1252 leaves out", "\x81", "\uFFFD"},
                           Row{"UTF-16, little end first",
                               "\xFF\xFE"
                               "a\0\xE4\0"s,
                               "aä"},
                           Row{"UTF-16, big end first", "\xFE\xFF\0a\x20\xAC"s, "a€"},
                           Row{"a surrogate pair", "\xFF\xFE\x3D\xD8\x00\xDE"s, "\U0001F600"},
                           Row{"half a pair",
                               "\xFF\xFE\x3D\xD8"
                               "a\0"s,
                               "\uFFFD"
                               "a"},
                           Row{"an odd byte",
                               "\xFF\xFE"
                               "a\0b"s,
                               "a\uFFFD"},
                           Row{"nothing", "", ""}}) {
        CAPTURE(row.name);
        CHECK(to_utf8(row.bytes) == row.text);
    }
}

TEST_CASE("dates") {
    struct Row {
        char const* cell;
        DateOrder order;
        std::int32_t month; // 0: none
    };

    constexpr auto ymd = DateOrder::year_month_day;
    constexpr auto dmy = DateOrder::day_month_year;
    constexpr auto mdy = DateOrder::month_day_year;
    constexpr std::int32_t january = 12 * 2026;
    for (Row const& row : {Row{"2026-01-31", ymd, january},
                           Row{"2026-01-31T08:15:00Z", ymd, january},
                           Row{"2026-01-31 08:15", ymd, january},
                           Row{"2026/1/5", ymd, january},
                           Row{"31.01.2026", dmy, january},
                           Row{"31.1.26", dmy, january},
                           Row{"31. 1. 2026", dmy, january},
                           Row{"31.01.2026, 08:15", dmy, january},
                           Row{"31/01/2026", dmy, january},
                           Row{"01/31/2026", mdy, january},
                           Row{"1/31/26 8:15 AM", mdy, january},
                           Row{"29.02.2028", dmy, 12 * 2028 + 1},
                           Row{"29.02.2026", dmy, 0},
                           Row{"29.02.2100", dmy, 0},
                           Row{"31.04.2026", dmy, 0},
                           Row{"00.01.2026", dmy, 0},
                           Row{"01.13.2026", dmy, 0},
                           Row{"31/01/2026", mdy, 0},
                           Row{"1969-12-31", ymd, 0},
                           Row{"2200-01-01", ymd, 0},
                           Row{"12026-01-01", ymd, 0},
                           Row{"2026-01", ymd, 0},
                           Row{"2026-01.05", ymd, 0},
                           Row{"2026-01-05x", ymd, 0},
                           Row{"heute", dmy, 0},
                           Row{"", dmy, 0},
                           Row{"1.5", dmy, 0}}) {
        CAPTURE(row.cell);
        auto const parts = read_date(row.cell);
        auto const month = parts ? month_of(*parts, row.order) : std::nullopt;
        CHECK(month.value_or(0) == row.month);
    }
}

TEST_CASE("durations") {
    struct Row {
        char const* cell;
        DurationUnit unit;
        std::int64_t milliseconds; // -1: none
    };

    constexpr auto hours = DurationUnit::hours;
    constexpr auto minutes = DurationUnit::minutes;
    constexpr auto seconds = DurationUnit::seconds;
    constexpr std::int64_t second = 1'000, minute = 60'000, hour = 3'600'000;
    for (Row const& row : {Row{"1:30", hours, 90 * minute},
                           Row{"01:30:15", hours, 90 * minute + 15 * second},
                           Row{"100:00", hours, 100 * hour},
                           Row{"0:00", hours, 0},
                           Row{"1.5", hours, 90 * minute},
                           Row{"1,5", hours, 90 * minute},
                           Row{",25", hours, 15 * minute},
                           Row{"2", hours, 2 * hour},
                           Row{"90", minutes, 90 * minute},
                           Row{"5400", seconds, 90 * minute},
                           Row{"1.234,5", minutes, 1'234 * minute + 30 * second},
                           Row{"1,234.5", minutes, 1'234 * minute + 30 * second},
                           Row{"0,3333", hours, 1'198'800},
                           Row{"1h 30m", minutes, 90 * minute},
                           Row{"1 h 30 min", seconds, 90 * minute},
                           Row{"90 min", hours, 90 * minute},
                           Row{"1,5 Std.", minutes, 90 * minute},
                           Row{"2 Stunden", minutes, 2 * hour},
                           Row{"1H", minutes, hour},
                           Row{"45s", hours, 45 * second},
                           Row{"-1:30", hours, -90 * minute},
                           Row{"\u22121,5", hours, -90 * minute},
                           Row{"1:5", hours, -1},
                           Row{"1:60", hours, -1},
                           Row{"1:30:60", hours, -1},
                           Row{"1:30:00:00", hours, -1},
                           Row{":30", hours, -1},
                           Row{"1.2.3", hours, -1},
                           Row{"x", hours, -1},
                           Row{"1 Tag", hours, -1},
                           Row{"h", hours, -1},
                           Row{"1h x", hours, -1},
                           Row{".", hours, -1},
                           Row{"", hours, -1},
                           Row{"-", hours, -1},
                           Row{"99999999999999999999", hours, 100'000'000 * hour}}) {
        CAPTURE(row.cell);
        auto const duration = read_duration(row.cell);
        if (row.milliseconds == -1) {
            CHECK_FALSE(duration.has_value());
        } else {
            REQUIRE(duration.has_value());
            CHECK(milliseconds_of(*duration, row.unit) == row.milliseconds);
        }
    }
}

TEST_CASE("what is ambiguous is said, and can be corrected") {
    SUBCASE("days and months up to twelve") {
        std::string const text = "Date,Hours\n03/04/2026,1.5\n05/04/2026,2\n";
        History const guessed = read(text);
        CHECK(guessed.is_date_order_ambiguous);
        CHECK(guessed.understood.date_order == DateOrder::month_day_year);
        CHECK(guessed.months.size() == 2);
        History const corrected = read(text, {.delimiter = {},
                                              .date_order = DateOrder::day_month_year,
                                              .duration_unit = {},
                                              .date_column = {},
                                              .duration_column = {}});
        CHECK_FALSE(corrected.is_date_order_ambiguous);
        REQUIRE(corrected.months.size() == 1);
        CHECK(corrected.months.front() == PastMonth{12 * 2026 + 3, {210}});
    }
    SUBCASE("one day above twelve settles it") {
        History const history = read("Date,Hours\n03/04/2026,1.5\n04/15/2026,2\n");
        CHECK_FALSE(history.is_date_order_ambiguous);
        CHECK(history.understood.date_order == DateOrder::month_day_year);
    }
    SUBCASE("whole numbers beyond a day's hours") {
        History const minutes = read("Datum;Dauer\n1.4.2026;90\n2.4.2026;30\n");
        CHECK(minutes.is_duration_unit_ambiguous);
        CHECK(minutes.understood.duration_unit == DurationUnit::minutes);
        CHECK(minutes_in(minutes) == 120);
        History const seconds = read("Datum;Dauer\n1.4.2026;5400\n2.4.2026;30\n",
                                     {.delimiter = {},
                                      .date_order = {},
                                      .duration_unit = DurationUnit::seconds,
                                      .date_column = {},
                                      .duration_column = {}});
        CHECK_FALSE(seconds.is_duration_unit_ambiguous);
        CHECK(minutes_in(seconds) == 91); // 5,430 seconds, rounded once
    }
    SUBCASE("a heading says the unit") {
        History const history = read("Datum;Minuten\n1.4.2026;20\n");
        CHECK_FALSE(history.is_duration_unit_ambiguous);
        CHECK(minutes_in(history) == 20);
    }
    SUBCASE("another column") {
        std::string const text = "Datum;Stunden;Stunden intern\n1.4.2026;2;3\n";
        CHECK(minutes_in(read(text)) == 120);
        History const other = read(text, {.delimiter = {},
                                          .date_order = {},
                                          .duration_unit = {},
                                          .date_column = {},
                                          .duration_column = 2});
        CHECK(minutes_in(other) == 180);
        CHECK(other.understood.duration_column == std::size_t{2});
    }
}

TEST_CASE("a file without known headings is understood by its content") {
    History const bare = read("1.4.2026;08:00;09:30;1:30\n15.4.2026;10:00;10:45;0:45\n");
    CHECK(bare.fault == HistoryFault::none);
    CHECK(minutes_in(bare) == 135);
    CHECK(bare.headings == std::vector<std::string>{"1", "2", "3", "4"});
    History const named = read("Wer;Wann;Wie lange\nInes;1.4.2026;1:30\n");
    CHECK(minutes_in(named) == 90);
    CHECK(named.headings == std::vector<std::string>{"Wer", "Wann", "Wie lange"});
}

TEST_CASE("faults of a whole file") {
    CHECK(read("").fault == HistoryFault::empty);
    CHECK(read("\n \n").fault == HistoryFault::empty);
    CHECK(read("Datum;Stunden\n").fault == HistoryFault::empty);
    CHECK(read("Name;Ort\nInes;Kiel\n").fault == HistoryFault::no_date_column);
    CHECK(read("Name;Datum\nInes;1.4.2026\n").fault == HistoryFault::no_duration_column);
    CHECK(read(std::string(history_bytes_max + 1, 'x')).fault == HistoryFault::too_large);
    std::string busy = "Datum;Stunden\n";
    for (int row = 0; row < 42; ++row) {
        busy += "1.4.2026;24\n";
    }
    History const history = read(busy);
    CHECK(history.fault == HistoryFault::month_too_large);
    CHECK(minutes_in(history) == 42 * 24 * 60);
}

TEST_CASE("each row is counted or rejected, with its line") {
    History const history =
        read("Datum;Stunden;Notiz\n1.4.2026;2;\n;3;Summe\n2.4.2026;;leer\n3.4.2026;-1;\n"
             "4.4.2026;25;\nmorgen;1;\n5.4.2026;viel;\n6.4.2026;24;\n");
    CHECK(history.rows_read == 2);
    CHECK(history.rows_rejected == 6);
    constexpr std::array faults{RowFault::no_date,           RowFault::no_duration,
                                RowFault::negative_duration, RowFault::too_long,
                                RowFault::bad_date,          RowFault::bad_duration};
    REQUIRE(history.rejected.size() == faults.size());
    for (std::size_t index = 0; index < faults.size(); ++index) {
        CHECK(history.rejected[index].fault == faults[index]);
        CHECK(history.rejected[index].line == static_cast<std::int64_t>(index) + 3);
    }
    CHECK(minutes_in(history) == 26 * 60);
}

TEST_CASE("only the first rejected rows are kept, all are counted") {
    std::string text = "Datum;Stunden\n1.4.2026;1\n";
    for (int row = 0; row < 150; ++row) {
        text += "nie;1\n";
    }
    History const history = read(text);
    CHECK(history.rejected.size() == rejected_rows_max);
    CHECK(history.rows_rejected == 150);
}

TEST_CASE("rows printed in any dialect read back as the same months") {
    constexpr std::uint64_t seed = 20261124;
    INFO("seed ", seed);
    tests::Random random(seed);
    constexpr std::array<char, 4> delimiters{',', ';', '\t', '|'};
    for (int round = 0; round < 300; ++round) {
        char const delimiter = delimiters[static_cast<std::size_t>(random.between(0, 3))];
        auto const order = static_cast<DateOrder>(random.between(0, 2));
        std::int64_t const spelling = random.between(0, 3);
        bool const is_quoted = random.between(0, 1) == 1;
        auto const two = [](std::int64_t value) {
            return (value < 10 ? "0" : "") + std::to_string(value);
        };
        auto const cell = [&](std::string const& text) {
            return is_quoted || text.find(delimiter) != std::string::npos ? "\"" + text + "\""
                                                                          : text;
        };
        std::string text = std::string{"Datum"} + delimiter + "Notiz" + delimiter + "Stunden\n";
        std::array<std::int64_t, 24> expected{};
        std::int64_t const rows = random.between(1, 40);
        for (std::int64_t row = 0; row < rows; ++row) {
            std::int64_t const month = random.between(0, 23);
            std::int64_t const minutes = random.between(1, 96) * 15;
            expected[static_cast<std::size_t>(month)] += minutes;
            std::string const year = std::to_string(2025 + month / 12);
            // A first day of 28 settles what is day and what is month.
            std::string const day = two(row == 0 ? 28 : random.between(1, 28));
            std::string const name = two(month % 12 + 1);
            std::string const date =
                order == DateOrder::year_month_day   ? year + "-" + name + "-" + day
                : order == DateOrder::day_month_year ? day + "/" + name + "/" + year
                                                     : name + "/" + day + "/" + year;
            std::string const clock = std::to_string(minutes / 60) + ":" + two(minutes % 60);
            std::string const decimals = two(minutes % 60 * 100 / 60);
            std::string const duration =
                spelling == 0   ? clock
                : spelling == 1 ? std::to_string(minutes / 60) + "," + decimals
                : spelling == 2 ? std::to_string(minutes / 60) + "." + decimals
                                : std::to_string(minutes / 60) + "h " + two(minutes % 60) + "m";
            text += cell(date) + delimiter + cell("a\"b") + delimiter + cell(duration) + "\n";
        }
        CAPTURE(text);
        History const history = read(text);
        CHECK(history.rows_read == rows);
        CHECK(history.rows_rejected == 0);
        std::size_t known = 0;
        for (std::size_t month = 0; month < expected.size(); ++month) {
            if (expected[month] == 0) {
                continue;
            }
            REQUIRE(known < history.months.size());
            CHECK(history.months[known] ==
                  PastMonth{12 * 2025 + static_cast<std::int32_t>(month), {expected[month]}});
            ++known;
        }
        CHECK(known == history.months.size());
    }
}
