// What is set once and what a new quote takes from it: a logo of one's own, words in the quote's
// language; and what is said of copies.
#include "tests/ui/desk_place.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace kontingent::ui_test {

using semantics::Record;
using semantics::Role;

namespace {

constexpr std::string_view site_logo =
    R"(<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20" fill="#c00"/></svg>)";
constexpr std::string_view own_logo =
    R"(<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"><rect width="20" height="20" fill="#0c0"/></svg>)";

struct Place : DeskPlace {
    explicit Place(std::string_view logo = site_logo) : DeskPlace(english, 1440, logo) {}

    void choose_logo(std::string_view file) {
        desk.press("Settings");
        desk.press("Choose a logo");
        CHECK(platform.chosen == ui::FilePurpose::logo);
        desk.desk->take_file(ui::FilePurpose::logo, "logo", std::string{file});
        desk.settle();
    }
};

// How wide the logo is for its height.
float proportions(DeskDriver const& desk) {
    Record const& logo = desk.find(Role::image, "Logo");
    return logo.rect.width / logo.rect.height;
}

} // namespace

TEST_CASE("a logo that is chosen at the desk is shown, stored with the settings, and printed") {
    Place place;
    DeskDriver& desk = place.desk;
    desk.press("Settings");
    CHECK(desk.said().contains("the catalogue’s logo"));
    CHECK(proportions(desk) > 1.9F);
    place.choose_logo(own_logo);
    CHECK(desk.said().contains("that you chose here"));
    CHECK(proportions(desk) < 1.1F);
    CHECK_FALSE(place.has_record("logo"));
    desk.press("Save the settings");
    CHECK(place.has_record("logo"));
    paste_request(desk);
    desk.press("Preview");
    CHECK(proportions(desk) < 1.1F);
    desk.press("Settings");
    desk.press("Remove my logo");
    CHECK(proportions(desk) > 1.9F);
    desk.press("Save the settings");
    CHECK_FALSE(place.has_record("logo"));
}

TEST_CASE("what no document takes as a logo is refused, and the one before stays") {
    for (std::string const& file :
         {std::string{}, std::string{"GIF89a"}, std::string(70'000, 'x'),
          std::string{"<svg xmlns=\"http://www.w3.org/2000/svg\"><text>A</text></svg>"}}) {
        CAPTURE(file.size());
        Place place;
        place.choose_logo(file);
        CHECK(place.desk.said().contains("Not accepted: a logo is"));
        CHECK(proportions(place.desk) > 1.9F);
    }
}

TEST_CASE("a logo moves with everything else, and never replaces another") {
    Place from;
    from.choose_logo(own_logo);
    from.desk.press("Save the settings");
    paste_request(from.desk);
    from.desk.press("Quotes");
    from.desk.press("Save everything to a file");
    std::string const file = from.platform.downloads.front().content;

    Place to;
    to.desk.desk->take_file(ui::FilePurpose::import, "copy.json", file);
    to.desk.settle();
    to.desk.press("Settings");
    CHECK(proportions(to.desk) < 1.1F);

    Place other;
    other.choose_logo(site_logo);
    other.desk.press("Save the settings");
    other.desk.desk->take_file(ui::FilePurpose::import, "copy.json", file);
    other.desk.settle();
    CHECK(other.desk.said().contains("settings"));
    other.desk.press("Settings");
    CHECK(proportions(other.desk) > 1.9F);

    std::string damaged = file;
    damaged.replace(damaged.find("\"logo\": \"") + 9, 4, "????");
    Place third;
    third.desk.desk->take_file(ui::FilePurpose::import, "copy.json", damaged);
    third.desk.settle();
    CHECK(third.desk.said().contains("Nothing was imported"));
    CHECK(third.store.records.empty());
}

TEST_CASE("the usual reason of a discount is in the quote's language") {
    Place place;
    DeskDriver& desk = place.desk;
    paste_request(desk);
    desk.choose("Deutsch");
    desk.press("Add a discount");
    CHECK(desk.find(Role::text_field, "Reason, as the customer reads it").value == "Sonderrabatt");
}

TEST_CASE("a copy is due at once, and again when the last one is more than a week old") {
    struct Row {
        char const* name;
        std::int64_t age_ms;
        bool is_due;
    };

    constexpr std::int64_t week_ms = 7LL * 86'400'000;
    Place place;
    DeskDriver& desk = place.desk;
    paste_request(desk);
    desk.press("Quotes");
    CHECK(desk.text().contains("Never saved to a file."));
    desk.press("Save everything to a file");
    std::int64_t const copied = place.platform.now;
    for (Row const& row :
         {Row{"just now", 0, false}, Row{"a week less a moment", week_ms - 1, false},
          Row{"a week", week_ms, false}, Row{"a week and a moment", week_ms + 1, true}}) {
        CAPTURE(row.name);
        place.platform.now = copied + row.age_ms;
        desk.settle();
        CHECK(desk.text().contains("Last copy saved on 15 November 2026"));
        CHECK(desk.text().contains("more than a week ago") == row.is_due);
    }
}

TEST_CASE("the totals of an issued quote are tables, one for each alternative") {
    Place place;
    DeskDriver& desk = place.desk;
    paste_request(desk);
    desk.press("Add an alternative");
    issue(desk);
    CHECK(desk.shows(Role::table, "Standard · 12 months"));
    CHECK(desk.shows(Role::table, "Starter · 12 months"));
    CHECK(desk.shows(Role::cell, "€16,884.00"));
}

TEST_CASE("the history says the version beside what happened where there is little room") {
    for (float const width : {639.0F, 640.0F}) {
        CAPTURE(width);
        DeskPlace place(english, width);
        DeskDriver& desk = place.desk;
        paste_request(desk);
        issue(desk);
        bool const is_narrow = width < 640;
        CHECK(desk.shows(Role::row_header, "Issued, Version 1") == is_narrow);
        CHECK(desk.shows(Role::column_header, "Version") != is_narrow);
    }
}

} // namespace kontingent::ui_test
