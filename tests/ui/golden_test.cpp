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

} // namespace

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
