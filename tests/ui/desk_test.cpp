// The desk: from a request to an issued quote and on, what is said of saving, two tabs, and moving.
#include "tests/ui/desk_place.hpp"

#include <doctest/doctest.h>

#include <string>

namespace kontingent::ui_test {

using semantics::Role;

namespace {

void add_discount(DeskDriver& desk, std::string_view percent) {
    desk.press("Add a discount");
    desk.type("Percentage", percent);
}

} // namespace

TEST_CASE("an empty desk says how to begin; sample data comes and goes") {
    DeskPlace place;
    CHECK(place.desk.shows(Role::heading, "No quotes yet"));
    CHECK(place.desk.focused()->name == "New quote");
    place.desk.press("Try sample data");
    CHECK(place.quote_count() == 3);
    CHECK(place.desk.shows(Role::table, "Quotes"));
    place.desk.press("Remove the sample data");
    CHECK(place.quote_count() == 0);
    CHECK(place.desk.shows(Role::heading, "No quotes yet"));
}

TEST_CASE("a request becomes an issued quote with 7.5 per cent off, as PDF") {
    DeskPlace place;
    DeskDriver& desk = place.desk;
    paste_request(desk);
    CHECK(desk.focused()->name == "Add a discount");
    CHECK(desk.said().contains("Everything is saved"));
    CHECK(desk.find(Role::text_field, "Name").value == "Käthe Groß");
    desk.press("Add a discount");
    CHECK(desk.focused()->name == "Percentage");
    desk.type("Percentage", "7,5");
    // Figures of the document's case 1.
    CHECK(desk.text().contains("€9,790.20"));
    CHECK(desk.text().contains("€19,147.34"));
    issue(desk);
    CHECK(desk.said().contains("A-2026-0001/1 is issued and saved."));
    CHECK(desk.focused()->name == "Download PDF");
    CHECK(place.has_record("number/A-2026"));
    desk.press("Download PDF");
    REQUIRE(place.platform.downloads.size() == 1);
    CHECK(place.platform.downloads.front().name == "A-2026-0001-1.pdf");
    CHECK(place.platform.downloads.front().content.starts_with("%PDF-"));
    desk.press("Copy as text");
    CHECK(place.platform.copied.contains("9,790.20"));
}

TEST_CASE("nothing counts as issued before the store has confirmed it") {
    DeskPlace place;
    DeskDriver& desk = place.desk;
    paste_request(desk);
    ask_to_issue(desk);
    desk.desk->push(ui::Activated{desk.find(Role::button, "Issue now").id});
    desk.draw();
    CHECK(desk.said().contains("Saving…"));
    CHECK_FALSE(desk.shows(Role::button, "Download PDF"));
    desk.settle();
    CHECK(desk.shows(Role::button, "Download PDF"));
}

TEST_CASE("a refused save is said, nothing is closed, and trying again saves") {
    struct Row {
        char const* reason;
        char const* said;
    };

    for (Row const& row : {Row{"full", "storage is full"}, Row{"unavailable", "no storage"},
                           Row{"newer", "newer version"}, Row{"other", "Not saved"}}) {
        CAPTURE(row.reason);
        DeskPlace place;
        DeskDriver& desk = place.desk;
        paste_request(desk);
        place.store.refusal = row.reason;
        issue(desk);
        CHECK(desk.said().contains(row.said));
        CHECK_FALSE(desk.said().contains("Everything is saved"));
        CHECK_FALSE(desk.shows(Role::button, "Download PDF"));
        CHECK_FALSE(place.has_record("number/A-2026"));
        place.store.refusal.clear();
        desk.press("Try again");
        desk.press("Issue now");
        CHECK(desk.shows(Role::button, "Download PDF"));
        CHECK(desk.said().contains("A-2026-0001/1"));
    }
}

TEST_CASE("a discount over the limit is refused with its share, at the limit it is not") {
    struct Row {
        char const* percent;
        bool is_allowed;
    };

    for (Row const& row : {Row{"7,49", true}, Row{"7,5", true}, Row{"7,51", false}}) {
        CAPTURE(row.percent);
        DeskPlace place;
        DeskDriver& desk = place.desk;
        desk.press("Settings");
        desk.type("Prefix of numbers", "A");
        desk.type("Your name", "Sam");
        desk.type("Discount limit in per cent (empty: none)", "7,5");
        desk.press("Save the settings");
        CHECK(desk.said().contains("The settings are saved."));
        paste_request(desk);
        add_discount(desk, row.percent);
        issue(desk);
        CHECK(desk.shows(Role::button, "Download PDF") == row.is_allowed);
        CHECK(place.has_record("number/A-2026") == row.is_allowed);
    }
}

TEST_CASE("leaving a draft that is not saved is asked about, and nothing is lost") {
    DeskPlace place;
    DeskDriver& desk = place.desk;
    paste_request(desk);
    place.store.refusal = "full";
    desk.type("City", "Ulm");
    desk.press("Quotes");
    CHECK(desk.said().contains("not saved yet"));
    desk.press("Stay here");
    CHECK(desk.find(Role::text_field, "City").value == "Ulm");
    desk.press("Quotes");
    place.store.refusal.clear();
    desk.press("Try again");
    // Saved at last, so it goes where it was sent.
    CHECK(desk.shows(Role::table, "Quotes"));
    desk.press("Draft, Groß GmbH");
    CHECK(desk.find(Role::text_field, "City").value == "Ulm");
    place.store.refusal = "full";
    desk.type("City", "Bonn");
    desk.press("Quotes");
    desk.press("Leave without saving");
    CHECK(desk.shows(Role::table, "Quotes"));
}

TEST_CASE("two tabs never give one number twice") {
    RecordStore store;
    FakeDeskPlatform one{store};
    FakeDeskPlatform other{store};
    other.next_random = 100;
    DeskDriver first{one};
    DeskDriver second{other};
    paste_request(first);
    issue(first);
    // The second does not know of the first's number when it asks for one, and takes the next.
    paste_request(second);
    issue(second);
    CHECK(second.said().contains("A-2026-0002/1"));
}

TEST_CASE("a tab that would issue under another prefix or name than was set meanwhile asks first") {
    struct Row {
        char const *prefix, *owner;
    };

    for (Row const& row : {Row{"B", "Sam Sale"}, Row{"A", "Kim"}}) {
        CAPTURE(row.prefix);
        RecordStore store;
        FakeDeskPlatform one{store};
        FakeDeskPlatform other{store};
        other.next_random = 100;
        DeskDriver first{one};
        DeskDriver second{other};
        paste_request(first);
        issue(first);
        paste_request(second);
        second.press("Issue…");
        second.type("Prefix of numbers", row.prefix);
        second.type("Your name", row.owner);
        second.press("Issue now");
        CHECK(second.said().contains("Not saved"));
        CHECK_FALSE(second.shows(Role::button, "Download PDF"));
    }
}

TEST_CASE("a draft changed in another tab is not overwritten, and can be kept as a copy") {
    RecordStore store;
    FakeDeskPlatform one{store};
    FakeDeskPlatform other{store};
    other.next_random = 100;
    DeskDriver first{one};
    paste_request(first);
    DeskDriver second{other};
    second.press("Draft, Groß GmbH");
    second.type("Company", "Groß AG");
    CHECK(second.said().contains("Everything is saved"));
    first.type("Company", "Groß KG");
    CHECK(first.said().contains("changed in another tab"));
    CHECK(quote_count(store) == 1);
    first.press("Keep mine as a copy");
    CHECK(quote_count(store) == 2);
    CHECK(first.find(Role::text_field, "Company").value == "Groß KG");
}

TEST_CASE("the editor goes back a step and forth again; typing into a field is one step") {
    DeskPlace place;
    DeskDriver& desk = place.desk;
    paste_request(desk);
    desk.type("City", "K");
    desk.type("City", "Kö");
    desk.type("City", "Köln");
    desk.type("Country", "Deutschland");
    desk.press("Undo");
    CHECK(desk.find(Role::text_field, "Country").value.empty());
    CHECK(desk.find(Role::text_field, "City").value == "Köln");
    desk.press("Undo");
    CHECK(desk.find(Role::text_field, "City").value.empty());
    desk.press("Redo");
    CHECK(desk.find(Role::text_field, "City").value == "Köln");
    CHECK(desk.said().contains("Everything is saved"));
}

TEST_CASE("an issued quote is accepted, revised, compared and declined") {
    DeskPlace place;
    DeskDriver& desk = place.desk;
    paste_request(desk);
    issue(desk);
    desk.press("New version");
    desk.choose("Starter");
    issue(desk);
    CHECK(desk.said().contains("A-2026-0001/2"));
    desk.desk->push(ui::Activated{
        desk.find(Role::checkbox, "Show and print what has changed since version 1").id});
    desk.settle();
    CHECK(desk.text().contains("Standard"));
    desk.press("Accepted…");
    desk.choose("Telephone");
    desk.press("Record the acceptance");
    CHECK(desk.said().contains("Recorded and saved."));
    CHECK_FALSE(desk.shows(Role::button, "Accepted…"));
    desk.press("Counter-entry");
    desk.type("Reason", "ordered by mistake");
    desk.press("Record the counter-entry");
    CHECK(desk.said().contains("Recorded and saved."));
    CHECK(desk.text().contains("ordered by mistake"));
}

TEST_CASE("everything moves to another desk by file, and the same file again changes nothing") {
    DeskPlace from;
    paste_request(from.desk);
    issue(from.desk);
    from.desk.press("Quotes");
    from.desk.press("Save everything to a file");
    std::string const file = from.platform.downloads.front().content;
    CHECK(file.find("number/") == std::string::npos);
    CHECK(file.find("\"prefix\"") == std::string::npos);

    DeskPlace to;
    to.desk.desk->take_file(ui::FilePurpose::import, "copy.json", file);
    to.desk.settle();
    CHECK(to.desk.said().contains("Read: 1 new, 0 different"));
    CHECK_FALSE(to.has_record("prefix"));
    to.desk.desk->take_file(ui::FilePurpose::dropped, "copy.json", file);
    to.desk.settle();
    CHECK(to.desk.said().contains("1 unchanged"));
    CHECK(to.quote_count() == 1);

    std::string const half = file.substr(0, file.size() / 2);
    to.desk.desk->take_file(ui::FilePurpose::import, "half.json", half);
    to.desk.settle();
    CHECK(to.desk.said().contains("Nothing was imported"));
    CHECK(to.quote_count() == 1);
}

TEST_CASE("the desk says what is wrong with what was pasted") {
    DeskPlace place;
    place.desk.press("New quote");
    place.desk.type("Request as JSON, as “kontingent requests show” prints it", "{\"a\": ");
    place.desk.press("Import");
    CHECK(place.desk.said().contains("1:"));
    CHECK(place.desk.shows(Role::button, "Import"));
}

} // namespace kontingent::ui_test
