// What a visitor enters beyond plain hours: season, certainty, requirements, and the link that
// carries all of it. Figures are compared with core.
#include "core/advice/recommendation.hpp"
#include "core/base/format.hpp"
#include "core/link/link.hpp"
#include "tests/languages/names.hpp"
#include "tests/ui/portal_driver.hpp"

#include <doctest/doctest.h>

#include <algorithm>

namespace kontingent::ui_test {

using semantics::Record;
using semantics::Role;

namespace {

constexpr std::int32_t december = 12 * 2026 + 11;
constexpr std::string_view hours_field = "Stunden pro Monat";

Catalogue sample() {
    auto catalogue = parse_catalogue(read_file("site/catalogue/catalogue.json"));
    REQUIRE(catalogue.has_value());
    return *catalogue;
}

Needs first_needs(Catalogue const& catalogue) {
    Needs needs;
    needs.average = Minutes{720};
    for (SupportLevel const& level : catalogue.levels) {
        needs.incidents.push_back({.tenths_a_month = 0, .effort = level.typical_effort});
    }
    return needs;
}

// Core's own answer: the recommended offer as ranked.
RankedOffer best_of(Catalogue const& catalogue, Needs const& needs) {
    Forecast const forecast = forecast_of(needs, catalogue, december % 12);
    auto trials = Trials::of(catalogue, forecast);
    REQUIRE(trials.has_value());
    bool const is_uncertain = needs.certainty != Certainty::exact;
    if (is_uncertain) {
        trials->run_all();
    }
    auto const found =
        recommend(catalogue, forecast, needs.requirements, is_uncertain ? &*trials : nullptr);
    REQUIRE(found.has_value());
    REQUIRE_FALSE(found->ranked.empty());
    return found->ranked_offers[found->ranked.front()];
}

std::string words_of(Catalogue const& catalogue, Money money) {
    return format_money(money, catalogue.currency, german);
}

bool has_text(PortalDriver const& portal, std::string const& words) {
    return portal.text().find(words) != std::string::npos;
}

// The portal's latest link, read by core.
Link link_of(FakePlatform const& platform, Catalogue const& catalogue) {
    REQUIRE_FALSE(platform.links.empty());
    auto link = read_link(platform.links.back().first, catalogue);
    REQUIRE(link.has_value());
    return *link;
}

} // namespace

TEST_CASE("a season spreads the hours and names the busiest and the quietest month") {
    Catalogue const catalogue = sample();
    for (NamedSeason const& season : catalogue.seasons) {
        CAPTURE(season.id);
        FakePlatform platform;
        PortalDriver portal(platform);
        std::string const name = season.name.in(german);
        if (!portal.find(Role::radio, name).is_checked) {
            portal.activate(Role::radio, name);
        }
        CHECK(portal.find(Role::radio, name).is_checked);
        Needs needs = first_needs(catalogue);
        needs.season = season.weights;
        CHECK(portal.status().find(words_of(catalogue, best_of(catalogue, needs).net)) !=
              std::string::npos);
        CHECK(has_text(portal, "Am meisten im") == (season.weights != even_season));
    }
}

TEST_CASE("an own season has a bar for each month, in the forecast's order") {
    Catalogue const catalogue = sample();
    FakePlatform platform;
    PortalDriver portal(platform);
    portal.activate(Role::radio, "Eigene");
    portal.set("Dezember: Gewicht", 300);
    portal.set("November: Gewicht", 0);
    Needs needs = first_needs(catalogue);
    needs.season[11] = 300;
    needs.season[10] = 0;
    CHECK(link_of(platform, catalogue).needs.season == needs.season);
    CHECK(portal.status().find(words_of(catalogue, best_of(catalogue, needs).net)) !=
          std::string::npos);
    CHECK(has_text(portal, "am wenigsten im November (" + format_hours(Minutes{0}, german) + ")"));

    // The last weight above zero stays.
    char const* const months[] = {"Dezember", "Januar", "Februar", "März",   "April",
                                  "Mai",      "Juni",   "Juli",    "August", "September"};
    for (char const* const month : months) {
        portal.set(std::string{month} + ": Gewicht", 0);
    }
    portal.set("Oktober: Gewicht", 0);
    CHECK(portal.find(Role::slider, "Oktober: Gewicht").range->now == 100);
}

TEST_CASE("uncertain needs are answered by expected cost, with the chance of the answer") {
    Catalogue const catalogue = sample();

    struct Row {
        char const* choice;
        Certainty certainty;
    };

    for (Row const& row : {Row{"± 25 %", Certainty::quarter}, Row{"± 50 %", Certainty::half}}) {
        CAPTURE(row.choice);
        FakePlatform platform;
        PortalDriver portal(platform);
        portal.activate(Role::radio, row.choice);
        Needs needs = first_needs(catalogue);
        needs.certainty = row.certainty;
        RankedOffer const best = best_of(catalogue, needs);
        REQUIRE(catalogue.offers[best.offer.offer_index].is_package());
        CHECK(portal.status().find(catalogue.offers[best.offer.offer_index].name.in(german)) !=
              std::string::npos);
        CHECK(has_text(portal, "In " + format_percent(best.cheapest_chance, german) +
                                   " von 20.000 durchgerechneten"));
    }
}

TEST_CASE("an own range starts around the average and can be typed") {
    Catalogue const catalogue = sample();
    FakePlatform platform;
    PortalDriver portal(platform);
    portal.activate(Role::radio, "Eigene Spanne");
    CHECK(portal.find(Role::number_field, "Mindestens").value == "6");
    CHECK(portal.find(Role::number_field, "Höchstens").value == "18");
    portal.type("Höchstens", "40");
    Needs needs = first_needs(catalogue);
    needs.certainty = Certainty::own;
    needs.low = Minutes{360};
    needs.high = Minutes{2400};
    CHECK(link_of(platform, catalogue).needs == needs);
    RankedOffer const best = best_of(catalogue, needs);
    REQUIRE(catalogue.offers[best.offer.offer_index].is_package());
    CHECK(portal.status().find(catalogue.offers[best.offer.offer_index].name.in(german)) !=
          std::string::npos);
    portal.type("Mindestens", "viel");
    CHECK(portal.find(Role::number_field, "Mindestens").is_invalid);
}

TEST_CASE("requirements exclude offers, and each excluded offer says why") {
    Catalogue const catalogue = sample();
    FakePlatform platform;
    PortalDriver portal(platform);
    portal.activate(Role::disclosure, "Anforderungen: keine");
    portal.activate(Role::checkbox, "Entwicklung");
    CHECK(portal.find(Role::disclosure, "Anforderungen: 1").is_expanded == true);

    auto const service = std::ranges::find_if(
        catalogue.services, [](Service const& each) { return each.id == "development"; });
    auto const index = static_cast<std::size_t>(service - catalogue.services.begin());
    Needs needs = first_needs(catalogue);
    needs.requirements.services.push_back(index);
    CHECK(link_of(platform, catalogue).needs.requirements == needs.requirements);
    std::size_t excluded = 0;
    for (Offer const& package : catalogue.offers) {
        bool const has_service =
            std::ranges::find(package.services, index) != package.services.end();
        excluded += has_service ? 0U : 1U;
    }
    REQUIRE(excluded > 0);
    std::string const words = portal.text();
    std::size_t excluded_rows = 0;
    for (std::size_t at = words.find("ohne Entwicklung"); at != std::string::npos;
         at = words.find("ohne Entwicklung", at + 1)) {
        ++excluded_rows;
    }
    CHECK(excluded_rows >= excluded);
    CHECK(portal.status().find(words_of(catalogue, best_of(catalogue, needs).net)) !=
          std::string::npos);
    portal.activate(Role::checkbox, "Entwicklung");
    CHECK_FALSE(has_text(portal, "Passt nicht"));
}

TEST_CASE("a required response is chosen by level from the promises of the offers") {
    Catalogue const catalogue = sample();
    FakePlatform platform;
    PortalDriver portal(platform);
    portal.activate(Role::disclosure, "Anforderungen: keine");
    portal.activate(Role::radio, "1 Stunde, rund um die Uhr");
    Needs needs = first_needs(catalogue);
    needs.requirements.responses.push_back({1, Minutes{60}, SupportHours::always});
    CHECK(link_of(platform, catalogue).needs.requirements == needs.requirements);
    CHECK(has_text(portal, "Ebene 1: höchstens 1 Stunde, rund um die Uhr"));
    std::size_t excluded = 0;
    std::size_t excluded_rows = 0;
    for (Offer const& package : catalogue.offers) {
        if (!meets(package.responses[0], needs.requirements.responses[0])) {
            ++excluded;
        }
    }
    std::string const words = portal.text();
    for (std::size_t at = words.find("Reaktionszeit auf Ebene 1:"); at != std::string::npos;
         at = words.find("Reaktionszeit auf Ebene 1:", at + 1)) {
        ++excluded_rows;
    }
    CHECK(excluded_rows == excluded);
    portal.activate(Role::radio, "Egal");
    CHECK(link_of(platform, catalogue).needs.requirements == Requirements{});
}

TEST_CASE("where no offer meets the requirements, a message offers to remove them") {
    FakePlatform platform;
    std::string catalogue = read_file("site/catalogue/catalogue.json");
    // A service that no offer includes.
    std::string const mark = R"("services": [
    {)";
    std::size_t const at = catalogue.find(mark);
    REQUIRE(at != std::string::npos);
    catalogue.insert(at + mark.size() - 1,
                     R"({"id": "magic", "name": {"de": "Zauberei", "en": "Magic"},
                         "description": {"de": "x", "en": "x"}}, )");
    PortalDriver portal(platform, {.catalogue = catalogue});
    portal.activate(Role::disclosure, "Anforderungen: keine");
    portal.activate(Role::checkbox, "Zauberei");
    CHECK(portal.try_find(Role::heading, "Kein Angebot erfüllt alle Anforderungen") != nullptr);
    CHECK(portal.try_find(Role::text, "Empfohlen") == nullptr);
    portal.activate(Role::button, "Anforderungen aufheben");
    CHECK(portal.try_find(Role::heading, "Kein Angebot erfüllt alle Anforderungen") == nullptr);
    CHECK(portal.try_find(Role::text, "Empfohlen") != nullptr);
}

TEST_CASE("a link carries the whole input, with the same total") {
    Catalogue const catalogue = sample();
    FakePlatform sender;
    std::string total;
    {
        PortalDriver portal(sender);
        portal.type(hours_field, "17,25");
        portal.activate(Role::radio, "Weihnachtsgeschäft");
        portal.activate(Role::radio, "± 25 %");
        portal.activate(Role::radio, "6 Monate");
        portal.activate(Role::radio, "brutto");
        portal.activate(Role::button, "Link kopieren");
        total = portal.status();
    }
    REQUIRE_FALSE(sender.copied_link.empty());
    FakePlatform receiver;
    PortalDriver portal(receiver);
    portal.push(ui::LinkOpened{sender.copied_link});
    portal.settle();
    CHECK(total.find(portal.status()) != std::string::npos);
    CHECK(portal.find(Role::number_field, hours_field).value == "17,25");
    for (char const* name : {"Weihnachtsgeschäft", "± 25 %", "6 Monate", "brutto"}) {
        CAPTURE(name);
        CHECK(portal.find(Role::radio, name).is_checked);
    }
    // Opening a link adds no step to the browser's history.
    for (auto const& [fragment, step] : receiver.links) {
        CHECK(step == ui::LinkStep::opened);
    }
    portal.activate(Role::radio, "netto");
    CHECK(receiver.links.back().second == ui::LinkStep::changed);
}

TEST_CASE("a link of another edition shows the old and the new total") {
    Catalogue catalogue = sample();
    Needs const needs = first_needs(catalogue);
    RankedOffer const best = best_of(catalogue, needs);
    catalogue.id = "older";
    std::string const fragment =
        kontingent::link_of(needs, december,
                            QuotedOffer{catalogue.offers[best.offer.offer_index].id,
                                        best.offer.term_months, Money{123'456}},
                            catalogue);
    FakePlatform platform;
    PortalDriver portal(platform);
    portal.push(ui::LinkOpened{fragment});
    portal.settle();
    CHECK(has_text(portal, "anderen Ausgabe unserer Preise"));
    CHECK(has_text(portal, "kostete damals " + words_of(catalogue, Money{123'456}) +
                               " netto, heute " + words_of(catalogue, best.net) + " netto"));
    portal.activate(Role::button, "Ausblenden");
    CHECK_FALSE(has_text(portal, "anderen Ausgabe"));
}

TEST_CASE("a damaged link shows a note and initial needs; other fragments change nothing") {
    Catalogue const catalogue = sample();
    Needs needs = first_needs(catalogue);
    needs.average = Minutes{60};
    std::string const good = kontingent::link_of(needs, december, std::nullopt, catalogue);

    struct Row {
        std::string fragment;
        char const* note; // empty: none
        char const* hours;
    };

    std::string changed = good;
    changed[4] = changed[4] == 'A' ? 'B' : 'A';
    for (Row const& row :
         {Row{good, "", "1"}, Row{changed, "beschädigt", "12"},
          Row{good.substr(0, good.size() - 1), "beschädigt", "12"},
          Row{"k9" + good.substr(2), "neueren Fassung", "12"}, Row{"anfrage", "", "30"}}) {
        CAPTURE(row.fragment);
        FakePlatform platform;
        PortalDriver portal(platform);
        portal.type(hours_field, "30");
        portal.push(ui::LinkOpened{row.fragment});
        portal.settle();
        CHECK(portal.find(Role::number_field, hours_field).value == row.hours);
        bool const is_noted = *row.note != '\0';
        CHECK((portal.try_find(Role::heading, "Zu diesem Link") != nullptr) == is_noted);
        CHECK(has_text(portal, row.note));
    }
}

} // namespace kontingent::ui_test
