// What a program can check of the look: contrast, the font's metrics, complete texts.
#include "core/base/colour.hpp"
#include "tests/languages/names.hpp"
#include "tests/ui/portal_driver.hpp"
#include "ui/paint.hpp"
#include "ui/texts.hpp"

#include <doctest/doctest.h>

#include <set>

namespace kontingent::ui_test {

namespace {

struct Pair {
    std::string name;
    ui::Colour ink, ground;
};

std::set<std::string> slots_of(std::string_view text) {
    std::set<std::string> slots;
    for (std::size_t open = text.find('{'); open != std::string_view::npos;
         open = text.find('{', open + 1)) {
        slots.emplace(text.substr(open, text.find('}', open) - open));
    }
    return slots;
}

} // namespace

TEST_CASE("text has contrast in light and dark, also with a host's accent") {
    for (ui::ColourScheme const scheme : {ui::ColourScheme::light, ui::ColourScheme::dark}) {
        for (std::optional<ui::Colour> const accent :
             {std::optional<ui::Colour>{}, std::optional<ui::Colour>{0x8A1C5B}}) {
            ui::Theme const theme = ui::theme_of(scheme, accent);
            CAPTURE(static_cast<int>(scheme));
            for (Pair const& pair : {Pair{"text on card", theme.text, theme.card},
                                     Pair{"text on page", theme.text, theme.page},
                                     Pair{"text on sunken", theme.text, theme.sunken},
                                     Pair{"muted on card", theme.muted, theme.card},
                                     Pair{"muted on page", theme.muted, theme.page},
                                     Pair{"muted on sunken", theme.muted, theme.sunken},
                                     Pair{"muted on line", theme.muted, theme.line},
                                     Pair{"accent on card", theme.accent, theme.card},
                                     Pair{"label on accent", theme.on_accent, theme.accent},
                                     Pair{"good on card", theme.good, theme.card},
                                     Pair{"good on its soft", theme.good, theme.good_soft},
                                     Pair{"warn on card", theme.warn, theme.card},
                                     Pair{"bad on card", theme.bad, theme.card}}) {
                CAPTURE(pair.name);
                CHECK(contrast_ratio(pair.ink, pair.ground) >= contrast_min);
            }
            for (ui::Colour const ground : {theme.card, theme.page, theme.sunken}) {
                CHECK(contrast_ratio(theme.edge, ground) >= 3); // WCAG 2.2, 1.4.11
            }
        }
    }
}

TEST_CASE("every language has every text, with the same slots") {
    ui::Texts const first = portal_texts(english);
    for (Language const language : all_languages()) {
        ui::Texts const texts = portal_texts(language);
        for (std::size_t index = 0; index < ui::text_count; ++index) {
            auto const text = static_cast<ui::Text>(index);
            CAPTURE(texts[text]);
            CHECK(slots_of(texts[text]) == slots_of(first[text]));
            CHECK_FALSE(texts[text].empty());
        }
    }
}

std::string list_of(std::size_t count, std::string const& item) {
    std::string list;
    for (std::size_t index = 0; index < count; ++index) {
        list += (index == 0 ? "" : ",") + item;
    }
    return "[" + list + "]";
}

TEST_CASE("texts are a list of one text each, or refused") {
    struct Row {
        char const* name;
        std::string json;
        std::vector<ErrorCode> errors;
    };

    std::vector<ErrorCode> const wrong_each(ui::text_count, ErrorCode::wrong_type);
    for (Row const& row : {
             Row{"as many as wanted", list_of(ui::text_count, "\"x\""), {}},
             Row{"one less", list_of(ui::text_count - 1, "\"x\""), {ErrorCode::out_of_range}},
             Row{"one more", list_of(ui::text_count + 1, "\"x\""), {ErrorCode::out_of_range}},
             Row{"none", "[]", {ErrorCode::out_of_range}},
             Row{"numbers", list_of(ui::text_count, "1"), wrong_each},
             Row{"by name", R"({"net": "netto"})", {ErrorCode::wrong_type}},
         }) {
        CAPTURE(row.name);
        auto const document = json::read(row.json, row.json.size() + 1);
        REQUIRE(document.has_value());
        auto const texts = ui::parse_texts(*document, document->root());
        std::vector<ErrorCode> codes;
        for (Error const& error : texts ? Errors{} : texts.error()) {
            codes.push_back(error.code);
        }
        CHECK(codes == row.errors);
    }
}

TEST_CASE("slots are filled, and other braces stay") {
    ui::Texts const texts = portal_texts(german);
    CHECK(texts.fill(ui::Text::history_total, {{"months", "{months}"}}) == "Summe, {months}");
    CHECK(texts.fill(ui::Text::history_total, {{"other", "3"}}) == "Summe, {months}");
}

TEST_CASE("a counted text has a line for each form") {
    ui::Texts const texts = portal_texts(german);
    CHECK(texts.form(ui::Text::months, 0) == "{n} Monat");
    CHECK(texts.form(ui::Text::months, 1) == "{n} Monate");
    CHECK(texts.form(ui::Text::months, 2).empty());
}

} // namespace kontingent::ui_test
