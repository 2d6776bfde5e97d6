// A button's label stays within it.
#include "tests/languages/names.hpp"
#include "tests/ui/screen_driver.hpp"
#include "ui/widgets/button.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

namespace kontingent::ui_test {

namespace {

using semantics::Record;
using semantics::Role;

// What is written on a button that is 240 CSS pixels wide.
Record words_on(std::string const& label) {
    ScreenDriver screen(
        [&](ui::Frame& frame, float) {
            ui::button(frame, "button", {10, 20, 240, ui::button_height}, label,
                       ui::ButtonKind::quiet);
            return 100.0F;
        },
        german);
    semantics::Id const button = screen.find(Role::button, label).id; // its name is whole
    auto const words = std::ranges::find(screen.records, button, &Record::parent);
    REQUIRE(words != screen.records.end());
    CHECK(words->rect.x >= 10 + 8);
    CHECK(words->rect.x + words->rect.width <= 250 - 8);
    CHECK(words->rect.y >= 20);
    CHECK(words->rect.y + words->rect.height <= 20 + ui::button_height);
    return *words;
}

std::string const& text_of(Record const& words) {
    return words.value.empty() ? words.name : words.value;
}

} // namespace

TEST_CASE("a label is one line where it fits") {
    Record const words = words_on("PDF herunterladen");
    CHECK(words.look->size == ui::type::body);
    CHECK(text_of(words) == "PDF herunterladen");
}

TEST_CASE("a label that is too long is two smaller lines") {
    Record const words = words_on("UBL herunterladen: Standard · 12 Monate");
    CHECK(words.look->size == ui::type::small);
    CHECK(words.rect.height > 40);
    CHECK(text_of(words) == "UBL herunterladen: Standard · 12 Monate");
}

TEST_CASE(
    "a label that is longer than two lines ends with an ellipsis; the button's name is whole") {
    Record const words =
        words_on("UBL herunterladen: Rundumbetreuung für Onlineshops mit Bereitschaft · 12 Monate");
    CHECK(text_of(words).ends_with("…"));
    CHECK(text_of(words).starts_with("UBL herunterladen: Rundumbetreuung"));
}

} // namespace kontingent::ui_test
