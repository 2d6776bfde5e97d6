// A quote's pages on the screen and on paper: number, logo, mark across a draft; and the cards of
// the list.
#include "tests/ui/desk_place.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace kontingent::ui_test {

using semantics::Record;
using semantics::Role;

namespace {

constexpr std::string_view svg_logo =
    R"(<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20" fill="#c00"/></svg>)";

// Texts of the pages that are exactly so.
int count_on_pages(DeskDriver const& desk, std::string_view text) {
    int count = 0;
    bool is_page = false;
    for (Record const& record : desk.desk->records()) {
        is_page = is_page || (record.role == Role::group && record.name.starts_with("Page "));
        count += is_page && record.role == Role::text && record.name == text ? 1 : 0;
    }
    return count;
}

} // namespace

TEST_CASE(
    "a draft's pages have the word for a draft in place of a number, in the quote's language") {
    DeskPlace place;
    DeskDriver& desk = place.desk;
    paste_request(desk);
    std::string const id = desk.state().editor->document.id;
    desk.press("Preview");
    CHECK(count_on_pages(desk, "Draft") >= 2); // of the details, and of each page's foot
    CHECK_FALSE(desk.text().contains(id));
    desk.choose("Deutsch");
    CHECK(count_on_pages(desk, "Entwurf") >= 2);
    desk.viewport.medium = ui::Medium::paper;
    desk.draw();
    CHECK(count_on_pages(desk, "Entwurf") >= 2);
    CHECK_FALSE(desk.text().contains(id));
}

TEST_CASE("the draft of a next version has the number that it will have") {
    DeskPlace place;
    DeskDriver& desk = place.desk;
    paste_request(desk);
    issue(desk);
    desk.press("New version");
    desk.press("Preview");
    CHECK(count_on_pages(desk, "A-2026-0001/2") >= 2);
    CHECK(desk.shows(Role::image, "DRAFT"));
}

TEST_CASE("a logo is shown from its bytes, which an issued quote keeps") {
    DeskPlace place(english, 1440, svg_logo);
    DeskDriver& desk = place.desk;
    paste_request(desk);
    CHECK_FALSE(desk.shows(Role::image, "Logo"));
    desk.press("Preview");
    CHECK(desk.find(Role::image, "Logo").value.starts_with("data:image/svg+xml;base64,PHN2Zy"));
    issue(desk);
    // Another day the site has another logo.
    DeskDriver later(place.platform, english, 1440);
    later.press("A-2026-0001/1, Groß GmbH");
    Record const& logo = later.find(Role::image, "Logo");
    CHECK(logo.value.starts_with("data:image/svg+xml;base64,PHN2Zy"));
    CHECK(logo.rect.width > 0);
    CHECK(logo.rect.width / logo.rect.height > 1.95F);
    CHECK(logo.rect.width / logo.rect.height < 2.05F);
}

TEST_CASE("a logo that no document takes is not shown either") {
    DeskPlace place(english, 1440,
                    "<svg xmlns=\"http://www.w3.org/2000/svg\"><text>A</text></svg>");
    paste_request(place.desk);
    place.desk.press("Preview");
    CHECK(place.desk.shows(Role::image, "DRAFT"));
    CHECK_FALSE(place.desk.shows(Role::image, "Logo"));
}

TEST_CASE("pages have a ground of their own on the screen, and none on paper") {
    DeskPlace place;
    DeskDriver& desk = place.desk;
    paste_request(desk);
    issue(desk);
    auto const grounds = [&desk] {
        int count = 0;
        for (Record const& record : desk.desk->records()) {
            count += record.role == Role::track && record.name == "page" ? 1 : 0;
        }
        return count;
    };
    CHECK(grounds() >= 1);
    desk.viewport.medium = ui::Medium::paper;
    desk.draw();
    CHECK(grounds() == 0);
}

TEST_CASE(
    "pages that are too small to read are enlarged to paper's size, to be scrolled sideways") {
    struct Row {
        char const* name;
        float window;
        bool is_small;
    };

    // Beside the pages are 2 × 16 pixels.
    for (Row const& row :
         {Row{"a telephone", 390, true}, Row{"one too narrow", 631, true},
          Row{"just wide enough", 632, false}, Row{"a wide screen", 1440, false}}) {
        CAPTURE(row.name);
        DeskPlace place(english, row.window);
        DeskDriver& desk = place.desk;
        paste_request(desk);
        issue(desk);
        CHECK(desk.shows(Role::button, "Enlarge the pages") == row.is_small);
        CHECK_FALSE(desk.shows(Role::track, "wide-page"));
        if (!row.is_small) {
            continue;
        }
        auto const room = static_cast<double>(desk.find(Role::track, "page").rect.width);
        CHECK(desk.find(Role::layer, "page").rect.width == doctest::Approx(room));
        desk.press("Enlarge the pages");
        Record const& track = desk.find(Role::track, "wide-page");
        CHECK(track.rect.width == doctest::Approx(room));
        CHECK(track.value.starts_with("Page 1 of "));
        Record const& page = desk.find(Role::layer, "page");
        CHECK(page.rect.width == 794);
        CHECK(page.rect.height < track.rect.height);
        for (Record const& record : desk.desk->records()) {
            if (record.role == Role::text && record.parent == page.id) {
                CHECK(record.look->size >= 8); // CSS pixels: the smallest print has 6 points
            }
        }
        desk.press("Show whole pages");
        CHECK(desk.find(Role::layer, "page").rect.width == doctest::Approx(room));
        desk.press("Enlarge the pages");
        desk.viewport.medium = ui::Medium::paper;
        desk.draw();
        CHECK_FALSE(desk.shows(Role::track, "wide-page"));
    }
}

TEST_CASE("all of a card opens its quote") {
    DeskPlace place(english, 390);
    DeskDriver& desk = place.desk;
    paste_request(desk);
    desk.press("Quotes");
    Record const& card = desk.find(Role::button, "Draft, Groß GmbH");
    for (Record const& record : desk.desk->records()) {
        if (record.role == Role::text && record.parent == card.parent) {
            CAPTURE(record.name);
            CHECK(record.rect.x >= card.rect.x);
            CHECK(record.rect.x + record.rect.width <= card.rect.x + card.rect.width);
            CHECK(record.rect.y >= card.rect.y);
            CHECK(record.rect.y + record.rect.height <= card.rect.y + card.rect.height);
        }
    }
    desk.press("Draft, Groß GmbH");
    CHECK(desk.find(Role::text_field, "Company").value == "Groß GmbH");
}

} // namespace kontingent::ui_test
