// What a person is asked about an export, what was understood of it, and how that is changed.
#include "tests/languages/names.hpp"
#include "tests/ui/history_screen.hpp"
#include "tests/ui/portal_driver.hpp"

#include <doctest/doctest.h>

namespace kontingent::ui_test {

using semantics::Record;
using semantics::Role;

TEST_CASE("what the file leaves open is asked, and each answer reads it again") {
    struct Row {
        char const* name;
        char const* bytes;
        char const* question;
        char const* taken;
        char const* other;
        char const* month; // as the answer makes it
        char const* hours;
    };

    for (Row const& row :
         {Row{"date order", "Date,Hours\n01/02/2026,2\n", "der Tag oder der Monat vorn",
              "MM/TT/JJJJ", "TT.MM.JJJJ", "Februar 2026", "2"},
          Row{"decimal mark", "Date;Hours\n2026-02-01;1,500\n", "der Punkt oder das Komma",
              "Komma: 1,5", "Punkt: 1.5", "Februar 2026", ""},
          Row{"duration unit", "Date,Duration\n2026-02-01,90\n2026-02-02,30\n",
              "Was zählen die Zahlen in der Spalte der Dauer?", "Minuten", "Sekunden",
              "Februar 2026", "0:02"}}) {
        CAPTURE(row.name);
        HistoryScreen screen;
        screen.bring(row.bytes);
        CHECK(screen.says(row.question));
        CHECK(screen.needs.past.empty());
        CHECK(screen.driver.status().empty());
        CHECK(screen.driver.find(Role::radio, row.taken).is_checked);
        screen.driver.activate(Role::radio, row.other);
        REQUIRE(screen.options.size() == 1);
        // At once, before it is read.
        CHECK(screen.driver.find(Role::radio, row.other).is_checked);
        screen.correct(row.bytes);
        CHECK(screen.says(row.question));
        CHECK(screen.driver.find(Role::radio, row.other).is_checked);
        if (*row.hours != '\0') {
            CHECK(!screen.needs.past.empty());
            CHECK(screen.beside(row.month) == hours(row.hours));
        }
        // Another file is understood anew.
        screen.bring("Date,Hours\n2026-01-31,1\n");
        CHECK_FALSE(screen.says(row.question));
        CHECK(screen.state.options == HistoryOptions{});
    }
}

TEST_CASE("a question shows the first rows, and one press takes what is proposed") {
    std::string const bytes = "Datum;Kommen;Gehen;Saldo\n02.03.2026;08:00;12:00;-4:00\n";
    HistoryScreen screen;
    screen.bring(bytes);
    CHECK(screen.says("Es ist nicht sicher, woher die Dauer kommt."));
    CHECK(screen.driver.find(Role::radio, "Gehen − Kommen").is_checked);
    CHECK(screen.beside("02.03.2026") == "08:00");
    CHECK(screen.needs.past.empty());
    screen.driver.activate(Role::button, "Ja, so lesen");
    REQUIRE(screen.options.size() == 1);
    CHECK(screen.options.back().duration == 0);
    screen.correct(bytes);
    CHECK(screen.beside("März 2026") == hours("4"));
    CHECK(screen.driver.try_find(Role::button, "Ja, so lesen") == nullptr);
    // Once asked, it can be changed.
    CHECK(screen.driver.find(Role::radio, "Gehen − Kommen").is_checked);
}

TEST_CASE("a question shows every column that its proposal is computed from") {
    HistoryScreen screen;
    screen.bring("date,start,end,break\n2026-02-01,09:00,12:00,1\n");
    for (char const* heading : {"date", "start", "end", "break"}) {
        CAPTURE(heading);
        CHECK(screen.driver.try_find(Role::column_header, heading) != nullptr);
    }
}

TEST_CASE("what was understood is one sentence, with what does not count beside it") {
    HistoryScreen screen;
    screen.bring("Datum;Text;Ist-Stunden\n02.03.2026;a;1,5\n27.04.2026;b;2,5\n;Summe;4\n");
    CHECK(screen.says(
        "2 Einträge, 2. März 2026 bis 27. April 2026: Stunden aus Spalte „Ist-Stunden“."));
    CHECK(screen.says("Nicht gezählt: 1 Summenzeile."));
    HistoryScreen in_english(english);
    in_english.bring("Date,Hours\n2026-03-02,1.5\n");
    CHECK(in_english.says("1 entry of 2 March 2026: hours from column “Hours”."));
}

TEST_CASE("a file dropped while a correction is asked for is a new file") {
    HistoryScreen screen;
    screen.bring("Date,Hours\n01/02/2026,2\n");
    screen.driver.activate(Role::radio, "TT.MM.JJJJ");
    screen.begin();                             // the correction …
    screen.bring("Date,Hours\n2026-01-31,1\n"); // … never comes
    CHECK(screen.state.options == HistoryOptions{});
    CHECK_FALSE(screen.says("der Tag oder der Monat vorn"));
}

TEST_CASE("a column that was not found is asked for") {
    std::string const bytes = "Wann,Was,Wie viel\ngestern,Shop,2\nheute,Shop,3\n";
    HistoryScreen screen;
    screen.bring(bytes);
    CHECK(screen.says("Keine Spalte enthält Daten wie 31.01.2026."));
    CHECK(screen.driver.text().find("alert") != std::string::npos);
    CHECK(screen.needs.past.empty());
    CHECK_FALSE(screen.driver.find(Role::radio, "Wann").is_checked);
    screen.driver.activate(Role::radio, "Wann");
    REQUIRE(screen.options.size() == 1);
    CHECK(screen.options.back().date_column == 0);
    screen.correct(bytes);
    CHECK(screen.driver.find(Role::radio_group, "Spalte mit dem Datum").rect.height > 44);
}

TEST_CASE("how a file was read can be looked up and changed") {
    std::string const bytes = "Date,Hours,Hours Rounded\n2026-01-31,1.0,2.0\n2026-02-28,3.0,4.0\n";
    HistoryScreen screen;
    screen.bring(bytes);
    CHECK(screen.driver.try_find(Role::radio, "Semikolon") == nullptr);
    screen.driver.activate(Role::disclosure, "So wurde die Datei gelesen");
    CHECK(screen.driver.find(Role::radio, "Komma").is_checked);
    CHECK(screen.driver.find(Role::radio, "JJJJ-MM-TT").is_checked);
    CHECK(screen.beside("Januar 2026") == hours("1"));
    auto const duration =
        semantics::derive(screen.driver.find(Role::radio_group, "Woher die Dauer kommt").id, "1");
    screen.driver.push(ui::Activated{duration});
    screen.driver.settle();
    REQUIRE(screen.options.size() == 1);
    CHECK(screen.options.back().duration == 1);
    screen.correct(bytes);
    CHECK(screen.state.history->questions.empty());
    CHECK(screen.beside("Januar 2026") == hours("2"));
    // With other columns, what was chosen among the old ones is nothing any more.
    screen.driver.activate(Role::radio, "Semikolon");
    HistoryOptions expected;
    expected.delimiter = ';';
    CHECK(screen.options.back() == expected);
}

} // namespace kontingent::ui_test
