#include "core/base/sha256.hpp"
#include "core/catalogue/catalogue.hpp"
#include "core/catalogue/reduced.hpp"
#include "tests/core/catalogue_text.hpp"
#include "tests/languages/names.hpp"

#include <doctest/doctest.h>

#include <string>

namespace kontingent::tests {
namespace {

std::string reduced(std::string const& text, Language language) {
    auto const document = json::read(text, text.size() + 1);
    REQUIRE(document.has_value());
    return reduced_catalogue(*document, sha256_hex(text), language);
}

} // namespace

TEST_CASE("a reduced catalogue has one language, the source's digest and no schema") {
    std::string const text =
        R"({"$schema": "x", "id": "a", "languages": ["de", "en"], "sample": true,
        "items": [{"name": {"de": "Eins", "en": "One \\"}}, {"n": -2}], "none": null, "empty": {}})";
    CHECK(reduced(text, english) ==
          R"({"source_sha256":")" + sha256_hex(text) +
              R"(","id":"a","languages":["en"],"sample":true,)"
              R"("items":[{"name":{"en":"One \\"}},{"n":-2}],"none":null,"empty":{}})");
}

TEST_CASE("a reduced catalogue is a catalogue with the same offers, and reduces to itself") {
    std::string const text{small_catalogue_text()};
    auto const whole = parse_catalogue(text);
    REQUIRE(whole.has_value());
    for (Language const language : whole->languages) {
        std::string const once = reduced(text, language);
        auto const catalogue = parse_catalogue(once);
        REQUIRE(catalogue.has_value());
        CHECK(catalogue->languages == std::vector{language});
        CHECK(catalogue->id == whole->id);
        REQUIRE(catalogue->offers.size() == whole->offers.size());
        for (std::size_t index = 0; index < whole->offers.size(); ++index) {
            CHECK(catalogue->offers[index].name.in(language) ==
                  whole->offers[index].name.in(language));
        }
        CHECK(reduced(once, language).substr(90) == once.substr(90));
    }
}

} // namespace kontingent::tests
