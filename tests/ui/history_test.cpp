// Needs from a tracker's export as a person meets them: found by role and name. The exports
// themselves are read by core's own reader.
#include "core/base/format.hpp"
#include "core/history/reader.hpp"
#include "tests/ui/portal_driver.hpp"
#include "tests/ui/screen_driver.hpp"
#include "ui/screens/needs/needs_history.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <set>

namespace kontingent::ui_test {

using semantics::Record;
using semantics::Role;

namespace {

History read(std::string bytes, HistoryOptions const& options = {}) {
    history::HistoryReader reader(std::move(bytes), options);
    while (!reader.is_done()) {
        reader.read(std::size_t{1} << 20U);
    }
    return reader.history();
}

std::string exported(std::string const& name) {
    return read_file("tests/core/exports/" + name);
}

// The screen, and a browser layer that reads when it is told to.
struct Screen {
    explicit Screen(Language language = Language::german, float width = 328)
        : driver([this](ui::Frame& frame, float room) { return draw(frame, room); }, language,
                 width) {}

    float draw(ui::Frame& frame, float width) {
        take_history_events(frame, state, needs);
        ui::HistoryResult result = draw_history(frame, state, needs, 0, 0, width);
        files_wanted += result.wants_file ? 1 : 0;
        if (result.wants_text) {
            text = std::move(*result.wants_text);
        }
        if (result.wants_again) {
            options.push_back(*result.wants_again);
        }
        return result.height;
    }

    void begin() {
        driver.push(ui::HistoryProgress{0});
        driver.settle();
    }

    void end(std::string const& bytes, std::string const& name, HistoryOptions const& how = {}) {
        driver.push(ui::HistoryRead{read(bytes, how), name});
        driver.settle();
    }

    void bring(std::string const& bytes, std::string const& name = "hours.csv") {
        begin();
        end(bytes, name);
    }

    // Reads as the last correction says.
    void correct(std::string const& bytes) {
        begin();
        end(bytes, "hours.csv", options.back());
    }

    bool says(std::string_view words) const {
        return driver.text().find(words) != std::string::npos;
    }

    // The cell beside a row's header.
    std::string beside(std::string_view header) const {
        std::size_t const at = static_cast<std::size_t>(&driver.find(Role::row_header, header) -
                                                        driver.records.data());
        return driver.records.at(at + 1).name;
    }

    Needs needs;
    ui::HistoryState state;
    int files_wanted = 0;
    std::string text;
    std::vector<HistoryOptions> options;
    ScreenDriver driver;
};

std::string hours(std::string_view number) {
    return std::string{number} + "\u00A0h";
}

} // namespace

TEST_CASE("past hours begin with a button, and with what becomes of the file") {
    Screen screen;
    CHECK(screen.says("Nichts davon verlässt Ihren Browser."));
    CHECK(screen.says("irgendwo auf den Rechner ziehen"));
    screen.driver.activate(Role::button, "Datei wählen");
    CHECK(screen.files_wanted == 1);
    CHECK(screen.driver.try_find(Role::button, "Verwerfen") == nullptr);
}

TEST_CASE("a file that is dropped at any time shows how far it is, then its months") {
    Screen screen;
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
    CHECK(screen.needs.past == read(exported("kimai.csv")).months);
    CHECK(screen.beside("September 2025") == hours("9,25"));
    CHECK(screen.beside("Juni 2026") == hours("12"));
    CHECK(screen.beside("Summe, 9 Monate") == hours("53,25"));
    CHECK(screen.beside("Schnitt je Monat") == hours("5,9"));
    CHECK(screen.driver.find(Role::button, "Andere Datei").rect.height >= 44);
}

TEST_CASE("each tracker's export comes to its months on the screen") {
    for (std::string const name : {"kimai.csv", "toggl.csv", "harvest.csv", "clockify.csv"}) {
        CAPTURE(name);
        Screen screen;
        screen.bring(exported(name), name);
        History const history = read(exported(name));
        CHECK(screen.needs.past == history.months);
        std::int64_t total = 0;
        for (PastMonth const& month : history.months) {
            total += month.used.count;
        }
        CHECK(screen.beside("Summe, 9 Monate") == format_hours({total}, Language::german));
    }
}

TEST_CASE("months without a record are asked about, and count only where the person says so") {
    Screen screen;
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

    Screen without;
    without.bring("Date,Hours\n2026-01-05,4\n2026-02-05,2\n");
    CHECK(without.driver.try_find(Role::radio, "keine Stunden (0)") == nullptr);
    Screen one;
    one.bring("Date,Hours\n2026-01-05,4\n2026-03-05,2\n");
    CHECK(one.says("Zu einem Monat dazwischen steht nichts in der Datei."));
    CHECK(one.beside("Februar 2026") == "unbekannt");
}

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
              "Stunden, Minuten oder Sekunden", "Minuten", "Sekunden", "Februar 2026", "0:02"}}) {
        CAPTURE(row.name);
        Screen screen;
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
    Screen screen;
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

TEST_CASE("what was understood is one sentence, with what does not count beside it") {
    Screen screen;
    screen.bring("Datum;Text;Ist-Stunden\n02.03.2026;a;1,5\n27.04.2026;b;2,5\n;Summe;4\n");
    CHECK(screen.says("2 Einträge, 2. März 2026 bis 27. April 2026: Stunden aus Ist-Stunden."));
    CHECK(screen.says("Nicht gezählt: 1 Summenzeile."));
    Screen english(Language::english);
    english.bring("Date,Hours\n2026-03-02,1.5\n");
    CHECK(english.says("1 entry of 2 March 2026: hours from Hours."));
}

TEST_CASE("a file dropped while a correction is asked for is a new file") {
    Screen screen;
    screen.bring("Date,Hours\n01/02/2026,2\n");
    screen.driver.activate(Role::radio, "TT.MM.JJJJ");
    screen.begin();                             // the correction …
    screen.bring("Date,Hours\n2026-01-31,1\n"); // … never comes
    CHECK(screen.state.options == HistoryOptions{});
    CHECK_FALSE(screen.says("der Tag oder der Monat vorn"));
}

TEST_CASE("a column that was not found is asked for") {
    std::string const bytes = "Wann,Was,Wie viel\ngestern,Shop,2\nheute,Shop,3\n";
    Screen screen;
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
    Screen screen;
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

TEST_CASE("rejected rows are listed with line, reason and text") {
    std::string bytes = "Date,Hours\n2026-01-31,1\nUrlaub,1\n2026-01-30,viel\n"
                        "2026-01-29,1\n2026-01-28,1\n2026-01-27,1\n";
    Screen screen;
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
        Screen screen;
        screen.bring("Date,Hours\n2026-01-31,1\n");
        CHECK(screen.needs.past.size() == 1);
        screen.bring(row.bytes);
        CHECK(screen.says(row.said));
        CHECK(screen.needs.past.empty());
        CHECK(screen.driver.status().empty());
    }
    Screen screen;
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
    Screen screen;
    screen.bring(bytes);
    CHECK(screen.says("Ein Monat hat mehr als 1.000 Stunden."));
    CHECK(screen.needs.past.empty());
    CHECK(screen.beside("Januar 2026") == hours("1120"));
    screen.driver.activate(Role::radio, "Minuten");
    screen.correct(bytes);
    CHECK(screen.needs.past == std::vector<PastMonth>{{12 * 2026, Minutes{1'120}}});
}

TEST_CASE("a text can be pasted; a very long one is read at once") {
    Screen screen;
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
    Screen screen;
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
        Screen screen;
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
        Screen screen(Language::german, width);
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
    Screen screen(Language::english);
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
