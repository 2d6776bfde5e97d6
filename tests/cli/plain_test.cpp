#include "cli/text/plain.hpp"
#include "cli/text/table.hpp"
#include "cli/text/wording.hpp"
#include "tests/languages/names.hpp"

#include <doctest/doctest.h>

using namespace kontingent;
using namespace kontingent::cli;

TEST_CASE("plain text has ordinary spaces and no control characters") {
    struct Row {
        char const* name;
        std::string_view text, plain;
    };

    Row const rows[] = {
        {"ordinary", "Zürich – 12,5 €", "Zürich – 12,5 €"},
        {"no-break space", "12\u00A0€", "12 €"},
        {"narrow no-break space", "12\u202F€", "12 €"},
        {"line break and tab", "a\nb\tc", "a b c"},
        {"escape", "\x1b[31m", " [31m"},
        {"delete", "a\x7F", "a "},
        {"C1 control character", "a\u009Bb", "a b"},
        {"letters that begin like it", "\u00A9\u00E4", "\u00A9\u00E4"},
        {"cut off at the end", "a\xC2", "a\xC2"},
        {"empty", "", ""},
    };
    for (Row const& row : rows) {
        CAPTURE(row.name);
        CHECK(plain(row.text) == row.plain);
    }
}

TEST_CASE("numbers in plain text") {
    CHECK(money_text(Money{123'456}, "EUR", german) == "1.234,56 €");
    CHECK(money_text(Money{123'456}, "EUR", english) == "€1,234.56");
    CHECK(hours_text(Minutes{750}, german) == "12,5 h");
    CHECK(percent_text(BasisPoints{1'900}, german) == "19 %");
    CHECK(percent_text(BasisPoints{1'900}, english) == "19%");
}

TEST_CASE("a table aligns by characters, not bytes") {
    Table table({Align::left, Align::right});
    table.add_row({"Größe", "€"});
    table.add_rule();
    table.add_row({"a heading that is longer than its column"});
    table.add_row({"x", "1.000,00 €"});
    CHECK(table.text() == "Größe           €\n"
                          "-----------------\n"
                          "a heading that is longer than its column\n"
                          "x      1.000,00 €\n");
}

TEST_CASE("an empty table, and rows of other lengths") {
    CHECK(Table({}).text().empty());
    Table table({Align::right, Align::left});
    table.add_row({"1", "a", "dropped"});
    table.add_row({});
    CHECK(table.text() == "1  a\n\n");
}

TEST_CASE("words are filled in order, and counted") {
    CHECK(filled("{0} und {1}", {"a", "{0}"}) == "a und {0}");
    CHECK(filled("{1} und {0}", {"a", "b"}) == "b und a");
    CHECK(filled("nothing", {"a"}) == "nothing");
    Wording const& words = wording(german);
    CHECK(counted(words.months, 1, german) == "1 Monat");
    CHECK(counted(words.months, 12, german) == "12 Monate");
    CHECK(counted(words.months, 0, german) == "0 Monate");
}
