// Whole screens as text: what a screen reader would read, in reading order.
// KONTINGENT_UPDATE_GOLDEN=1 rewrites them; read the difference before committing it.
#include "tests/languages/names.hpp"
#include "tests/ui/portal_driver.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>

namespace kontingent::ui_test {

using semantics::Role;

namespace {

void check_golden(PortalDriver const& portal, std::string const& name) {
    std::string const path = "tests/golden/screens/" + name + ".txt";
    if (std::getenv("KONTINGENT_UPDATE_GOLDEN") != nullptr) {
        std::ofstream{std::string{KONTINGENT_ROOT "/"} + path} << portal.text();
    }
    CHECK(portal.text() == read_file(path));
}

// A catalogue that speaks all languages, with kinds of work, tasks and extras.
PortalOptions in(std::string_view language, float width = 1440) {
    return {.language = *language_of_tag(language),
            .width = width,
            .catalogue = read_file("tests/golden/catalogue-four.json")};
}

// The first of the role whose name ends so.
std::string named(PortalDriver const& portal, Role role, std::string_view end) {
    for (semantics::Record const& record : portal.records()) {
        if (record.role == role && record.name.ends_with(end)) {
            return record.name;
        }
    }
    FAIL("nothing ends with " << end << " on this screen:\n" << portal.text());
    return {};
}

} // namespace

TEST_CASE("golden: the first screen, in further languages") {
    for (std::string const language : {"fr", "pl"}) {
        FakePlatform platform;
        check_golden(PortalDriver(platform, in(language)), "first-" + language);
        check_golden(PortalDriver(platform, in(language, 320)), "first-narrow-" + language);
    }
}

TEST_CASE("golden: months and a kind by hand, an opened offer, gross, in further languages") {
    struct Row {
        std::string language, by_month, december, january, kind_by_month, kind, gross, details;
    };

    Row const rows[] = {
        {"fr", "Mois par mois", "décembre\u202F: heures", "janvier\u202F: heures",
         " \u00B7 Mois par mois", "\u00B7 décembre\u202F: heures", "TTC",
         "\u202F: mois, lignes, prestations"},
        {"pl", "Miesiąc po miesiącu", "grudzień: godziny", "styczeń: godziny",
         " \u00B7 Miesiąc po miesiącu", "\u00B7 grudzień: godziny", "brutto",
         ": miesiące, pozycje, usługi"},
    };
    for (Row const& row : rows) {
        CAPTURE(row.language);
        FakePlatform platform;
        PortalDriver portal(platform, in(row.language));
        portal.activate(Role::radio, row.by_month);
        portal.type(row.december, "20:15");
        portal.type(row.january, "3");
        portal.activate(Role::radio, named(portal, Role::radio, row.kind_by_month));
        portal.type(named(portal, Role::number_field, row.kind), "2,5");
        portal.activate(Role::radio, row.gross);
        portal.activate(Role::disclosure, named(portal, Role::disclosure, row.details));
        check_golden(portal, "opened-" + row.language);
    }
}

TEST_CASE("golden: the first screen") {
    FakePlatform platform;
    check_golden(PortalDriver(platform), "first-de");
    check_golden(PortalDriver(platform, {.language = english}), "first-en");
    check_golden(PortalDriver(platform, {.width = 390}), "first-narrow-de");
}

TEST_CASE("golden: months by hand, an opened offer with its lines, gross prices") {
    for (Language const language : {german, english}) {
        bool const is_german = language == german;
        FakePlatform platform;
        PortalDriver portal(platform, {.language = language});
        portal.activate(Role::radio, is_german ? "Monat für Monat" : "Month by month");
        portal.type(is_german ? "Dezember: Stunden" : "December: hours", "20:15");
        portal.type(is_german ? "Januar: Stunden" : "January: hours", "3");
        portal.activate(Role::radio, is_german ? "brutto" : "gross");
        portal.activate(Role::disclosure, is_german
                                              ? "Standard · 12 Monate: Monate, Posten, Leistungen"
                                              : "Standard · 12 months: months, lines, services");
        for (semantics::Record const& record : portal.records()) {
            if (record.role == Role::disclosure &&
                record.name.find(is_german ? "Posten" : "lines") != 0 &&
                record.name.find(is_german ? "Alle " : "All ") == 0) {
                portal.activate(Role::disclosure, std::string{record.name});
                break;
            }
        }
        check_golden(portal, is_german ? "opened-de" : "opened-en");
    }
}

TEST_CASE("golden: all terms, no hours at all, an error in a field") {
    FakePlatform platform;
    PortalDriver portal(platform);
    portal.activate(Role::checkbox, "Alle Laufzeiten zeigen");
    portal.type("Stunden pro Monat", "0");
    check_golden(portal, "nothing-de");
    portal.type("Stunden pro Monat", "zwölf");
    check_golden(portal, "error-de");
}

} // namespace kontingent::ui_test
