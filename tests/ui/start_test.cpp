// The first frame, which the page makes in parts.
#include "tests/ui/portal_driver.hpp"

#include <doctest/doctest.h>

namespace kontingent::ui_test {

namespace {

ui::FrameResult frame_of(PortalDriver& portal, int parts) {
    portal.viewport.parts = parts;
    return portal.frame();
}

} // namespace

TEST_CASE("the first frame in parts ends as one that was made at once") {
    for (float const width : {320.0F, 390.0F, 820.0F, 1440.0F}) {
        CAPTURE(width);
        FakePlatform page;
        PortalDriver portal(page, {.width = width, .is_settled = false});
        int parts = 0;
        while (frame_of(portal, parts).is_partial) {
            CHECK(portal.records().empty());
            REQUIRE(++parts < 10);
        }
        CHECK(parts == 7);
        CHECK(portal.last.records_changed);

        FakePlatform other_page;
        PortalDriver at_once(other_page, {.width = width});
        CHECK(portal.records() == at_once.records());
        CHECK(portal.last.content_height == at_once.last.content_height);
        CHECK(page.stored == other_page.stored);
        CHECK(page.links == other_page.links);
    }
}

TEST_CASE(
    "the last part is reported where it adds nothing: past hours, before their code is there") {
    FakePlatform page;
    {
        PortalDriver before(page);
        before.activate(semantics::Role::radio, "Bisherige Stunden");
    }
    PortalDriver portal(page, {.deferred = ui::DeferredState::absent, .is_settled = false});
    for (int parts = 0; frame_of(portal, parts).is_partial; ++parts) {
    }
    CHECK(portal.last.records_changed);
    CHECK(portal.find(semantics::Role::radio, "Bisherige Stunden").is_checked);
}

TEST_CASE("nothing is left to draw once the first frame's parts are there") {
    for (float const width : {390.0F, 1440.0F}) {
        CAPTURE(width);
        FakePlatform page;
        PortalDriver portal(page, {.width = width, .is_settled = false});
        for (int parts = 0; frame_of(portal, parts).is_partial; ++parts) {
        }
        CHECK_FALSE(portal.last.wants_another_frame);
    }
}

} // namespace kontingent::ui_test
