// No text covers another, and none leaves the box it belongs to.
#include "tests/languages/names.hpp"
#include "tests/ui/hostile_catalogues.hpp"
#include "tests/ui/portal_driver.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace kontingent::ui_test {

namespace {

using semantics::Record;
using semantics::Rect;
using semantics::Role;

// Places are rounded to a pixel here and there.
constexpr float tolerance = 1;

constexpr float button_padding_min = 8; // beside a button's label

bool overlap(Rect const& a, Rect const& b) {
    return a.x + tolerance < b.x + b.width && b.x + tolerance < a.x + a.width &&
           a.y + tolerance < b.y + b.height && b.y + tolerance < a.y + a.height;
}

bool is_inside(Rect const& inner, Rect const& outer) {
    return inner.x > outer.x - tolerance && inner.y > outer.y - tolerance &&
           inner.x + inner.width < outer.x + outer.width + tolerance &&
           inner.y + inner.height < outer.y + outer.height + tolerance;
}

bool is_seen(Record const& record) {
    return record.look && record.rect.width > 0;
}

// The innermost record around it that has a box.
Record const* box_of(std::vector<Record> const& records, Record const& record) {
    semantics::Id parent = record.parent;
    while (parent != semantics::no_id) {
        auto const found = std::ranges::find(records, parent, &Record::id);
        if (found->rect.width > 0 && found->rect.height > 0) {
            return &*found;
        }
        parent = found->parent;
    }
    return nullptr;
}

// The bar lies over the content.
bool is_on_bar(std::vector<Record> const& records, Record const& record) {
    for (semantics::Id parent = record.parent; parent != semantics::no_id;) {
        auto const found = std::ranges::find(records, parent, &Record::id);
        if (found->role == Role::layer && found->name == "bottom") {
            return true;
        }
        parent = found->parent;
    }
    return false;
}

std::string to_text(Rect const& rect) {
    return std::to_string(rect.x) + " " + std::to_string(rect.y) + " " +
           std::to_string(rect.width) + " " + std::to_string(rect.height);
}

std::string with_plain_spaces(std::string text) {
    std::string const no_break_space = "\u00A0";
    for (std::size_t at = text.find(no_break_space); at != std::string::npos;
         at = text.find(no_break_space)) {
        text.replace(at, no_break_space.size(), " ");
    }
    return text;
}

void check(std::vector<Record> const& records, std::size_t texts_min = 60) {
    std::vector<Record const*> seen;
    for (Record const& record : records) {
        if (!is_seen(record)) {
            continue;
        }
        CAPTURE(record.name);
        CAPTURE(record.value);
        CAPTURE(semantics::role_text(record.role));
        if (Record const* const box = box_of(records, record)) {
            CAPTURE(box->name);
            CAPTURE(to_text(record.rect));
            CAPTURE(to_text(box->rect));
            CHECK(is_inside(record.rect, box->rect));
            if (box->role == Role::button) {
                CHECK(record.rect.width <= box->rect.width - 2 * button_padding_min);
            }
        }
        bool const is_bar = is_on_bar(records, record);
        for (Record const* const other : seen) {
            if (!is_bar && overlap(record.rect, other->rect)) {
                FAIL_CHECK("over \"" << other->name << other->value << "\"");
            }
        }
        if (!is_bar) {
            seen.push_back(&record);
        }
    }
    CHECK(seen.size() > texts_min);
}

// Presses what opens, up to so many.
void open_all(PortalDriver& portal, std::size_t count_max) {
    for (Role const role : {Role::disclosure, Role::checkbox}) {
        std::vector<semantics::Id> ids;
        for (Record const& record : portal.records()) {
            if (record.role == role && ids.size() < count_max) {
                ids.push_back(record.id);
            }
        }
        for (semantics::Id const id : ids) {
            portal.push(ui::Activated{id});
            portal.settle();
        }
    }
}

// Each kind of work, where the catalogue has any.
void say_kinds_by_month(PortalDriver& portal) {
    std::vector<semantics::Id> ids;
    for (Record const& record : portal.records()) {
        if (record.role == Role::radio && (record.name.ends_with(" · Monat für Monat") ||
                                           record.name.ends_with(" · Month by month"))) {
            ids.push_back(record.id);
        }
    }
    for (semantics::Id const id : ids) {
        portal.push(ui::Activated{id});
        portal.settle();
    }
}

} // namespace

TEST_CASE("no text covers another or leaves its box") {
    for (Language const language : {german, english, french, polish}) {
        for (float const width : {320.0F, 390.0F, 640.0F, 820.0F, 960.0F, 1280.0F, 2560.0F}) {
            CAPTURE(width);
            CAPTURE(tag(language));
            FakePlatform platform;
            PortalDriver portal(platform,
                                {.language = language,
                                 .width = width,
                                 .catalogue = read_file("tests/golden/catalogue-four.json")});
            check(portal.records());
            open_all(portal, 12);
            check(portal.records());
        }
    }
}

TEST_CASE("no text covers another or leaves its box, whatever the catalogue holds") {
    struct Place {
        Language language;
        float width;
    };

    // The language with the longer words where there is the least room.
    Place const places[] = {{german, 320}, {english, 390}, {german, 820}, {english, 1440}};
    for (HostileCatalogue const& hostile : hostile_catalogues()) {
        for (Place const& place : places) {
            CAPTURE(hostile.name);
            CAPTURE(place.width);
            FakePlatform platform;
            PortalDriver portal(
                platform,
                {.language = place.language, .width = place.width, .catalogue = hostile.json});
            check(portal.records(), hostile.texts_min);
            open_all(portal, 4);
            say_kinds_by_month(portal);
            check(portal.records(), hostile.texts_min);
        }
    }
}

TEST_CASE("of many packages the best are shown, all on demand, an opened one always") {
    FakePlatform platform;
    PortalDriver portal(platform, {.catalogue = catalogue_of_packages(64)});
    auto const is_offer = [](Record const& record) {
        return record.role == Role::disclosure && record.name.starts_with("Paket Nummer");
    };
    auto const offers_shown = [&] { return std::ranges::count_if(portal.records(), is_offer); };
    std::string const all = "Alle 64 Angebote zeigen";
    CHECK(offers_shown() == 8);
    portal.activate(Role::checkbox, all);
    CHECK(offers_shown() == 64);
    auto const last = std::find_if(portal.records().rbegin(), portal.records().rend(), is_offer);
    portal.push(ui::Activated{last->id});
    portal.settle();
    portal.activate(Role::checkbox, all);
    CHECK(offers_shown() == 9);
    // Curves of those that are the cheapest somewhere, and of the best.
    CHECK(portal.text().find("Gezeigt sind die Angebote, die irgendwo am günstigsten sind") !=
          std::string::npos);
    PortalDriver const few(platform, {.catalogue = catalogue_of_packages(16)});
    CHECK(few.try_find(Role::checkbox, "Alle 16 Angebote zeigen") == nullptr);
}

TEST_CASE("a text says what it shows, and how its lines break") {
    FakePlatform platform;
    PortalDriver portal(platform, {.width = 320});
    bool has_breaks = false;
    for (Record const& record : portal.records()) {
        if (!record.look || record.field) {
            continue;
        }
        std::string const& text = record.value.empty() ? record.name : record.value;
        CAPTURE(text);
        std::string const plain = with_plain_spaces(text);
        std::string joined;
        for (char const c : with_plain_spaces(record.look->lines)) {
            if (c != '\r') {
                joined += c == '\n' ? ' ' : c;
            }
        }
        CHECK(record.look->size >= 14);
        CHECK((record.look->lines.empty() || joined == plain));
        has_breaks = has_breaks || joined == plain;
    }
    CHECK(has_breaks);
}

TEST_CASE("texts that are drawn inside a control are no second name") {
    FakePlatform platform;
    PortalDriver const portal(platform);
    for (Record const& record : portal.records()) {
        if (record.role == Role::button && record.name.size() > 3) {
            auto const label = std::ranges::find(portal.records(), record.id, &Record::parent);
            bool const has_label = label != portal.records().end();
            CAPTURE(record.name);
            CHECK((!has_label || (label->role == Role::words && label->name == record.name)));
        }
    }
    CHECK(portal.text().find("words") == std::string::npos);
}

} // namespace kontingent::ui_test
