// What begins a quote and what is edited in it, besides its needs: files, copies, items, templates.
#include "tests/ui/desk_place.hpp"

#include <doctest/doctest.h>

#include <string>

namespace kontingent::ui_test {

using semantics::Role;

namespace {

struct Place : DeskPlace {
    void take_request(ui::FilePurpose purpose = ui::FilePurpose::request) {
        desk.desk->take_file(purpose, "request.json", sample_request());
        desk.settle();
    }
};

} // namespace

TEST_CASE("a request begins a quote as a file that is chosen or dropped, too") {
    for (ui::FilePurpose const purpose : {ui::FilePurpose::request, ui::FilePurpose::dropped}) {
        CAPTURE(static_cast<int>(purpose));
        Place place;
        place.desk.press("New quote");
        place.desk.press("Choose a file");
        CHECK(place.platform.chosen == ui::FilePurpose::request);
        place.take_request(purpose);
        CHECK(place.desk.find(Role::text_field, "Company").value == "Groß GmbH");
        CHECK(place.quote_count() == 1);
    }
}

TEST_CASE("browsers fill in a customer's data and one's own name, and each apart from the other") {
    struct Row {
        char const *field, *type, *tokens;
    };

    constexpr Row rows[]{{"Name", "text", "section-customer name"},
                         {"Company", "text", "section-customer organization"},
                         {"Street and number", "text", "section-customer address-line1"},
                         {"Postcode", "text", "section-customer postal-code"},
                         {"City", "text", "section-customer address-level2"},
                         {"Country", "text", "section-customer country-name"},
                         {"E-mail", "email", "section-customer email"},
                         {"VAT ID", "text", "off"},
                         {"Prefix of numbers", "text", "off"},
                         {"Your name", "text", "name"}};
    Place place;
    DeskDriver& desk = place.desk;
    place.take_request();
    desk.press("Issue…");
    for (Row const& row : rows) {
        CAPTURE(row.field);
        auto const& traits = desk.find(Role::text_field, row.field).field;
        REQUIRE(traits.has_value());
        CHECK(traits->type == row.type);
        CHECK(traits->autocomplete == row.tokens);
    }
    desk.press("Settings");
    CHECK(desk.find(Role::text_field, "Your name").field->autocomplete == "name");
}

TEST_CASE("a copy of a quote is a draft of its own with the same content") {
    Place place;
    DeskDriver& desk = place.desk;
    place.take_request();
    std::string const id = desk.state().editor->document.id;
    desk.press("Duplicate");
    CHECK(place.quote_count() == 2);
    CHECK(desk.state().editor->document.id != id);
    CHECK(desk.find(Role::text_field, "Company").value == "Groß GmbH");
    CHECK(desk.text().contains("€16,884.00"));
}

TEST_CASE("an item is part of the fixed total unless it is optional") {
    Place place;
    DeskDriver& desk = place.desk;
    place.take_request();
    CHECK(desk.text().contains("€10,584.00"));
    desk.press("Add an item");
    desk.type("Description", "Workshop");
    desk.type("Price of one", "1.000,00");
    desk.type("Quantity", "2");
    CHECK(desk.text().contains("€12,584.00"));
    desk.desk->push(ui::Activated{desk.find(Role::checkbox, "Optional: not in any total").id});
    desk.settle();
    CHECK(desk.text().contains("€10,584.00"));
    CHECK_FALSE(desk.text().contains("€12,584.00"));
    desk.press("Remove this item");
    CHECK_FALSE(desk.shows(Role::text_field, "Description"));
}

TEST_CASE("a template of one's own puts its texts in, and Undo takes them out again") {
    Place place;
    DeskDriver& desk = place.desk;
    desk.press("Settings");
    desk.state().settings_form.templates = {{.name = "Shop",
                                             .introduction = "Thank you for your request.",
                                             .closing = "We look forward to it.",
                                             .payment_terms = "14 days net."}};
    desk.press("Save the settings");
    place.take_request();
    desk.press("Use template “Shop”");
    CHECK(desk.find(Role::text_area, "Introduction").value == "Thank you for your request.");
    CHECK(desk.find(Role::text_area, "Payment terms").value == "14 days net.");
    desk.press("Undo");
    CHECK(desk.find(Role::text_area, "Introduction").value.empty());
}

} // namespace kontingent::ui_test
