// Needs from incidents as a person uses them: found by role and name, compared with core.
#include "core/advice/forecast.hpp"
#include "core/catalogue/catalogue.hpp"
#include "tests/languages/names.hpp"
#include "tests/ui/portal_driver.hpp"
#include "tests/ui/screen_driver.hpp"
#include "ui/screens/needs/needs_incidents.hpp"

#include <doctest/doctest.h>

namespace kontingent::ui_test {

using semantics::Record;
using semantics::Role;

namespace {

Catalogue sample() {
    auto catalogue = parse_catalogue(read_file("site/catalogue/catalogue.json"));
    REQUIRE(catalogue.has_value());
    return *catalogue;
}

struct Screen {
    explicit Screen(Language language = german, float width = 328)
        : driver(
              [this](ui::Frame& frame, float room) {
                  return ui::draw_incidents(frame, shop, needs, edits, 0, 0, room);
              },
              language, width) {
        needs.way = NeedsWay::incidents;
        needs.incidents = ui::initial_incidents(catalogue);
        driver.settle();
    }

    Catalogue catalogue = sample();
    ui::Shop shop{catalogue, 0};
    Needs needs;
    ui::IncidentEdits edits;
    ScreenDriver driver;
};

constexpr std::string_view second = "Ebene 2: Teilausfall: ";

std::string of_second(std::string_view what) {
    return std::string{second} + std::string{what};
}

} // namespace

TEST_CASE("incidents start with an example of the catalogue's typical efforts") {
    Screen const screen;
    for (std::size_t index = 0; index < 4; ++index) {
        CHECK(screen.needs.incidents[index].effort ==
              screen.catalogue.levels[index].typical_effort);
    }
    CHECK(screen.driver.find(Role::number_field, of_second("Fälle pro Monat")).value == "0,5");
    CHECK(screen.driver.find(Role::number_field, of_second("Stunden je Fall")).value == "3");
    // 0.5 * 3 h + 1 * 2 h + 2 * 1.5 h
    CHECK(screen.driver.status() == "Das macht zusammen im Mittel 6,5\u00A0h pro Monat.");
}

TEST_CASE("incidents are counted in tenths, as people type them") {
    struct Row {
        char const* typed;
        std::int32_t tenths;
    };

    for (Row const& row : {Row{"0", 0}, Row{"0,1", 1}, Row{"0.5", 5}, Row{"2", 20}, Row{"0,25", 3},
                           Row{",5", 5}, Row{" 99,9 ", 999}, Row{"100", 1'000}}) {
        CAPTURE(row.typed);
        Screen screen;
        screen.driver.type(Role::number_field, of_second("Fälle pro Monat"), row.typed);
        CHECK(screen.needs.incidents[1].tenths_a_month == row.tenths);
        CHECK_FALSE(
            screen.driver.find(Role::number_field, of_second("Fälle pro Monat")).is_invalid);
    }
}

TEST_CASE("an invalid count shows an error at its field and changes nothing") {
    struct Row {
        char const* typed;
        char const* said;
    };

    for (Row const& row :
         {Row{"", "Bitte geben Sie eine Anzahl ein"}, Row{"oft", "keine Anzahl"},
          Row{"1:30", "keine Anzahl"}, Row{"2 h", "keine Anzahl"}, Row{"1,2,3", "keine Anzahl"},
          Row{"1.000,5", "0 bis 100."}, Row{"-1", "0 bis 100."}, Row{"100,1", "0 bis 100."}}) {
        CAPTURE(row.typed);
        Screen screen;
        Needs const before = screen.needs;
        std::string const name = of_second("Fälle pro Monat");
        screen.driver.type(Role::number_field, name, row.typed);
        CHECK(screen.needs == before);
        Record const& field = screen.driver.find(Role::number_field, name);
        CHECK(field.is_invalid);
        CHECK(field.value == row.typed);
        CHECK(field.description.find(row.said) != std::string::npos);
        CHECK(screen.driver.text().find("alert") != std::string::npos);
    }
}

TEST_CASE("efforts are hours up to core's limit") {
    std::string const name = of_second("Stunden je Fall");
    Screen screen;
    screen.driver.type(Role::number_field, name, "1:20");
    CHECK(screen.needs.incidents[1].effort == Minutes{80});
    screen.driver.type(Role::number_field, name, "100");
    CHECK(screen.needs.incidents[1].effort == incident_effort_max);
    screen.driver.type(Role::number_field, name, "100,1");
    CHECK(screen.needs.incidents[1].effort == incident_effort_max);
    CHECK(screen.driver.find(Role::number_field, name).description ==
          "Möglich sind 0 bis 100\u00A0h.");
    CHECK(screen.needs.incidents[0].effort == screen.catalogue.levels[0].typical_effort);
}

TEST_CASE("buttons step to the next half and stay in the range") {
    Screen screen;
    std::string const more = of_second("mehr Fälle");
    std::string const less = of_second("weniger Fälle");
    std::int32_t& tenths = screen.needs.incidents[1].tenths_a_month;

    struct Row {
        std::int32_t from;
        bool is_more;
        std::int32_t to;
    };

    for (Row const& row : {Row{0, true, 5}, Row{5, true, 10}, Row{3, true, 5}, Row{7, false, 5},
                           Row{5, false, 0}, Row{0, false, 0}, Row{1'000, true, 1'000},
                           Row{996, true, 1'000}, Row{1'000, false, 995}}) {
        CAPTURE(row.from);
        CAPTURE(row.is_more);
        tenths = row.from;
        screen.driver.activate(Role::button, row.is_more ? more : less);
        CHECK(tenths == row.to);
    }
    // The button replaces what was being typed.
    screen.driver.type(Role::number_field, of_second("Fälle pro Monat"), "oft");
    screen.driver.activate(Role::button, more);
    CHECK(screen.driver.find(Role::number_field, of_second("Fälle pro Monat")).value == "100");
}

TEST_CASE("the average shown for incidents is core's") {
    Screen screen;
    for (Incidents& incidents : screen.needs.incidents) {
        incidents = {7, Minutes{95}};
    }
    screen.driver.settle();
    CHECK(incidents_average(screen.needs) == Minutes{266});
    CHECK(screen.driver.status() == "Das macht zusammen im Mittel 4:26\u00A0h pro Monat.");
}

TEST_CASE("incidents fit from a small phone to a wide card, and targets are large enough") {
    for (float const width : {256.0F, 328.0F, 479.0F, 480.0F, 800.0F}) {
        CAPTURE(width);
        Screen const screen(german, width);
        for (Record const& record : screen.driver.records) {
            CAPTURE(record.name);
            CHECK(record.rect.x >= -0.5F);
            CHECK(record.rect.x + record.rect.width <= width + 0.5F);
            CHECK((!record.look || record.look->size >= 14));
            if (record.role == Role::button || record.role == Role::number_field) {
                CHECK(record.rect.width >= 44);
                CHECK(record.rect.height >= 44);
            }
        }
    }
}

} // namespace kontingent::ui_test
