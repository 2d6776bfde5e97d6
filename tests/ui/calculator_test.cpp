#include "tests/ui/portal_driver.hpp"

#include <doctest/doctest.h>

namespace kontingent::ui_test {

using semantics::Role;

TEST_CASE("the first screen answers with sensible needs") {
    FakePlatform platform;
    PortalDriver const portal(platform);
    MESSAGE(portal.text());
    CHECK(portal.find(Role::number_field, "Stunden pro Monat").value == "12");
    CHECK(portal.try_find(Role::region, "Unsere Empfehlung") != nullptr);
}

} // namespace kontingent::ui_test
