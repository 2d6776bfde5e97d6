// Needs from a tracker's export as a person meets them: found by role and name. The exports
// themselves are read by core's own reader.
#include "core/base/format.hpp"
#include "core/history/reader.hpp"
#include "tests/languages/names.hpp"
#include "tests/ui/history_screen.hpp"
#include "tests/ui/portal_driver.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <set>

namespace kontingent::ui_test {

using semantics::Record;
using semantics::Role;

TEST_CASE("past hours begin with a button, and with what becomes of the file") {
    HistoryScreen screen;
    CHECK(screen.says("Nichts davon verlässt Ihren Browser."));
    CHECK(screen.says("irgendwo auf den Rechner ziehen"));
    screen.driver.activate(Role::button, "Datei wählen");
    CHECK(screen.files_wanted == 1);
    CHECK(screen.driver.try_find(Role::button, "Verwerfen") == nullptr);
}

TEST_CASE("a file that is dropped at any time shows how far it is, then its months") {
    HistoryScreen screen;
    CHECK(screen.needs.way == NeedsWay::average);
    screen.begin();
    CHECK(screen.needs.way == NeedsWay::history);
    CHECK(screen.driver.status() == "Wird gelesen: 0\u00A0%");
    screen.driver.push(ui::HistoryProgress{427});
    screen.driver.settle();
    CHECK(screen.driver.status() == "Wird gelesen: 42\u00A0%");
    screen.end(exported("kimai.csv"), "kimai.csv");
    CHECK(screen.driver.status() == "28 Zeilen gelesen, 1 Zeile nicht gelesen");
    CHECK(screen.says("\"kimai.csv\""));
    CHECK(screen.needs.past == read_history(exported("kimai.csv")).months);
    CHECK(screen.beside("September 2025") == hours("9,25"));
    CHECK(screen.beside("Juni 2026") == hours("12"));
    CHECK(screen.beside("Summe, 9 Monate") == hours("53,25"));
    CHECK(screen.beside("Schnitt je Monat") == hours("5,9"));
    CHECK(screen.driver.find(Role::button, "Andere Datei").rect.height >= 44);
}

TEST_CASE("each tracker's export shows its months on the screen") {
    for (std::string const name : {"kimai.csv", "toggl.csv", "harvest.csv", "clockify.csv"}) {
        CAPTURE(name);
        HistoryScreen screen;
        screen.bring(exported(name), name);
        History const history = read_history(exported(name));
        CHECK(screen.needs.past == history.months);
        std::int64_t total = 0;
        for (PastMonth const& month : history.months) {
            total += month.used.count;
        }
        CHECK(screen.beside("Summe, 9 Monate") == format_hours({total}, german));
    }
}

TEST_CASE("months without a record are asked about, and count only where the person says so") {
    HistoryScreen screen;
    screen.bring("Date,Hours\n2026-01-05,4\n2026-02-05,2\n2026-05-05,6\n");
    CHECK(screen.says("Zu 2 Monaten dazwischen steht nichts in der Datei."));
    CHECK(screen.driver.find(Role::radio, "unbekannt, auslassen").is_checked);
    CHECK(screen.beside("März 2026 bis Apr 2026") == "unbekannt");
    CHECK(screen.beside("Summe, 3 Monate") == hours("12"));
    CHECK(screen.beside("Schnitt je Monat") == hours("4"));

    screen.driver.activate(Role::radio, "keine Stunden (0)");
    CHECK(screen.needs.gaps == Gaps::zero);
    CHECK(screen.beside("März 2026 bis Apr 2026") == hours("0"));
    CHECK(screen.beside("Summe, 5 Monate") == hours("12"));
    CHECK(screen.beside("Schnitt je Monat") == hours("2,4"));

    HistoryScreen without;
    without.bring("Date,Hours\n2026-01-05,4\n2026-02-05,2\n");
    CHECK(without.driver.try_find(Role::radio, "keine Stunden (0)") == nullptr);
    HistoryScreen one;
    one.bring("Date,Hours\n2026-01-05,4\n2026-03-05,2\n");
    CHECK(one.says("Zu einem Monat dazwischen steht nichts in der Datei."));
    CHECK(one.beside("Februar 2026") == "unbekannt");
}

TEST_CASE("rejected rows are listed with line, reason and text") {
    std::string bytes = "Date,Hours\n2026-01-31,1\nUrlaub,1\n2026-01-30,viel\n"
                        "2026-01-29,1\n2026-01-28,1\n2026-01-27,1\n";
    HistoryScreen screen;
    screen.bring(bytes);
    CHECK(screen.driver.status() == "4 Zeilen gelesen, 2 Zeilen nicht gelesen");
    CHECK(screen.driver.find(Role::disclosure, "2 Zeilen nicht gelesen").is_expanded == false);
    screen.driver.activate(Role::disclosure, "2 Zeilen nicht gelesen");
    CHECK(screen.says("Zeile 3: Das ist kein Datum."));
    CHECK(screen.says("Urlaub,1"));
    CHECK(screen.says("Zeile 4: Das ist keine Dauer."));
    CHECK_FALSE(screen.says("Die ersten"));

    for (int row = 0; row < 600; ++row) {
        bytes += row < 100 ? "x,1\n" : "2026-01-26,0.5\n";
    }
    screen.bring(bytes);
    screen.driver.activate(Role::disclosure, "102 Zeilen nicht gelesen");
    CHECK(screen.says("Die ersten 100:"));
}

TEST_CASE("an error is said, and no hours are taken from the file") {
    struct Row {
        char const* name;
        std::string bytes;
        char const* said;
    };

    for (Row const& row : {Row{"empty", "", "In der Datei steht keine Zeile mit Daten."},
                           Row{"no duration", "Date,Was\n2026-01-31,x\n",
                               "Keine Spalte enthält eine Dauer oder Beginn und Ende."}}) {
        CAPTURE(row.name);
        HistoryScreen screen;
        screen.bring("Date,Hours\n2026-01-31,1\n");
        CHECK(screen.needs.past.size() == 1);
        screen.bring(row.bytes);
        CHECK(screen.says(row.said));
        CHECK(screen.needs.past.empty());
        CHECK(screen.driver.status().empty());
    }
    HistoryScreen screen;
    screen.begin();
    History unread;
    unread.error = HistoryError::not_read;
    screen.driver.push(ui::HistoryRead{unread, "hours.csv"});
    screen.driver.settle();
    CHECK(screen.says("Die Datei war nicht zu lesen."));
}

TEST_CASE("a month too large is shown, counts for nothing, and its unit is asked") {
    std::string bytes = "Date,Hours\n";
    for (int day = 1; day <= 28; ++day) {
        for (int row = 0; row < 2; ++row) {
            bytes += "2026-01-" + std::string{day < 10 ? "0" : ""} + std::to_string(day) + ",20\n";
        }
    }
    HistoryScreen screen;
    screen.bring(bytes);
    CHECK(screen.says("Ein Monat hat mehr als 1.000 Stunden."));
    CHECK(screen.needs.past.empty());
    CHECK(screen.beside("Januar 2026") == hours("1120"));
    screen.driver.activate(Role::radio, "Minuten");
    screen.correct(bytes);
    CHECK(screen.needs.past == std::vector<PastMonth>{{12 * 2026, Minutes{1'120}}});
}

TEST_CASE("a text can be pasted; a very long one is read at once") {
    HistoryScreen screen;
    CHECK(screen.driver.try_find(Role::text_area, "Inhalt der Datei oder Tabelle") == nullptr);
    screen.driver.activate(Role::disclosure, "Text einfügen");
    screen.driver.activate(Role::button, "Lesen");
    CHECK(screen.text.empty());
    std::string const pasted = "Date,Hours\n2026-01-31,1\n";
    screen.driver.type(Role::text_area, "Inhalt der Datei oder Tabelle", pasted);
    CHECK(screen.text.empty());
    screen.driver.activate(Role::button, "Lesen");
    CHECK(screen.text == pasted);
    CHECK(screen.driver.try_find(Role::text_area, "Inhalt der Datei oder Tabelle") == nullptr);
    CHECK(screen.driver.wants_focus == screen.driver.find(Role::disclosure, "Text einfügen").id);
    screen.bring(pasted, "");
    CHECK(screen.says("\"Eingefügter Text\""));

    screen.driver.activate(Role::disclosure, "Text einfügen");
    std::string const long_text = "Date,Hours\n" + std::string(65'536, '\n');
    screen.driver.type(Role::text_area, "Inhalt der Datei oder Tabelle", long_text);
    CHECK(screen.text == long_text);
    CHECK(screen.state.pasted.empty());
}

TEST_CASE("months that came without a file are shown, and can be discarded") {
    HistoryScreen screen;
    screen.needs.past = {{12 * 2026, Minutes{600}}, {12 * 2026 + 1, Minutes{300}}};
    screen.driver.settle();
    CHECK(screen.says("Übernommene Stunden, ohne die Datei"));
    CHECK(screen.beside("Summe, 2 Monate") == hours("15"));
    CHECK(screen.driver.try_find(Role::disclosure, "So wurde die Datei gelesen") == nullptr);
    screen.driver.activate(Role::button, "Verwerfen");
    CHECK(screen.needs.past.empty());
    CHECK(screen.driver.wants_focus == screen.driver.find(Role::button, "Datei wählen").id);
    screen.bring("Date,Hours\n2026-01-31,1\n");
    screen.driver.activate(Role::button, "Verwerfen");
    CHECK(screen.needs.past.empty());
    CHECK_FALSE(screen.says("hours.csv"));
}

TEST_CASE("of many months the latest are shown first, and at most so many count") {
    struct Row {
        int months;
        int shown, kept;
    };

    for (Row const& row :
         {Row{18, 18, 18}, Row{19, 12, 19}, Row{120, 12, 120}, Row{121, 12, 120}}) {
        CAPTURE(row.months);
        std::string bytes = "Date,Hours\n";
        for (int month = 0; month < row.months; ++month) {
            int const number = month % 12 + 1;
            bytes += std::to_string(2010 + month / 12) + (number < 10 ? "-0" : "-") +
                     std::to_string(number) + "-01,1\n";
        }
        HistoryScreen screen;
        screen.bring(bytes);
        CHECK(screen.needs.past.size() == static_cast<std::size_t>(row.kept));
        auto const shown = [&screen] {
            int count = 0;
            for (Record const& record : screen.driver.records) {
                count +=
                    record.role == Role::row_header && record.name.find(" 20") != std::string::npos
                        ? 1
                        : 0;
            }
            return count;
        };
        CHECK(shown() == row.shown);
        if (row.shown < row.kept) {
            screen.driver.activate(Role::disclosure,
                                   std::to_string(row.kept - row.shown) + " frühere Monate");
            CHECK(shown() == row.kept);
        }
    }
}

TEST_CASE("past hours fit from a small phone to a wide card, and are large enough to press") {
    for (float const width : {256.0F, 328.0F, 800.0F}) {
        CAPTURE(width);
        HistoryScreen screen(german, width);
        screen.bring(exported("clockify.csv") + "kein Datum,1\n");
        screen.driver.activate(Role::disclosure, "So wurde die Datei gelesen");
        screen.driver.activate(Role::disclosure, "Text einfügen");
        std::set<semantics::Id> seen{semantics::no_id};
        for (Record const& record : screen.driver.records) {
            CAPTURE(record.name);
            CHECK(record.rect.x >= -0.5F);
            CHECK(record.rect.x + record.rect.width <= width + 0.5F);
            CHECK((!record.look || record.look->size >= 14));
            CHECK(seen.contains(record.parent));
            CHECK(seen.insert(record.id).second);
            if (record.role == Role::button || record.role == Role::disclosure ||
                record.role == Role::radio) {
                CHECK(record.rect.height >= 44);
            }
        }
    }
}

TEST_CASE("golden: a tracker's export with everything open") {
    HistoryScreen screen(english);
    screen.bring(exported("kimai.csv"), "kimai.csv");
    screen.driver.activate(Role::disclosure, "1 row not read");
    screen.driver.activate(Role::disclosure, "How the file was read");
    std::string const path = "tests/golden/screens/history-en.txt";
    if (std::getenv("KONTINGENT_UPDATE_GOLDEN") != nullptr) {
        std::ofstream{std::string{KONTINGENT_ROOT "/"} + path} << screen.driver.text();
    }
    CHECK(screen.driver.text() == read_file(path));
}

} // namespace kontingent::ui_test
