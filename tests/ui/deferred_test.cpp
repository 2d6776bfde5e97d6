// The portal while its deferred code is not loaded: what stands in its place, when it is asked for.
#include "tests/ui/portal_driver.hpp"

#include <doctest/doctest.h>

#include <algorithm>

namespace kontingent::ui_test {

using semantics::Record;
using semantics::Role;
using ui::DeferredState;

namespace {

constexpr std::string_view write = "Anfrage schreiben";
constexpr std::string_view failed =
    "Dieser Teil der Seite ließ sich nicht laden. Prüfen Sie die Internetverbindung, und laden "
    "Sie die Seite neu.";

struct Shown {
    FakePlatform platform;
    PortalDriver portal{platform, {.deferred = DeferredState::absent}};

    void set(DeferredState state) {
        platform.wanted_code.clear();
        portal.set_deferred(state);
        portal.settle();
    }

    bool wants_code_at_once() const {
        return std::ranges::find(platform.wanted_code, semantics::no_id) !=
               platform.wanted_code.end();
    }

    bool says(std::string_view text) const {
        return portal.status().find(text) != std::string::npos;
    }
};

// It says that the code did not come, and asks for it again only when this button is pressed.
void check_failure(Shown& shown, std::string_view again) {
    shown.set(DeferredState::failed);
    CHECK(shown.says(failed));
    CHECK(shown.platform.wanted_code.empty());
    shown.portal.activate(Role::button, again);
    CHECK(shown.wants_code_at_once());
}

} // namespace

TEST_CASE("Without its deferred code the portal compares, and asks for it near the request") {
    Shown shown;
    Record const& button = shown.portal.find(Role::button, write);
    CHECK(shown.platform.wanted_code.back() == button.id);
    CHECK_FALSE(shown.wants_code_at_once());
    CHECK(shown.portal.try_find(Role::heading, "Unsere Empfehlung") != nullptr);
    CHECK(shown.portal.try_find(Role::text_field, "E-Mail") == nullptr);
    CHECK_FALSE(shown.says("Wird geladen"));
}

TEST_CASE("Once the deferred code is loaded the portal is the same as with it from the start") {
    FakePlatform platform;
    PortalDriver const whole{platform};
    Shown shown;
    shown.set(DeferredState::loading);
    shown.set(DeferredState::loaded);
    CHECK(shown.portal.text() == whole.text());
}

TEST_CASE("What leads to the request loads the code at once, and the form then has the focus") {
    struct Way {
        char const* name;
        void (*lead)(Shown& shown);
    };

    constexpr Way ways[]{
        {"the button in its place",
         [](Shown& shown) { shown.portal.activate(Role::button, write); }},
        {"the answer's button",
         [](Shown& shown) { shown.portal.activate(Role::button, "Zum Anfrageformular"); }},
        {"the focus by keyboard", [](Shown& shown) {
             shown.portal.push(ui::Focused{shown.portal.find(Role::button, write).id});
             shown.portal.settle();
         }}};
    for (Way const& way : ways) {
        CAPTURE(way.name);
        Shown shown;
        way.lead(shown);
        CHECK(shown.wants_code_at_once());
        shown.set(DeferredState::loading);
        CHECK(shown.says("Wird geladen"));
        CHECK(shown.portal.try_find(Role::button, write) != nullptr);
        shown.portal.set_deferred(DeferredState::loaded);
        semantics::Id const focused = shown.portal.frame().wants_focus;
        CHECK(focused == shown.portal.find(Role::radio, "Paket").id);
        shown.portal.settle();
        CHECK(shown.portal.try_find(Role::text_field, "E-Mail") != nullptr);
    }
}

TEST_CASE("An opened offer loads the code at once, and then shows its details") {
    Shown shown;
    constexpr std::string_view offer = "Standard · 12 Monate: Monate, Posten, Leistungen";
    shown.portal.activate(Role::disclosure, offer);
    CHECK(shown.wants_code_at_once());
    shown.set(DeferredState::loading);
    CHECK(shown.says("Wird geladen"));
    check_failure(shown, "Erneut versuchen");
    shown.set(DeferredState::loaded);

    FakePlatform platform;
    PortalDriver whole{platform};
    whole.activate(Role::disclosure, offer);
    CHECK(shown.portal.text() == whole.text());
}

TEST_CASE("A request that waits in the outbox loads the code at once") {
    Shown shown;
    ui::OutboxEntry entry;
    entry.key = "key-1";
    shown.portal.push(ui::OutboxChanged{.outbox = {.entries = {entry}, .is_durable = true}});
    shown.portal.settle();
    CHECK(shown.wants_code_at_once());
}

TEST_CASE("Where the code cannot be loaded the portal says so, and tries again when asked") {
    Shown shown;
    shown.portal.activate(Role::button, write);
    check_failure(shown, write);
}

TEST_CASE("Past hours load the code, say that it is missing, and try again") {
    Shown shown;
    shown.portal.activate(Role::radio, "Bisherige Stunden");
    CHECK(shown.wants_code_at_once());
    CHECK(shown.says("Wird geladen"));
    check_failure(shown, "Erneut versuchen");
    shown.set(DeferredState::loaded);
    CHECK(shown.portal.try_find(Role::button, "Datei wählen") != nullptr);
}

TEST_CASE("An export dropped before the code is loaded shows its place") {
    Shown shown;
    shown.portal.push(ui::HistoryProgress{0});
    shown.portal.settle();
    CHECK(shown.wants_code_at_once());
    CHECK(shown.portal.try_find(Role::group, "Bisherige Stunden") != nullptr);
}

TEST_CASE("On paper nothing stands for what is missing") {
    Shown shown;
    shown.portal.viewport.medium = ui::Medium::paper;
    shown.portal.settle();
    CHECK(shown.portal.try_find(Role::button, write) == nullptr);
}

} // namespace kontingent::ui_test
