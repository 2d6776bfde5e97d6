// The calculator as a person uses it: controls are found by role and name, driven by events, and
// the result is read from the records. Prices are compared with core's own comparison.
#include "core/base/format.hpp"
#include "core/pricing/comparison.hpp"
#include "tests/languages/names.hpp"
#include "tests/ui/portal_driver.hpp"

#include <doctest/doctest.h>

#include <algorithm>

namespace kontingent::ui_test {

using semantics::Record;
using semantics::Role;

namespace {

Catalogue sample() {
    auto catalogue = parse_catalogue(read_file("site/catalogue/catalogue.json"));
    REQUIRE(catalogue.has_value());
    return *catalogue;
}

// The best offer's yearly net total, from core alone.
std::string best_total(std::vector<Minutes> const& usage, std::int32_t term_months) {
    Catalogue const catalogue = sample();
    auto const comparison = compare(catalogue, usage, Vat::domestic);
    REQUIRE(comparison.has_value());
    auto const best = std::ranges::find_if(comparison->offers, [&](ComparedOffer const& offer) {
        return !catalogue.offers[offer.id.offer_index].is_package() ||
               offer.id.term_months == term_months;
    });
    return format_money(best->quote.net, catalogue.currency, german);
}

std::vector<Minutes> constant(std::int64_t minutes) {
    return std::vector<Minutes>(12, Minutes{minutes});
}

bool announces(PortalDriver const& portal, std::string const& words) {
    return portal.status().find(words) != std::string::npos;
}

constexpr std::string_view hours_field = "Stunden pro Monat";
constexpr std::string_view hours_slider = "Stunden pro Monat, Regler";

} // namespace

TEST_CASE("the first screen answers with twelve hours a month and the longest term") {
    FakePlatform platform;
    PortalDriver const portal(platform);
    CHECK(portal.find(Role::number_field, hours_field).value == "12");
    CHECK(portal.find(Role::radio, "12 Monate").is_checked);
    CHECK(announces(portal, best_total(constant(720), 12)));
}

TEST_CASE("hours are taken as people type them") {
    struct Row {
        char const* typed;
        std::int64_t minutes;
    };

    for (Row const& row : {Row{"12,5", 750}, Row{"12.5", 750}, Row{"12:30", 750}, Row{"0", 0},
                           Row{" 40 h ", 2400}, Row{"1000", 60'000}}) {
        CAPTURE(row.typed);
        FakePlatform platform;
        PortalDriver portal(platform);
        portal.type(hours_field, row.typed);
        CHECK(announces(portal, best_total(constant(row.minutes), 12)));
        Record const& field = portal.find(Role::number_field, hours_field);
        CHECK(field.value == row.typed);
        CHECK_FALSE(field.is_invalid);
    }
}

TEST_CASE("after editing, a field formats its value in the page's language") {
    FakePlatform platform;
    PortalDriver portal(platform);
    portal.type(hours_field, "12:30");
    portal.push(ui::Blurred{portal.find(Role::number_field, hours_field).id});
    portal.settle();
    CHECK(portal.find(Role::number_field, hours_field).value == "12,5");
}

TEST_CASE("an invalid text shows an error at its field and keeps the text and the last price") {
    struct Row {
        char const* typed;
        char const* said;
    };

    for (Row const& row :
         {Row{"", "Bitte geben Sie Stunden ein"}, Row{"viel", "keine Stundenzahl"},
          Row{"12:75", "keine Stundenzahl"}, Row{"-3", "0 bis"}, Row{"1000,1", "0 bis"},
          Row{"1.500", "Gelesen als 1500\u00A0h. Für 1,5\u00A0h bitte"}}) {
        CAPTURE(row.typed);
        FakePlatform platform;
        PortalDriver portal(platform);
        std::string const before = portal.status();
        portal.type(hours_field, row.typed);
        Record const& field = portal.find(Role::number_field, hours_field);
        CHECK(field.value == row.typed);
        CHECK(field.is_invalid);
        CHECK(field.description.find(row.said) != std::string::npos);
        CHECK(portal.status() == before);
        CHECK(portal.text().find("alert") != std::string::npos);
    }
}

TEST_CASE("a number that another language reads differently says how it was understood") {
    FakePlatform platform;
    PortalDriver portal(platform);
    portal.type(hours_field, "1,250");
    Record const& field = portal.find(Role::number_field, hours_field);
    CHECK_FALSE(field.is_invalid);
    CHECK(field.description == "Gelesen als 1,25\u00A0h. Für 1250\u00A0h bitte genau so eingeben.");
    CHECK(portal.text().find(field.description) != std::string::npos);
    CHECK(portal.text().find("alert") == std::string::npos);

    portal.type(hours_field, "12,50");
    CHECK(portal.find(Role::number_field, hours_field).description.empty());
}

TEST_CASE("the slider moves in half hours and stays in its range") {
    FakePlatform platform;
    PortalDriver portal(platform);
    std::int64_t const maximum = portal.find(Role::slider, hours_slider).range->maximum;
    for (std::int64_t const value : {std::int64_t{0}, std::int64_t{30}, maximum}) {
        portal.set(hours_slider, value);
        CHECK(portal.find(Role::slider, hours_slider).range->now == value);
        CHECK(announces(portal, best_total(constant(value), 12)));
    }
    portal.set(hours_slider, maximum + 1);
    CHECK(portal.find(Role::slider, hours_slider).range->now == maximum);
}

TEST_CASE("each month has its own bar and field") {
    FakePlatform platform;
    PortalDriver portal(platform);
    portal.activate(Role::radio, "Monat für Monat");
    std::vector<Minutes> usage = constant(720);
    // The forecast begins with the month after today's.
    portal.type("Dezember: Stunden", "30");
    usage.front() = {1800};
    portal.set("November: Regler", 120);
    usage.back() = {120};
    CHECK(announces(portal, best_total(usage, 12)));
}

TEST_CASE("term and price view change what is compared and shown") {
    FakePlatform platform;
    PortalDriver portal(platform);
    portal.activate(Role::radio, "1 Monat");
    CHECK(announces(portal, best_total(constant(720), 1)));
    portal.activate(Role::radio, "brutto");
    CHECK(announces(portal, "brutto"));
    Catalogue const catalogue = sample();
    portal.activate(Role::radio, "12 Monate");
    portal.activate(Role::checkbox, "Alle Laufzeiten zeigen");
    std::size_t offers = 0;
    for (Offer const& package : catalogue.offers) {
        for (Term const& term : catalogue.terms) {
            std::string const months =
                std::to_string(term.months) + (term.months == 1 ? " Monat" : " Monate");
            offers +=
                portal.try_find(Role::disclosure, package.name.in(german) + " · " + months +
                                                      ": Monate, Posten, Leistungen") != nullptr
                    ? 1U
                    : 0U;
        }
    }
    CHECK(offers == catalogue.package_count() * catalogue.terms.size());
}

TEST_CASE("an offer opens to its months, and further to its lines") {
    FakePlatform platform;
    PortalDriver portal(platform);
    std::string const name = "Standard · 12 Monate: Monate, Posten, Leistungen";
    CHECK(portal.find(Role::disclosure, name).is_expanded == false);
    portal.activate(Role::disclosure, name);
    CHECK(portal.find(Role::disclosure, name).is_expanded == true);
    CHECK(portal.try_find(Role::table, "Monat für Monat") != nullptr);
    CHECK(portal.try_find(Role::table, "Alle Posten") == nullptr);

    Catalogue const catalogue = sample();
    auto const quote = make_quote(catalogue, Scenario{.usage = constant(720),
                                                      .package_id = "standard",
                                                      .term_months = 12,
                                                      .pooling = BestPooling{},
                                                      .vat = Vat::domestic});
    REQUIRE(quote.has_value());
    portal.activate(Role::disclosure, "Alle Posten (" + std::to_string(quote->lines.size()) + ")");
    CHECK(portal.try_find(Role::table, "Alle Posten") != nullptr);
    for (Line const& line : quote->lines) {
        CHECK(portal.try_find(Role::cell, format_money(line.net, catalogue.currency, german)) !=
              nullptr);
    }
    portal.activate(Role::disclosure, name);
    CHECK(portal.try_find(Role::table, "Monat für Monat") == nullptr);
}

TEST_CASE("a click of the mouse does what an event of the mirror does") {
    FakePlatform by_mouse_platform;
    PortalDriver by_mouse(by_mouse_platform);
    by_mouse.click(Role::radio, "6 Monate");
    by_mouse.click(Role::button, "Zusammenfassung kopieren");
    FakePlatform by_mirror_platform;
    PortalDriver by_mirror(by_mirror_platform);
    by_mirror.activate(Role::radio, "6 Monate");
    by_mirror.activate(Role::button, "Zusammenfassung kopieren");
    CHECK(by_mouse.text() == by_mirror.text());
    CHECK(by_mouse_platform.copied == by_mirror_platform.copied);
    CHECK(by_mouse_platform.copied.find("brutto") != std::string::npos);
}

TEST_CASE("what became of copying is said, once more when it is done once more") {
    FakePlatform platform;
    PortalDriver portal(platform);
    portal.activate(Role::button, "Link kopieren");
    CHECK(portal.status().find("kopiert") == std::string::npos);

    auto const heard_after = [&portal](bool is_copied) {
        portal.report_copied(is_copied);
        portal.settle();
        return portal.status();
    };
    std::string const once = heard_after(true);
    CHECK(once.find("In die Zwischenablage kopiert.") != std::string::npos);
    CHECK(heard_after(true) != once);
    CHECK(heard_after(true) == once);
    std::string const failed = heard_after(false);
    CHECK(failed.find("Ihr Browser erlaubt das Kopieren nicht.") != std::string::npos);
    CHECK(failed.find("kopiert.") == std::string::npos);
}

TEST_CASE("no status is empty, and no region or list has the name of a heading") {
    for (float const width : {320.0F, 1440.0F}) {
        CAPTURE(width);
        FakePlatform platform;
        PortalDriver const portal(platform, {.width = width});
        for (Record const& record : portal.records()) {
            CAPTURE(record.name);
            CHECK((record.role != Role::status || !record.value.empty()));
            bool const is_named =
                (record.role == Role::region || record.role == Role::list) && !record.name.empty();
            CHECK((!is_named || portal.try_find(Role::heading, record.name) == nullptr));
        }
    }
}

TEST_CASE("the form says what its asterisk means, and links to the privacy notice") {
    FakePlatform platform;
    PortalDriver const portal(platform);
    Record const& note = portal.find(Role::text, "* Pflichtfeld");
    CHECK(&note < &portal.find(Role::text_field, "Name"));
    Record const& link = portal.find(Role::link, "Datenschutz");
    CHECK(link.value == "#privacy");
    auto const is_consent = [](Record const& record) {
        return record.role == Role::checkbox && record.is_required;
    };
    auto const consent = std::ranges::find_if(portal.records(), is_consent);
    CHECK(&link > &*consent);
}

TEST_CASE("an offer's heading precedes the button that opens it") {
    FakePlatform platform;
    PortalDriver const portal(platform);
    Record const& list = portal.find(Role::list, "Angebote");
    int headings = 0;
    Record const* last = nullptr;
    for (Record const& record : portal.records()) {
        last = record.role == Role::heading && record.level == 3 ? &record : last;
        if (record.role == Role::disclosure && &record > &list) {
            REQUIRE(last != nullptr);
            CHECK(record.name.starts_with(last->name));
            ++headings;
        }
    }
    CHECK(headings == 5);
}

TEST_CASE("a reload and a change of language keep the input") {
    FakePlatform platform;
    {
        PortalDriver portal(platform);
        portal.type(hours_field, "7,5");
        portal.activate(Role::radio, "6 Monate");
    }
    PortalDriver const portal(platform, {.language = english});
    CHECK(portal.find(Role::number_field, "Hours per month").value == "7.5");
    CHECK(portal.find(Role::radio, "6 months").is_checked);
}

TEST_CASE("damaged storage starts with initial needs") {
    for (char const* text : {"x", "k1", "k1AAAA", "1;e;12;n;720;1;2;3"}) {
        CAPTURE(text);
        FakePlatform platform;
        platform.stored["needs"] = text;
        PortalDriver const portal(platform);
        CHECK(portal.find(Role::number_field, hours_field).value == "12");
        CHECK(portal.find(Role::radio, "Im Durchschnitt").is_checked);
    }
}

TEST_CASE("no frame without an event, and one frame for one event") {
    FakePlatform platform;
    PortalDriver portal(platform);
    ui::FrameResult const idle = portal.frame();
    CHECK_FALSE(idle.wants_another_frame);
    CHECK_FALSE(idle.records_changed);

    int const before = portal.frames;
    portal.activate(Role::disclosure, "Standard · 12 Monate: Monate, Posten, Leistungen");
    CHECK(portal.frames == before + 1);
}

TEST_CASE("easing takes at most 150 ms, and none where motion is reduced") {
    FakePlatform platform;
    PortalDriver portal(platform);
    int const before = portal.frames;
    portal.type(hours_field, "3");
    CHECK(portal.frames - before > 2);
    CHECK(portal.frames - before <= 11);

    portal.viewport.motion = ui::Motion::reduced;
    int const reduced = portal.frames;
    portal.type(hours_field, "30");
    CHECK(portal.frames - reduced <= 2);
}

TEST_CASE("a narrow screen keeps the answer in a bar until the answer itself is in view") {
    FakePlatform platform;
    PortalDriver portal(platform, {.width = 390});
    Record const& track = portal.find(Role::track, "bottom");
    Record const& answer = portal.find(Role::heading, "Unsere Empfehlung");
    CHECK(track.rect.y + track.rect.height > answer.rect.y + 84);
    CHECK(track.rect.y + track.rect.height < portal.find(Role::button, "Link kopieren").rect.y);
    // Before all the needs, and it takes the focus along.
    Record const& show = portal.find(Role::button, "Ansehen");
    CHECK(&show < &portal.find(Role::heading, "Ihr Bedarf"));
    semantics::Id const wanted = answer.id;
    portal.push(ui::Activated{show.id});
    CHECK(portal.frame().wants_focus == wanted);

    FakePlatform wide_platform;
    PortalDriver const wide(wide_platform, {.width = 1440});
    CHECK(wide.try_find(Role::track, "bottom") == nullptr);
    CHECK(wide.find(Role::track, "top").rect.height > wide.find(Role::layer, "top").rect.height);
}

TEST_CASE("the request button leads to the form") {
    FakePlatform platform;
    PortalDriver portal(platform);
    portal.push(ui::Activated{portal.find(Role::button, "Zum Anfrageformular").id});
    semantics::Id focused = semantics::no_id;
    do {
        portal.frame();
        focused = portal.last.wants_focus == semantics::no_id ? focused : portal.last.wants_focus;
    } while (portal.last.wants_another_frame);
    auto const record = std::ranges::find(portal.records(), focused, &Record::id);
    REQUIRE(record != portal.records().end());
    auto const form = std::ranges::find(portal.records(), Role::form, &Record::role);
    CHECK(form < record);
    CHECK(record->rect.y > portal.find(Role::heading, "Unsere Empfehlung").rect.y);
}

TEST_CASE("an invalid catalogue shows every error with its place") {
    FakePlatform platform;
    PortalDriver const portal(platform, {.catalogue = R"({"format": 1,
  "surprise": true})"});
    CHECK(portal.try_find(Role::alert, "Der Preiskatalog enthält Fehler") != nullptr);
    CHECK(portal.text().find("2:3: unknown_member /surprise") != std::string::npos);
    CHECK(portal.text().find("missing_member") != std::string::npos);
}

} // namespace kontingent::ui_test
