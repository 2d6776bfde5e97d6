// A press acts on the control it was aimed at, whatever moved in between.
#include "tests/ui/portal_driver.hpp"
#include "ui/raster.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <vector>

namespace kontingent::ui_test {

namespace {

using semantics::Id;
using semantics::Record;
using semantics::Role;

bool is_pressed(Record const& record) {
    return record.role == Role::button || record.role == Role::disclosure ||
           record.role == Role::radio || record.role == Role::checkbox;
}

Record const* by_id(PortalDriver const& portal, Id id) {
    auto const found = std::ranges::find(portal.records(), id, &Record::id);
    return found == portal.records().end() ? nullptr : &*found;
}

std::vector<Id> controls(PortalDriver const& portal, bool (*is_wanted)(Record const&)) {
    std::vector<Id> ids;
    for (Record const& record : portal.records()) {
        if (is_wanted(record)) {
            ids.push_back(record.id);
        }
    }
    return ids;
}

// As the browser sends it, while the window changes its width in each frame.
void press_while_moving(PortalDriver& portal, Id id, float width) {
    Record const* const record = by_id(portal, id);
    float const x = record->rect.width / 2;
    float const y = record->rect.height / 2;
    portal.push(ui::PointerMoved{id, x, y});
    portal.viewport.width = width + 33;
    portal.frame();
    portal.push(ui::PointerPressed{id, x, y});
    portal.viewport.width = width - 77;
    portal.frame();
    portal.push(ui::PointerReleased{});
    portal.push(ui::Activated{id});
    portal.push(ui::PointerLeft{});
    portal.viewport.width = width + 5;
    portal.frame();
    portal.viewport.width = width;
    portal.settle();
}

// What is drawn, as a number per tile of 64 pixels, layer by layer.
std::vector<std::vector<std::uint32_t>> picture(PortalDriver const& portal) {
    constexpr int tile = 64;
    constexpr int tiles = 100; // in either direction: more than the page
    std::vector<std::vector<std::uint32_t>> prints;
    for (ui::DrawnLayer const& layer : portal.layers()) {
        prints.push_back(ui::fingerprints(*layer.list, tile, tile, tiles, tiles));
    }
    return prints;
}

// Past hours without a file have no results to press.
void with_results(PortalDriver& portal) {
    if (portal.try_find(Role::heading, "Noch kein Preis") != nullptr) {
        portal.activate(Role::radio, "Monat für Monat");
    }
}

PortalDriver& with_details(PortalDriver& portal) {
    portal.viewport.motion = ui::Motion::reduced;
    portal.activate(Role::radio, "Monat für Monat");
    portal.activate(Role::disclosure, "Standard · 12 Monate: Monate, Posten, Leistungen");
    return portal;
}

} // namespace

TEST_CASE("every control acts when pressed while the layout moves") {
    for (float const width : {390.0F, 1440.0F}) {
        CAPTURE(width);
        FakePlatform moving_platform;
        FakePlatform calm_platform;
        PortalDriver moving(moving_platform, {.width = width});
        PortalDriver calm(calm_platform, {.width = width});
        with_details(moving);
        with_details(calm);
        int pressed = 0;
        for (Id const id : controls(calm, is_pressed)) {
            Record const* const record = by_id(calm, id);
            if (record == nullptr || by_id(moving, id) == nullptr) {
                continue; // an earlier press closed what it was part of
            }
            CAPTURE(record->name);
            calm.push(ui::Activated{id});
            calm.settle();
            press_while_moving(moving, id, width);
            REQUIRE(moving.text() == calm.text());
            ++pressed;
            with_results(calm);
            with_results(moving);
        }
        CHECK(pressed > 20);
        CHECK(moving_platform.links == calm_platform.links);
        CHECK(moving_platform.copied == calm_platform.copied);
    }
}

TEST_CASE("a press leaves nothing drawn as it was before") {
    for (float const width : {390.0F, 1440.0F}) {
        CAPTURE(width);
        FakePlatform platform;
        PortalDriver portal(platform, {.width = width});
        with_details(portal);
        int pressed = 0;
        for (Id const id : controls(portal, is_pressed)) {
            Record const* const record = by_id(portal, id);
            if (record == nullptr) {
                continue; // an earlier press closed what it was part of
            }
            CAPTURE(record->name);
            portal.push(ui::Activated{id});
            portal.settle();
            auto const shown = picture(portal);
            portal.frame(); // without a reason: it draws the same
            bool const is_same = picture(portal) == shown;
            CHECK(is_same);
            ++pressed;
            with_results(portal);
        }
        CHECK(pressed > 20);
    }
}

TEST_CASE("a drag moves the slider it began on while the layout moves") {
    FakePlatform platform;
    PortalDriver portal(platform);
    with_details(portal);
    auto const is_slider = [](Record const& record) { return record.role == Role::slider; };
    std::vector<Id> const sliders = controls(portal, is_slider);
    CHECK(sliders.size() >= 13); // twelve months and the reader of the chart
    for (Id const id : sliders) {
        Record const start = *by_id(portal, id);
        CAPTURE(start.name);
        bool const is_vertical = start.orientation == semantics::Orientation::vertical;
        // From the middle, to a little more than the upper or right end.
        float const x = start.rect.width / 2;
        float const y = start.rect.height / 2;
        portal.push(ui::PointerPressed{id, x, y});
        portal.frame();
        CHECK(by_id(portal, id)->range->now != start.range->minimum);
        portal.push(ui::PointerMoved{id, is_vertical ? x : start.rect.width + 50,
                                     is_vertical ? -50.0F : y});
        portal.viewport.width = 1440;
        portal.settle();
        CHECK(by_id(portal, id)->range->now ==
              start.range->minimum + (start.range->maximum - start.range->minimum) /
                                         start.range->step * start.range->step);
        portal.push(ui::PointerReleased{});
        portal.push(ui::PointerMoved{id, 0, start.rect.height});
        portal.settle();
        CHECK_MESSAGE(by_id(portal, id)->range->now > start.range->minimum, "it is let go");
    }
}

TEST_CASE("a press and its release in one batch are one press") {
    FakePlatform platform;
    PortalDriver portal(platform);
    Id const id = portal.find(Role::radio, "brutto").id;
    portal.push(ui::PointerPressed{id, 5, 5});
    portal.push(ui::PointerReleased{});
    portal.push(ui::Activated{id});
    portal.push(ui::PointerPressed{id, 5, 5});
    portal.push(ui::PointerReleased{});
    portal.push(ui::Activated{id});
    portal.settle();
    CHECK(portal.find(Role::radio, "brutto").is_checked);
}

TEST_CASE("a press that is aimed at no control changes nothing") {
    FakePlatform platform;
    PortalDriver portal(platform);
    std::string const before = portal.text();
    portal.push(ui::PointerPressed{semantics::no_id, 5, 5});
    portal.push(ui::PointerReleased{});
    portal.settle();
    CHECK(portal.text() == before);
}

} // namespace kontingent::ui_test
