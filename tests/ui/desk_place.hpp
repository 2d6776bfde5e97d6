// A desk with a store of its own, and the steps with which most tests begin.
#pragma once

#include "core/document/document.hpp"
#include "tests/ui/desk_driver.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace kontingent::ui_test {

std::size_t quote_count(RecordStore const& store);

struct DeskPlace {
    RecordStore store;
    FakeDeskPlatform platform{store};
    DeskDriver desk;

    // `logo` is the file of the site's.
    explicit DeskPlace(Language language = english, float width = 1440, std::string_view logo = {})
        : desk(platform, language, width, std::string{logo}) {}

    std::size_t quote_count() const { return ui_test::quote_count(store); }

    bool has_record(std::string_view key) const;
    // The only quote, as it is stored.
    QuoteDocument stored_quote() const;
};

// A draft from the sample request.
void paste_request(DeskDriver& desk);
// Up to the press that issues; prefix and name are asked for once.
void ask_to_issue(DeskDriver& desk);
void issue(DeskDriver& desk);

} // namespace kontingent::ui_test
