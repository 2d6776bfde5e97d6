// Durations that are computed from begin, end and breaks.
#include "tests/core/history_read.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace kontingent;
using namespace kontingent::history;
using namespace kontingent::tests;

namespace {

using Questions = std::vector<HistoryQuestion>;

} // namespace

TEST_CASE("begin, end and breaks are computed where the columns leave no doubt") {
    struct Row {
        char const* name;
        char const* text;
        std::int64_t minutes; // of February 2026
    };

    Row const rows[] = {
        {"a break from and to",
         "Datum;Von;Bis;Pause von;Pause bis\n2026-02-01;08:00;17:00;12:00;12:45\n", 495},
        {"whatever the order of the columns",
         "Datum;Pause bis;Bis;Pause von;Von\n2026-02-01;12:45;17:00;12:00;08:00\n", 495},
        {"a day without its break",
         "Datum;Von;Bis;Pause von;Pause bis\n2026-02-01;08:00;17:00;12:00;12:45\n"
         "2026-02-02;08:00;10:00;;\n",
         615},
        {"a break from and to in halves of a day",
         "Date,Start,Break start,Break end,End\n2026-02-01,8:00 AM,11:45 AM,12:30 PM,5:00 PM\n",
         495},
        {"begin and end as in French", "Date;Début;Fin\n2026-02-01;8h05;12h\n", 235},
        {"a number beside them that no duration between them could be",
         "Datum;Von;Bis;km\n2026-02-01;08:00;12:00;17\n2026-02-02;08:00;09:00;140\n", 300},
        {"a sum that runs on by what lies between begin and end",
         "Datum;Von;Bis;Kumuliert\n2026-02-01;08:00;12:00;4:00\n2026-02-02;08:00;11:00;7:00\n"
         "2026-02-03;08:00;10:00;9:00\n",
         540},
        {"the same, the newest row first",
         "Datum;Von;Bis;Kumuliert\n2026-02-03;08:00;10:00;9:00\n2026-02-02;08:00;11:00;7:00\n"
         "2026-02-01;08:00;12:00;4:00\n",
         540},
        {"a break past midnight",
         "Datum;Von;Bis;Pause von;Pause bis\n2026-02-01;22:00;06:00;23:45;00:15\n", 450},
        {"a break of hours and minutes is none from and to",
         "Datum;Von;Bis;Pause\n2026-02-01;08:00;17:00;0:45\n", 495},
        {"two spans have their break between them, however long the day",
         "Datum;Beginn 1;Ende 1;Beginn 2;Ende 2\n2026-02-01;08:00;12:00;13:00;17:30\n", 510},
        {"two spans by their numbers",
         "Datum;Beginn 2;Ende 1;Beginn 1;Ende 2\n2026-02-01;13:00;12:00;08:00;17:30\n", 510},
        {"two spans by their times",
         "Datum;Kommen;Gehen;Kommen;Gehen\n2026-02-01;13:00;12:00;08:00;17:30\n", 510},
        {"the second span is past midnight",
         "Datum;Kommen;Gehen;Kommen;Gehen\n2026-02-01;18:00;22:00;22:30;02:00\n", 450},
        {"a day with one span",
         "Datum;Kommen;Gehen;Kommen;Gehen\n2026-02-01;08:00;12:00;13:00;17:30\n"
         "2026-02-02;08:00;12:00;;\n",
         750},
    };
    for (Row const& row : rows) {
        CAPTURE(row.name);
        History const history = read_history(row.text);
        CHECK(history.questions.empty());
        CHECK(history.months == std::vector{PastMonth{2026 * 12 + 1, Minutes{row.minutes}}});
    }
}

TEST_CASE("a long day without a break is read, and said") {
    History const history =
        read_history("Datum;Von;Bis\n2026-02-01;08:00;17:00\n2026-02-02;08:00;14:00\n"
                     "2026-02-03;08:00;14:01\n");
    CHECK(history.questions.empty());
    CHECK(history.months == std::vector{PastMonth{2026 * 12 + 1, Minutes{540 + 360 + 361}}});
    CHECK(history.rows_without_break == 2);
    for (char const* text : {"Datum;Von;Bis;Pause\n2026-02-01;08:00;17:00;0:45\n",
                             "Datum;Von;Bis;Von;Bis\n2026-02-01;08:00;12:00;12:30;17:00\n",
                             "Datum;Dauer\n2026-02-01;9:00\n"}) {
        CAPTURE(text);
        CHECK(read_history(text).rows_without_break == 0);
    }
}

TEST_CASE("begin and end alone are a question where something speaks against them") {
    struct Row {
        char const* name;
        char const* text;
    };

    Row const rows[] = {
        {"what remains, or a break", "Date,Begin,End,Rest [min]\n2026-02-01,08:00,12:00,15\n"},
        {"a sum that runs on by other steps",
         "Datum;Von;Bis;Kumuliert\n2026-02-01;08:00;12:00;3:30\n2026-02-02;08:00;12:00;7:00\n"
         "2026-02-03;08:00;10:00;9:00\n"},
        {"a balance of another word",
         "Datum;Von;Bis;Xyz\n2026-02-01;08:00;10:00;-4,25\n2026-02-02;08:00;10:00;+1,50\n"},
        {"a break that begins and does not end",
         "Datum;Von;Bis;Pause von\n2026-02-01;08:00;12:00;10:00\n"},
        {"a break that no cell says", "Datum;Von;Bis;Pause\n2026-02-01;08:00;12:00;ja\n"},
        {"a number beside them that may be what was worked",
         "Datum;Von;Bis;Xyz\n2026-02-01;08:00;12:00;3,50\n2026-02-02;08:00;09:00;0,75\n"},
        {"times without headings, of which two add up to the third",
         "2026-02-01;08:47;23:47;15:00\n2026-02-02;09:00;18:20;09:20\n"},
        {"spans that overlap", "Datum;Von;Bis;Von;Bis\n2026-02-01;08:00;12:00;09:00;11:00\n"},
        {"two begins and one end", "Datum;Von;Von;Bis\n2026-02-01;08:00;09:00;10:00\n"},
    };
    for (Row const& row : rows) {
        CAPTURE(row.name);
        History const history = read_history(row.text);
        CHECK(history.questions == Questions{HistoryQuestion::duration});
        CHECK(history.months.empty());
    }
}

TEST_CASE("from and to in one cell are a duration where nothing speaks against it") {
    struct Row {
        char const* name;
        char const* text;
        std::int64_t minutes; // 0: a question
    };

    Row const rows[] = {
        {"under a word for times",
         "Datum;Von-Bis;Projekt\n2026-03-02;08:00-12:30;Shop\n2026-03-02;13:00-16:00;Shop\n", 450},
        {"under one for a time of day",
         "Datum;Uhrzeit\n2026-03-02;08:00 – 12:30\n2026-03-03;9:00 – 9:45\n", 315},
        {"under one that may be either", "Datum;Zeit\n2026-03-02;08:00-12:30\n", 270},
        {"beside the hours, less a break",
         "Datum;Zeit;Pause;Stunden\n2026-03-02;08:00-12:30;0:30;4,0\n"
         "2026-03-03;08:00-12:30;0:00;4,5\n",
         510},
        {"with the break still to be taken off", "Datum;Zeit;Pause\n2026-03-02;08:00-12:30;0:30\n",
         0},
        {"perhaps a time and its zone", "Datum;Zeit\n2026-03-02;04:00-05:00\n", 0},
        {"beside a number that may be the duration",
         "Datum;Von-Bis;Xyz\n2026-03-02;08:00-12:30;4\n2026-03-03;08:00-12:00;3\n", 0},
        {"a cell that is none",
         "Datum;Von-Bis\n2026-03-02;08:00-12:30\n2026-03-03;08:00-12:30\n2026-03-03;1:15\n"
         "2026-03-04;08:00-12:30\n2026-03-05;08:00-12:30\n",
         0},
    };
    for (Row const& row : rows) {
        CAPTURE(row.name);
        History const history = read_history(row.text);
        CHECK(history.questions.empty() == (row.minutes > 0));
        CHECK((history.months.empty() ? 0 : history.months.front().used.count) == row.minutes);
    }
}

TEST_CASE("what surrounds a table is neither its headings nor an entry") {
    struct Row {
        char const* name;
        char const* text;
        std::int64_t minutes;
    };

    Row const rows[] = {
        {"a header block with a period",
         "Mitarbeiter:;Ada\nZeitraum:;01.02.2026;28.02.2026\nGesamt:;3,50\n\n"
         "Datum;Stunden;Text\n01.02.2026;1,50;a\n02.02.2026;2,00;b\n",
         210},
        {"a signature below few rows",
         "Datum;Dauer;Text\n01.02.2026;1:30;a\n\nUnterschrift\nErstellt am 01.03.2026\n"
         "Seite 1 von 2\nEnde\n",
         90},
        {"sums as many as entries, with a date and the words of a sum",
         "Datum;Dauer;Text;Name\n01.02.2026;1:30;a;Ada\n01.02.2026;1:30;Summe KW 5;\n"
         "09.02.2026;2:00;b;Ada\n09.02.2026;2:00;Summe KW 7;\n",
         210},
    };
    for (Row const& row : rows) {
        CAPTURE(row.name);
        History const history = read_history(row.text);
        CHECK(history.questions.empty());
        CHECK(history.months == std::vector{PastMonth{2026 * 12 + 1, Minutes{row.minutes}}});
    }
    History const weeks = read_history("Datum;Dauer;Text;Name\n01.02.2026;1:30;a;Ada\n"
                                       "01.02.2026;1:30;Woche 5;\n09.02.2026;2:00;b;Ada\n"
                                       "09.02.2026;2:00;Woche 7;\n");
    CHECK(weeks.questions == Questions{HistoryQuestion::sum_rows});
    CHECK(weeks.months.empty());
}

TEST_CASE(
    "a begin or an end is not offered as a duration; a column without a heading has a letter") {
    History const named = read_history("Datum;Von;Bis;Saldo\n2026-02-01;08:00;17:00;+0:30\n");
    REQUIRE(named.durations.size() == 2);
    CHECK(name_of(named.durations[0], named.headings) == "Bis − Von");
    CHECK(name_of(named.durations[1], named.headings) == "Saldo");
    History const plain = read_history("2026-02-01;08:00;12:00;13:00;17:00\n"
                                       "2026-02-02;08:00;12:00;13:00;17:00\n");
    CHECK(plain.headings == std::vector<std::string>{"A", "B", "C", "D", "E"});
    REQUIRE(plain.durations.size() >= 2);
    CHECK(name_of(plain.durations[0], plain.headings) == "C − B + E − D");
    CHECK(name_of(plain.durations[1], plain.headings) == "E − B");
    CHECK(plain.questions == Questions{HistoryQuestion::duration});
}
