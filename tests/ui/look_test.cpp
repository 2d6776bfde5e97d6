// What a program can check of the look: contrast, the font's metrics, complete texts.
#include "core/base/colour.hpp"
#include "tests/languages/names.hpp"
#include "tests/ui/portal_driver.hpp"
#include "ui/paint.hpp"
#include "ui/texts.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
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

// Every theme: light and dark, each with more contrast, too.
std::vector<ui::Colours> all_colours() {
    std::vector<ui::Colours> all;
    for (ui::ColourScheme const scheme : {ui::ColourScheme::light, ui::ColourScheme::dark}) {
        for (ui::Contrast const contrast : {ui::Contrast::usual, ui::Contrast::more}) {
            all.push_back({.scheme = scheme, .contrast = contrast, .forced = {}});
        }
    }
    return all;
}

// The colours that site/styles/tokens.css gives to `:root` for them, by name.
std::map<std::string, ui::Colour> page_tokens(ui::Colours const& colours) {
    std::ifstream file(std::filesystem::path(KONTINGENT_ROOT) / "site/styles/tokens.css");
    std::map<std::string, ui::Colour> tokens;
    bool holds = true;
    static std::regex const token(R"(\s*--([a-z-]+): (#[0-9a-f]+);)");
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with("@media")) {
            holds = (!line.contains("dark") || colours.scheme == ui::ColourScheme::dark) &&
                    (!line.contains("contrast") || colours.contrast == ui::Contrast::more);
        }
        std::smatch found;
        if (!holds || !std::regex_match(line, found, token)) {
            continue;
        }
        std::string digits = found[2];
        if (digits.size() == 4) { // #rgb
            digits = {'#', digits[1], digits[1], digits[2], digits[2], digits[3], digits[3]};
        }
        tokens[found[1]] = parse_colour(digits).value();
    }
    return tokens;
}

} // namespace

TEST_CASE("text has contrast in light and dark, also with a host's accent") {
    for (ui::Colours const& colours : all_colours()) {
        for (std::optional<ui::Colour> const accent :
             {std::optional<ui::Colour>{}, std::optional<ui::Colour>{0x8A1C5B}}) {
            ui::Theme const theme = ui::theme_of(colours, accent);
            CAPTURE(static_cast<int>(colours.scheme));
            CAPTURE(static_cast<int>(colours.contrast));
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

TEST_CASE("with more contrast, texts have 7:1 and lines 3:1") {
    for (ui::ColourScheme const scheme : {ui::ColourScheme::light, ui::ColourScheme::dark}) {
        ui::Theme const theme =
            ui::theme_of({.scheme = scheme, .contrast = ui::Contrast::more, .forced = {}}, {});
        for (ui::Colour const ground : {theme.card, theme.page, theme.sunken}) {
            for (ui::Colour const ink : {theme.text, theme.muted, theme.accent, theme.good,
                                         theme.warn, theme.bad, theme.edge}) {
                CHECK(contrast_ratio(ink, ground) >= 7); // WCAG 2.2, 1.4.6
            }
            CHECK(contrast_ratio(theme.line, ground) >= 3);
        }
    }
}

TEST_CASE("where the system forces its colours, nothing is drawn in others") {
    ui::SystemColours const system{.ground = 0x010203, .text = 0xF0F1F2, .link = 0xFFFF00};
    ui::Theme const theme = ui::theme_of({.forced = system}, 0x8A1C5B);
    for (ui::Colour const ground :
         {theme.page, theme.card, theme.on_accent, theme.good_soft, theme.sunken}) {
        CHECK(ground == system.ground);
    }
    for (ui::Colour const ink :
         {theme.line, theme.edge, theme.text, theme.muted, theme.good, theme.warn, theme.bad}) {
        CHECK(ink == system.text);
    }
    CHECK(theme.accent == system.link);
}

TEST_CASE("the page's style sheet has the theme's colours") {
    for (ui::Colours const& colours : all_colours()) {
        std::map<std::string, ui::Colour> const tokens = page_tokens(colours);
        ui::Theme const theme = ui::theme_of(colours, {});
        for (auto const& [name, colour] :
             std::map<std::string, ui::Colour>{{"page", theme.page},
                                               {"card", theme.card},
                                               {"line", theme.line},
                                               {"text", theme.text},
                                               {"muted", theme.muted},
                                               {"accent", theme.accent},
                                               {"on-accent", theme.on_accent},
                                               {"good", theme.good},
                                               {"warn", theme.warn},
                                               {"bad", theme.bad}}) {
            CAPTURE(name);
            CAPTURE(static_cast<int>(colours.scheme));
            CAPTURE(static_cast<int>(colours.contrast));
            REQUIRE(tokens.contains(name));
            CHECK(tokens.at(name) == colour);
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
