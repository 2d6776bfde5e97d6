#include "tests/ui/desk_place.hpp"

#include "core/document/document_reader.hpp"

#include <doctest/doctest.h>

namespace kontingent::ui_test {

std::size_t quote_count(RecordStore const& store) {
    std::size_t count = 0;
    for (auto const& [key, kept] : store.records) {
        count += key.starts_with("quote/") && kept.value ? 1U : 0U;
    }
    return count;
}

bool DeskPlace::has_record(std::string_view key) const {
    auto const found = store.records.find(key);
    return found != store.records.end() && found->second.value.has_value();
}

QuoteDocument DeskPlace::stored_quote() const {
    REQUIRE(quote_count() == 1);
    for (auto const& [key, kept] : store.records) {
        if (key.starts_with("quote/") && kept.value) {
            auto const document = parse_document(*kept.value, desk.desk->session()->catalogue);
            REQUIRE(document.has_value());
            return *document;
        }
    }
    return {};
}

void paste_request(DeskDriver& desk) {
    desk.press("New quote");
    desk.type("Request as JSON, as “kontingent requests show” prints it", sample_request());
    desk.press("Import");
}

void ask_to_issue(DeskDriver& desk) {
    desk.press("Issue…");
    if (desk.shows(semantics::Role::text_field, "Prefix of numbers")) {
        desk.type("Prefix of numbers", "a");
        desk.type("Your name", "Sam Sale");
    }
}

void issue(DeskDriver& desk) {
    ask_to_issue(desk);
    desk.press("Issue now");
}

} // namespace kontingent::ui_test
