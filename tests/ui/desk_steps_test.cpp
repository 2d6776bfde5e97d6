// While the store works on a step: nothing is edited that would be lost, and nothing that was asked
// for is forgotten.
#include "core/document/document_reader.hpp"
#include "tests/ui/desk_place.hpp"

#include <doctest/doctest.h>

#include <string>

namespace kontingent::ui_test {

using semantics::Record;
using semantics::Role;

namespace {

// A draft that is stored, ready to be issued.
struct Place : DeskPlace {
    Place() {
        paste_request(desk);
        ask_to_issue(desk);
    }
};

// Those that can be operated.
std::string enabled(DeskDriver const& desk) {
    std::string names;
    for (Record const& record : desk.desk->records()) {
        if (record.role >= Role::button && !record.is_disabled) {
            names += record.name + "\n";
        }
    }
    return names;
}

} // namespace

TEST_CASE("while a quote is being issued nothing can be edited or left") {
    Place place;
    DeskDriver& desk = place.desk;
    CHECK(enabled(desk).contains("City"));
    desk.begin_pressing("Issue now");
    CHECK(desk.said().contains("Saving…"));
    CHECK(enabled(desk).empty());
    desk.settle();
    CHECK(desk.shows(Role::button, "Download PDF"));
    CHECK(enabled(desk).contains("Download PDF"));
}

TEST_CASE("what is typed in the frame of the press is issued, wherever it stands on the page") {
    for (char const* const field : {"Name", "City", "Title", "Notes to yourself, never printed"}) {
        CAPTURE(field);
        Place place;
        DeskDriver& desk = place.desk;
        Record const* const line = desk.try_find(Role::text_field, field);
        Record const& typed = line != nullptr ? *line : desk.find(Role::text_area, field);
        desk.desk->push(ui::TextEntered{typed.id, "Ulm"});
        desk.begin_pressing("Issue now");
        desk.settle();
        QuoteDocument const document = place.stored_quote();
        CHECK(document.latest().state == VersionState::issued);
        std::string const all = document.customer.name + document.customer.city +
                                document.latest().content.title + document.notes;
        CHECK(all.contains("Ulm"));
    }
}

TEST_CASE("issuing waits for the draft that is being saved") {
    Place place;
    DeskDriver& desk = place.desk;
    desk.begin_typing("City", "Ulm");
    REQUIRE(place.platform.writes.size() == 1);
    desk.begin_pressing("Issue now");
    CHECK(place.platform.writes.size() == 1);
    CHECK(enabled(desk).empty());
    desk.settle();
    CHECK(desk.shows(Role::button, "Download PDF"));
    CHECK(place.stored_quote().customer.city == "Ulm");
}

TEST_CASE(
    "where issuing is refused, the editor is as it was, with the focus where it was pressed") {
    Place place;
    DeskDriver& desk = place.desk;
    place.store.refusal = "full";
    desk.press("Issue now");
    CHECK(desk.said().contains("storage is full"));
    CHECK(enabled(desk).contains("City"));
    CHECK(desk.find(Role::text_field, "Prefix of numbers").value == "A");
    CHECK(desk.focused()->name == "Prefix of numbers");
}

TEST_CASE("a file that arrives while a step is being stored is read afterwards") {
    Place from;
    from.desk.press("Issue now");
    from.desk.press("Quotes");
    from.desk.press("Save everything to a file");
    std::string const copy = from.platform.downloads.front().content;

    Place to;
    to.desk.begin_pressing("Issue now");
    to.desk.desk->take_file(ui::FilePurpose::import, "copy.json", copy);
    to.desk.settle();
    CHECK(to.desk.said().contains("Read: "));
}

TEST_CASE("settings that are saved while a step is being stored are stored afterwards") {
    Place place;
    DeskDriver& desk = place.desk;
    desk.press("Quotes");
    desk.begin_pressing("Save everything to a file");
    REQUIRE(place.platform.writes.size() == 1);
    desk.begin_pressing("Settings");
    desk.begin_typing("Your name", "Kim");
    desk.begin_pressing("Save the settings");
    CHECK_FALSE(desk.said().contains("Not saved"));
    desk.settle();
    CHECK(desk.said().contains("The settings are saved."));
    CHECK(desk.state().settings.owner == "Kim");
}

} // namespace kontingent::ui_test
