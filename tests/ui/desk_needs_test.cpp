// The needs of a quote: every way of the portal, how certain they are, and what an offer must have.
// What leaves the desk for paper and files: logo, watermark, UBL.
#include "core/history/history.hpp"
#include "tests/ui/desk_place.hpp"

#include <doctest/doctest.h>

#include <string>

namespace kontingent::ui_test {

using semantics::Role;

namespace {

// A draft from the sample request.
struct Place : DeskPlace {
    Place() { paste_request(desk); }

    // The needs as they are stored.
    Scenario stored() const { return stored_quote().latest().content.needs; }

    // Leaves the draft and opens it again.
    void reopen() {
        desk.press("Quotes");
        desk.press("Draft, Groß GmbH");
    }
};

} // namespace

TEST_CASE("how certain the hours are is edited, stored, and there again") {
    struct Row {
        char const* choice;
        std::int64_t low, high; // of a month of 12 hours
    };

    for (Row const& row : {Row{"± 25%", 540, 900}, Row{"± 50%", 360, 1080}}) {
        CAPTURE(row.choice);
        Place place;
        place.desk.choose(row.choice);
        auto const uncertainty = place.stored().uncertainty;
        REQUIRE(uncertainty.has_value());
        CHECK(uncertainty->low == std::vector<Minutes>(12, Minutes{row.low}));
        CHECK(uncertainty->high == std::vector<Minutes>(12, Minutes{row.high}));
        place.reopen();
        CHECK(place.desk.find(Role::radio, row.choice).is_checked);
    }
}

TEST_CASE("what an offer must have is edited, stored, and decides which package is best") {
    Place place;
    CHECK(place.desk.said().contains("Standard costs least"));
    place.desk.desk->push(
        ui::Activated{place.desk.find(Role::disclosure, "Requirements: none").id});
    place.desk.settle();
    place.desk.choose("30 minutes, around the clock");
    CHECK(place.stored().requirements.responses.size() == 1);
    CHECK(place.desk.said().contains("Advanced costs least"));
    place.reopen();
    CHECK(place.desk.shows(Role::disclosure, "Requirements: 1"));
}

TEST_CASE("the first month is edited, names the months, and stays with the draft") {
    Place place;
    place.desk.choose("Month by month");
    auto const comes_first = [&place](std::string_view first, std::string_view last) {
        std::string const text = place.desk.text();
        return text.find(first) < text.find(last);
    };
    CHECK(comes_first("\"December: hours\"", "\"November: hours\""));
    CHECK(comes_first("\"December: hours\"", "\"March: hours\""));
    place.desk.type("Start", "2027-03-15");
    CHECK(comes_first("\"March: hours\"", "\"December: hours\""));
    place.desk.type("Start", "tomorrow");
    CHECK(place.desk.said().contains("Please enter a date."));
    place.desk.type("Start", "2027-03-15");
    place.reopen();
    CHECK(place.desk.find(Role::text_field, "Start").value == "2027-03-15");
    place.desk.choose("Month by month");
    CHECK(comes_first("\"March: hours\"", "\"December: hours\""));
}

TEST_CASE("past hours come from a tracker's export") {
    Place place;
    DeskDriver& desk = place.desk;
    desk.choose("Past hours");
    CHECK(desk.said().contains("No hours yet"));
    CHECK(place.stored().usage == std::vector<Minutes>(12, Minutes{720}));
    History history;
    history.months = {{12 * 2026 + 8, {300}}, {12 * 2026 + 9, {600}}};
    desk.desk->push(ui::HistoryProgress{0});
    desk.desk->push(ui::HistoryRead{history, "hours.csv"});
    desk.settle();
    CHECK_FALSE(desk.said().contains("No hours yet"));
    // October is known; other months are the mean of both.
    CHECK(place.stored().usage.front() == Minutes{450});
}

TEST_CASE("an export that is dropped where no draft is open is refused with a reason") {
    Place place;
    place.desk.press("Quotes");
    place.desk.desk->push(ui::HistoryRead{History{}, "hours.csv"});
    place.desk.settle();
    CHECK(place.desk.said().contains("belongs to a draft"));
}

TEST_CASE("a quote is declined, or withdrawn, with a reason, and that ends it") {
    struct Row {
        char const *open, *record, *state;
    };

    for (Row const& row : {Row{"Declined…", "Record that it was declined", "Declined"},
                           Row{"Withdraw…", "Withdraw the quote", "Withdrawn"}}) {
        CAPTURE(row.open);
        Place place;
        issue(place.desk);
        place.desk.press(row.open);
        CHECK(place.desk.focused()->name == "Reason");
        place.desk.type("Reason", "too dear");
        place.desk.press(row.record);
        CHECK(place.desk.said().contains("Recorded and saved."));
        CHECK(place.desk.text().contains(row.state));
        CHECK(place.desk.text().contains("too dear"));
        CHECK_FALSE(place.desk.shows(Role::button, "Accepted…"));
        CHECK_FALSE(place.desk.shows(Role::button, row.open));
    }
}

TEST_CASE("each alternative has a UBL file of its own") {
    Place place;
    place.desk.press("Add an alternative");
    issue(place.desk);
    place.desk.press("Download UBL: Standard · 12 months");
    place.desk.press("Download UBL: Starter · 12 months");
    REQUIRE(place.platform.downloads.size() == 2);
    CHECK(place.platform.downloads[0].name == "A-2026-0001-1-1.xml");
    CHECK(place.platform.downloads[1].name == "A-2026-0001-1-2.xml");
    CHECK(place.platform.downloads[0].content.contains("Standard"));
    CHECK_FALSE(place.platform.downloads[0].content == place.platform.downloads[1].content);
}

TEST_CASE("a draft's preview is marked across each page, an issued quote's is not") {
    Place place;
    place.desk.press("Preview");
    CHECK(place.desk.shows(Role::image, "DRAFT"));
    issue(place.desk);
    CHECK_FALSE(place.desk.shows(Role::image, "DRAFT"));
}

} // namespace kontingent::ui_test
