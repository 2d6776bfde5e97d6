// What holds for the records of every screen.
#include "tests/ui/portal_driver.hpp"

#include <doctest/doctest.h>

#include <map>
#include <set>

namespace kontingent::ui_test {

using semantics::Record;
using semantics::Role;

namespace {

bool is_container(Role role) {
    static std::set<Role> const containers{Role::region, Role::group,       Role::form,
                                           Role::list,   Role::list_item,   Role::table,
                                           Role::row,    Role::radio_group, Role::alert};
    return containers.contains(role);
}

bool encloses(semantics::Rect const& box, semantics::Rect const& inner) {
    constexpr float rounding = 0.01F;
    return inner.x >= box.x - rounding && inner.y >= box.y - rounding &&
           inner.x + inner.width <= box.x + box.width + rounding &&
           inner.y + inner.height <= box.y + box.height + rounding;
}

} // namespace

TEST_CASE("on every screen, each record has its own id, follows its parent and lies within it") {
    for (float const width : {320.0F, 390.0F, 820.0F, 1440.0F}) {
        CAPTURE(width);
        FakePlatform platform;
        PortalDriver portal(platform, {.width = width});
        portal.activate(Role::checkbox, "Alle Laufzeiten zeigen");
        portal.activate(Role::radio, "Monat für Monat");
        portal.activate(Role::disclosure, "Standard · 12 Monate: Monate, Posten, Leistungen");
        portal.activate(Role::disclosure, "Starter · 1 Monat: Monate, Posten, Leistungen");
        std::set<semantics::Id> seen{semantics::no_id};
        std::map<semantics::Id, Record const*> containers;
        for (Record const& record : portal.records()) {
            CAPTURE(semantics::role_text(record.role));
            CAPTURE(record.name);
            CHECK(seen.contains(record.parent));
            CHECK(seen.insert(record.id).second);
            bool const is_drawn = record.rect.width > 0;
            if (auto const around = containers.find(record.parent);
                is_drawn && around != containers.end()) {
                CHECK(encloses(around->second->rect, record.rect));
            }
            if (is_container(record.role)) {
                containers.emplace(record.id, &record);
            }
            CHECK((!is_drawn ||
                   (record.rect.x >= -0.5F && record.rect.x + record.rect.width <= width + 0.5F)));
        }
    }
}

} // namespace kontingent::ui_test
