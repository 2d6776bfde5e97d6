#include "core/base/limits.hpp"
#include "core/history/history_json.hpp"
#include "core/history/reader.hpp"
#include "tests/core/history_read.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace kontingent;
using namespace kontingent::history;
using namespace kontingent::tests;

namespace {

template <class Set>
HistoryOptions with(Set set) {
    HistoryOptions options;
    set(options);
    return options;
}

PastMonth used(std::int32_t year, std::int32_t month, std::int64_t minutes) {
    return {year * 12 + month - 1, Minutes{minutes}};
}

} // namespace

TEST_CASE("rows are summed by month") {
    History const history = read_history("Date,Hours\n"
                                         "2026-03-31,0.5\n"
                                         "2025-12-01,1\n"
                                         "2026-03-01,1.25\n");
    CHECK(history.error == HistoryError::none);
    CHECK(history.months == std::vector{used(2025, 12, 60), used(2026, 3, 105)});
    CHECK(history.rows_read == 3);
    CHECK(history.rows_rejected == 0);
    CHECK(missing_months(history) == 2);
    CHECK(history.headings == std::vector<std::string>{"Date", "Hours"});
    CHECK(history.understood == HistoryOptions{.delimiter = ',',
                                               .date_order = DateOrder::year_month_day,
                                               .decimal_mark = '.',
                                               .duration_unit = DurationUnit::hours,
                                               .date_column = 0,
                                               .duration = 0,
                                               .minutes_a_day = {},
                                               .sum_rows = {},
                                               .sheet = {}});
}

TEST_CASE("seconds are summed exactly and rounded once a month, half away") {
    CHECK(
        read_history("Date,Duration\n2026-01-01,0:00:10\n2026-01-02,0:00:10\n2026-01-03,0:00:10\n")
            .months == std::vector{used(2026, 1, 1)});
    CHECK(read_history("Date,Duration\n2026-01-01,0:00:29\n").months ==
          std::vector{used(2026, 1, 0)});
    std::string thirds = "Date,Hours\n";
    for (int row = 0; row < 3'000'00; ++row) {
        thirds += "2026-01-01,0.000333\n"; // 99.9 h
    }
    CHECK(read_history(thirds).months == std::vector{used(2026, 1, 5'994)});
}

TEST_CASE("rejected rows have their line and the first error") {
    History const history = read_history("Datum;Dauer;Notiz\n"
                                         "01.02.2026;1:00;\n"
                                         ";1:00;\n"
                                         "31.02.2026;1:00;\n"
                                         "01.02.2026;;läuft\n"
                                         "01.02.2026;\"zwei\nZeilen\";\n"
                                         "\n"
                                         "01.02.2026;-1:00;\n"
                                         "01.02.2026;24:00:01;\n"
                                         "01.02.2026\n"
                                         "01.03.2026;24:00;\n"
                                         "Summe;26:00\n");
    std::vector<RejectedRow> const expected{
        {3, RowError::no_date, ";1:00;"},
        {4, RowError::bad_date, "31.02.2026;1:00;"},
        {5, RowError::no_duration, "01.02.2026;;läuft"},
        {6, RowError::bad_duration, "01.02.2026;\"zwei Zeilen\";"},
        {9, RowError::negative_duration, "01.02.2026;-1:00;"},
        {10, RowError::too_long, "01.02.2026;24:00:01;"},
        {11, RowError::no_duration, "01.02.2026"},
    };
    CHECK(history.rejected == expected);
    CHECK(history.rows_rejected == 7);
    CHECK(history.others.sums == 1);
    CHECK(history.rows_read == 2);
    CHECK(history.months == std::vector{used(2026, 2, 60), used(2026, 3, 1440)});
}

TEST_CASE("rejected rows are all counted, the first are kept, with their beginning") {
    std::string text = "Date,Hours\n";
    for (int row = 0; row < 1000; ++row) {
        text += "2026-01-02,0.5\n";
    }
    for (int row = 0; row < 250; ++row) {
        text += "2026-01-01,?" + std::string(77 - 11, 'x') + "äöü\n";
    }
    History const history = read_history(text);
    CHECK(history.rows_rejected == 250);
    REQUIRE(history.rejected.size() == rejected_rows_max);
    CHECK(history.rejected.back().line == 1101);
    CHECK(history.rejected.back().text == "2026-01-01,?" + std::string(66, 'x') + "ä");
}

namespace {

using Questions = std::vector<HistoryQuestion>;

template <class Value>
HistoryOptions answered(std::optional<Value> HistoryOptions::* option, Value value) {
    HistoryOptions options;
    options.*option = value;
    return options;
}

} // namespace

TEST_CASE("what is not certain is asked, and there is no month before the answer") {
    struct Row {
        char const* name;
        char const* text;
        Questions questions;
    };

    Row const rows[] = {
        {"which comes first", "Date,Hours\n01/02/2026,1.5\n", {HistoryQuestion::date_order}},
        {"which is the mark", "Date;Minutes\n2026-02-01;1,125\n", {HistoryQuestion::decimal_mark}},
        {"what numbers count", "Date,Duration\n2026-02-01,600\n", {HistoryQuestion::duration_unit}},
        {"how long a day is", "Date,Time spent\n2026-02-01,1d 2h\n", {HistoryQuestion::day_length}},
        {"parts of a day", "Datum;Dauer\n2026-02-01;0,0625\n", {HistoryQuestion::duration_unit}},
        {"hours and minutes",
         "Date,Hours\n2026-02-01,7.20\n2026-02-02,6.45\n",
         {HistoryQuestion::duration_unit}},
        {"overtime apart",
         "Date,Regular hours,Overtime\n2026-02-01,8.00,1.80\n2026-02-02,6.00,0.00\n",
         {HistoryQuestion::duration}},
        {"a date that is none, and another column with days",
         "Datum;Stunden;Notiz\n29;4:20;2026-03-02\n",
         {HistoryQuestion::date_column}},
        {"another word that ends with one for a date",
         "Xyzdatum;Stunden;Notiz\n29;4:20;2026-03-02\n",
         {HistoryQuestion::date_column}},
        {"minutes under hours", "Date,Hours\n2026-02-01,90\n", {HistoryQuestion::duration_unit}},
        {"two days",
         "Tag;Datum;Stunden\n2026-02-01;2026-03-01;1,5\n",
         {HistoryQuestion::date_column}},
        {"no headings", "2026-02-01;Shop;1:30\n", {HistoryQuestion::duration}},
        {"one number that happens to equal begin to end, among others too large to be hours",
         "398;16:00;23:30;2026-02-24\n155;13:30;17:15;2026-03-01\n8;12:00;20:00;2026-03-27\n",
         {HistoryQuestion::duration}},
        {"the same heading twice",
         "Datum;Arbeitszeit;Arbeitszeit\n2026-02-01;1:30;0:45\n",
         {HistoryQuestion::duration}},
        {"numbered parts and perhaps their sum",
         "Date;Hours 1;Hours 2;Duration\n2026-02-01;1.5;0.5;2.1\n",
         {HistoryQuestion::duration}},
        {"two durations", "Date,Hours,Effort\n2026-02-01,1.5,2.5\n", {HistoryQuestion::duration}},
        {"a word that is not known",
         "Date,Frobs in h\n2026-02-01,1.5\n",
         {HistoryQuestion::duration}},
        {"a time or a duration", "Datum;Zeit\n2026-02-01;08:30\n", {HistoryQuestion::duration}},
        {"a balance alone",
         "Datum;Kommen;Gehen;Saldo\n2026-02-01;08:00;12:00;-4:00\n",
         {HistoryQuestion::duration}},
        {"perhaps a sum",
         "Date,Text,Hours\n2026-02-01,a,1.5\n2026-02-01,b,2.5\n2026-02-01,,4\n",
         {HistoryQuestion::sum_rows}},
        {"a sum's word that lacks what every entry has, though it equals none",
         "Date,Who,Text,Hours\n2026-02-01,Ann,a,1.5\n2026-02-01,Bob,b,2.5\n"
         "2026-02-01,,Project total,7\n",
         {HistoryQuestion::sum_rows}},
        {"a sum's word among others in a row that equals one and lacks nothing",
         "Date,Text,Hours\n2026-02-01,a,1.5\n2026-02-01,b,2.5\n2026-02-01,Project total,4\n",
         {HistoryQuestion::sum_rows}},
        {"a day that is none below the date of recording, and a note that is a day",
         "Date created;Hours;Note\n27;3.9;2026-03-02\n",
         {HistoryQuestion::date_column}},
        {"two at once",
         "Date,Duration\n01/02/2026,600\n",
         {HistoryQuestion::date_order, HistoryQuestion::duration_unit}},
    };
    for (Row const& row : rows) {
        CAPTURE(row.name);
        History const history = read_history(row.text);
        CHECK(history.error == HistoryError::none);
        CHECK(history.questions == row.questions);
        CHECK(history.months.empty());
        CHECK(!history.durations.empty());
        CHECK(!history.sample.empty());
        // The proposal, taken as the answer, leaves none open.
        HistoryOptions answers = history.understood;
        if (!answers.sum_rows) {
            answers.sum_rows = SumRows::left_out;
        }
        CHECK(read_history(row.text, answers).questions.empty());
        CHECK(!read_history(row.text, answers).months.empty());
    }
}

TEST_CASE("an answer makes the figures") {
    std::string const dates = "Date;Hours\n01/02/2026;1.0\n03/02/2026;1.0\n";
    CHECK(read_history(dates, answered(&HistoryOptions::date_order, DateOrder::day_month_year))
              .months == std::vector{used(2026, 2, 120)});
    CHECK(read_history(dates, answered(&HistoryOptions::date_order, DateOrder::month_day_year))
              .months == std::vector{used(2026, 1, 60), used(2026, 3, 60)});
    std::string const numbers = "Date;Minutes\n2026-02-01;1,125\n";
    CHECK(read_history(numbers, answered(&HistoryOptions::decimal_mark, ',')).months ==
          std::vector{used(2026, 2, 1)});
    CHECK(read_history(numbers, answered(&HistoryOptions::decimal_mark, '.')).months ==
          std::vector{used(2026, 2, 1'125)});
    std::string const units = "Date,Duration\n2026-02-01,600\n";
    CHECK(read_history(units, answered(&HistoryOptions::duration_unit, DurationUnit::minutes))
              .months == std::vector{used(2026, 2, 600)});
    CHECK(read_history(units, answered(&HistoryOptions::duration_unit, DurationUnit::seconds))
              .months == std::vector{used(2026, 2, 10)});
    std::string const clocks = "Date,Hours\n2026-02-01,7.20\n2026-02-02,6.45\n";
    CHECK(read_history(clocks,
                       answered(&HistoryOptions::duration_unit, DurationUnit::hours_and_minutes))
              .months == std::vector{used(2026, 2, 845)});
    CHECK(read_history(clocks, answered(&HistoryOptions::duration_unit, DurationUnit::hours))
              .months == std::vector{used(2026, 2, 819)});
    std::string const overtime =
        "Date,Regular hours,Overtime\n2026-02-01,8.00,1.80\n2026-02-02,6.00,0.00\n";
    CHECK(read_history(overtime, answered(&HistoryOptions::duration, std::size_t{0})).months ==
          std::vector{used(2026, 2, 948)});
    std::string const days = "Date,Time spent\n2026-02-01,1d 2h\n";
    CHECK(read_history(days, answered(&HistoryOptions::minutes_a_day, std::int32_t{450})).months ==
          std::vector{used(2026, 2, 570)});
    std::string const sums = "Date,Text,Hours\n2026-02-01,a,1.5\n2026-02-01,b,2.5\n2026-02-01,,4\n";
    CHECK(read_history(sums, answered(&HistoryOptions::sum_rows, SumRows::left_out)).months ==
          std::vector{used(2026, 2, 240)});
    CHECK(read_history(sums, answered(&HistoryOptions::sum_rows, SumRows::counted)).months ==
          std::vector{used(2026, 2, 480)});
    std::string const columns = "Date,Hours,Effort\n2026-02-01,1.5,2.5\n";
    CHECK(read_history(columns, answered(&HistoryOptions::duration, std::size_t{0})).months ==
          std::vector{used(2026, 2, 90)});
    CHECK(read_history(columns, answered(&HistoryOptions::duration, std::size_t{1})).months ==
          std::vector{used(2026, 2, 150)});
    std::string const break_units = "date,start,end,break\n2026-02-01,09:00,12:00,1\n";
    History const asked = read_history(break_units);
    CHECK(asked.questions == Questions{HistoryQuestion::duration});
    CHECK(read_history(break_units, answered(&HistoryOptions::duration, std::size_t{0})).months !=
          read_history(break_units, answered(&HistoryOptions::duration, std::size_t{1})).months);
}

TEST_CASE("a break that is longer than its times in any unit is asked and reported, not dropped") {
    std::string const text = "date,start,end,break\n2026-02-01,09:00,12:00,1\n"
                             "2026-02-02,09:00,09:30,600\n";
    History const asked = read_history(text);
    CHECK(asked.questions == Questions{HistoryQuestion::duration});
    for (std::size_t const unit : {std::size_t{0}, std::size_t{1}}) {
        CAPTURE(unit);
        History const read = read_history(text, answered(&HistoryOptions::duration, unit));
        REQUIRE(read.rejected.size() == 1);
        CHECK(read.rejected.front().error == RowError::negative_duration);
    }
}

TEST_CASE("columns that agree confirm each other") {
    struct Row {
        char const* name;
        char const* text;
        std::int64_t minutes;
    };

    Row const rows[] = {
        {"begin, end and break",
         "Datum;Von;Bis;Pause "
         "(min);Xyz\n2026-02-01;08:00;12:00;30;3,50\n2026-02-02;08:00;10:00;0;2,00\n",
         330},
        {"the unit, too",
         "Datum;Von;Bis;Dauer\n2026-02-01;08:00;12:00;14400\n2026-02-02;08:00;10:00;7200\n", 360},
        {"hours and minutes with a point",
         "Datum;Von;Bis;Dauer\n2026-02-01;08:00;12:20;4.20\n2026-02-02;08:00;09:40;1.40\n", 360},
        {"what is left of the presence without the break",
         "Datum;Anwesenheit;Pause;Dauer\n2026-02-01;4:00;0:30;3:30\n2026-02-02;2:00;0:00;2:00\n",
         330},
        {"quarters are no minutes", "Date,Hours\n2026-02-01,7.25\n2026-02-02,0.50\n", 465},
        {"hundredths from 60 are no minutes", "Date,Hours\n2026-02-01,7.20\n2026-02-02,1.60\n",
         528},
        {"the heading says that it is decimal",
         "Datum;Stunden dezimal\n2026-02-01;7.20\n2026-02-02;6.45\n", 819},
        {"overtime that is part of the hours",
         "Datum;Stunden;Überstunden\n2026-02-01;9,80;1,80\n2026-02-02;8,70;0,70\n", 1110},
        {"computed", "date,start,end,break (h)\n2026-02-01,22:00,01:00,0.5\n", 150},
        {"with dates at both ends", "Start,End\n2026-02-01 08:00,2026-02-01 12:00\n", 240},
        {"past midnight into another month", "Start,End\n2026-02-28 22:00,2026-03-01 01:00\n", 180},
        {"numbered parts", "Date;Hours 1;Hours 2\n2026-02-01;1.5;0.5\n2026-02-02;2.0;0.25\n", 255},
        {"hours and minutes", "Datum;Stunden;Minuten\n2026-02-01;1;30\n2026-02-02;2;15\n", 225},
        {"two units of one duration", "Date,Time Spent,Seconds\n2026-02-01,1h 30m,5400\n", 90},
        {"serial dates under a word that ends with one for a date",
         "Xyzdatum;Stunden\n46054;1,5\n46055;2\n", 210},
        {"serial dates", "Datum;Stunden\n46054;1,5\n46055;2\n", 210},
    };
    for (Row const& row : rows) {
        CAPTURE(row.name);
        History const history = read_history(row.text);
        CHECK(history.questions.empty());
        CHECK(history.months == std::vector{used(2026, 2, row.minutes)});
    }
}

TEST_CASE("errors of a whole file") {
    struct Row {
        char const* name;
        std::string text;
        HistoryError error;
    };

    std::string full = "Date,Hours\n";
    for (std::int64_t hours = 0; hours < month_usage_max.count / 60; hours += 20) {
        full += "2026-01-01,20\n";
    }
    Row const rows[] = {
        {"nothing", "", HistoryError::empty},
        {"blank lines", "\n \n,,\n", HistoryError::empty},
        {"headings alone", "Date,Hours\n", HistoryError::empty},
        {"the last bytes that fit", std::string(history_bytes_max, '\n'), HistoryError::empty},
        {"a byte too many", std::string(history_bytes_max + 1, '\n'), HistoryError::too_large},
        {"a letter", "Dear Sir or Madam\nthank you", HistoryError::no_date_column},
        {"no duration", "Date,Note\n2026-01-01,Shop\n", HistoryError::no_duration_column},
        {"the most in a month", full, HistoryError::none},
        {"rounded down to the most", full + "2026-01-01,0:00:29\n", HistoryError::none},
        {"more in a month", full + "2026-01-01,0:00:30\n", HistoryError::month_too_large},
    };
    for (Row const& row : rows) {
        CAPTURE(row.name);
        CHECK(read_history(row.text).error == row.error);
    }
    CHECK(read_history(full + "2026-01-01,0:00:30\n").months == std::vector{used(2026, 1, 60'001)});
}

TEST_CASE("slices of any size give the same result, and progress rises to its end") {
    std::string text = "Date,Hours\n";
    for (int day = 1; day <= 28; ++day) {
        text += "2026-01-" + std::to_string(day) + ",1.5\n";
    }
    History const whole = read_history(text);
    for (std::size_t const size : {std::size_t{0}, std::size_t{1}, std::size_t{40}, text.size()}) {
        CAPTURE(size);
        HistoryReader reader(text, {});
        std::int32_t last = reader.per_mille();
        CHECK(last == 0);
        while (!reader.is_done()) {
            reader.read(size);
            CHECK(reader.per_mille() >= last);
            last = reader.per_mille();
        }
        CHECK(last == 1000);
        CHECK(reader.history() == whole);
    }
}

TEST_CASE("a history crosses as JSON") {
    History const history = read_history(
        "Date,\"Hours \"\"net\"\"\"\n31/02/2026,1\n13/02/2026,x\ty\u2028\n,1.5\n14/02/2026,1\n"
        "15/02/2026,1\n16/02/2026,1\n");
    CHECK(history.rejected.size() == 3);
    CHECK(history.questions.empty());
    CHECK(parse_history(history_to_json(history)) == history);
    History const asked = read_history("Datum;Ende;Beginn;Ende am;Pause;Saldo\n"
                                       "01/02/2026;12:00;09:00;01/02/2026;1;0,5\n");
    CHECK(asked.questions.size() == 2);
    CHECK(parse_history(history_to_json(asked)) == asked);
    CHECK(parse_history(history_to_json({})) == History{});
    CHECK(parse_history(history_to_json(read_history(""))) == read_history(""));
    CHECK(parse_history("{}").has_value());
    CHECK(!parse_history("{").has_value());
    History unread;
    unread.error = HistoryError::not_read;
    CHECK(parse_history(R"({"numbers":[6]})") == unread);
    HistoryOptions const options{'\t', DateOrder::month_day_year, ',', DurationUnit::seconds, 0, 7,
                                 450,  SumRows::counted,          2};
    CHECK(options_of(numbers_of(options)) == options);
}

TEST_CASE("every error has its sentence in every language") {
    for (Language const language : all_languages()) {
        for (auto error = RowError::no_date; error <= RowError::too_wide;
             error = static_cast<RowError>(static_cast<int>(error) + 1)) {
            CHECK(sentence(error, language).ends_with('.'));
        }
        for (auto error = HistoryError::empty; error <= HistoryError::bad_workbook;
             error = static_cast<HistoryError>(static_cast<int>(error) + 1)) {
            CHECK(sentence(error, language).ends_with('.'));
        }
        CHECK(sentence(HistoryError::none, language).empty());
    }
}
