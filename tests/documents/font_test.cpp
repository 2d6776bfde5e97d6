// Text in the typeface of documents.
#include "documents/pdf/font.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace kontingent::documents::pdf;

namespace {

std::uint32_t u32_at(std::string const& bytes, std::size_t at) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        value = value << 8U | static_cast<unsigned char>(bytes[at + i]);
    }
    return value;
}

std::uint32_t u16_at(std::string const& bytes, std::size_t at) {
    return u32_at(bytes, at) >> 16U;
}

// A table's offset in a TrueType file; 0 where it has none.
std::size_t table_at(std::string const& file, std::string_view name) {
    for (std::size_t i = 0; i < u16_at(file, 4); ++i) {
        std::size_t const entry = 12 + 16 * i;
        if (file.substr(entry, 4) == name) {
            return u32_at(file, entry + 8);
        }
    }
    return 0;
}

} // namespace

TEST_CASE("what is drawn for a text") {
    struct Row {
        char const* name;
        char const* text;
        std::u32string characters;
    };

    Row const rows[] = {
        {"nothing", "", U""},
        {"letters, signs and a no-break space", "Größe 1\u00A0€", U"Größe 1\u00A0€"},
        {"a letter and an accent", "e\u0301", U"é"},
        {"a letter and two accents", "a\u0302\u0301", U"ấ"},
        {"an accent before any letter stays as it is", "\u0301e", U"\u0301e"},
        {"an accent that does not go with the letter stays", "x\u0327", U"x\u0327"},
        {"a soft hyphen, a zero-width space, a joiner, a byte order mark",
         "a\u00ADb\u200Bc\u200Dd\uFEFF", U"abcd"},
        {"marks of direction cannot turn a text around", "12\u202E34", U"1234"},
        {"controls are spaces", "a\tb\u0085c", U"a b c"},
        {"beyond the first 65536 characters", "\U0001F600", U"\U0001F600"},
    };
    for (Row const& row : rows) {
        CAPTURE(row.name);
        CHECK(characters_of(row.text) == row.characters);
        CHECK(characters_of(utf8_of(row.characters)) == row.characters);
    }
}

TEST_CASE("which characters the typeface lacks") {
    CHECK(missing_in("Łódź, Ångström, Ελλάδα, Київ, ½ → ≤ „“ – − €") == U"");
    CHECK(missing_in("e\u0301 x\u0E47") == U"\u0E47");
    CHECK(missing_in("山田 山 😀") == U"山田😀");
    CHECK(missing_in("עברית").size() == 5);
}

TEST_CASE("digits are of one width in both weights, so that amounts align") {
    for (Weight const weight : {Weight::regular, Weight::semibold}) {
        Length const zero = width_of("0", weight, 10'000);
        CHECK(zero > 0);
        for (char digit = '1'; digit <= '9'; ++digit) {
            CHECK(width_of(std::string(1, digit), weight, 10'000) == zero);
        }
    }
    CHECK(width_of("1.234,00\u00A0€", Weight::semibold, 9'000) >
          width_of("1.234,00\u00A0€", Weight::regular, 9'000));
}

TEST_CASE("a subset numbers characters as they come, and holds no other glyph") {
    FontSubset font(Weight::regular);
    CHECK(font.is_empty());
    CHECK(font.glyphs_of(U"abca") == "0001000200030001");
    CHECK(font.glyphs_of(U"ü 山") == "00040005"); // what it lacks is left out
    std::string const file = font.file();
    std::size_t const maxima = table_at(file, "maxp");
    REQUIRE(maxima != 0);
    CHECK(u16_at(file, maxima + 4) == 6); // and the glyph for no character
    std::size_t const places = table_at(file, "loca");
    std::vector<std::uint32_t> offsets;
    for (std::size_t i = 0; i <= 6; ++i) {
        offsets.push_back(u32_at(file, places + 4 * i));
    }
    for (std::size_t i = 0; i < 6; ++i) {
        CHECK((offsets[i] < offsets[i + 1]) == (i != 5)); // the space has no outline
    }
    // The tables' checksums and the width of "a".
    CHECK(u16_at(file, table_at(file, "hmtx") + 4) ==
          static_cast<std::uint32_t>(width_of("a", Weight::regular, 2'048)));
}

TEST_CASE("a subset says which character a glyph is, and spaces as plain ones") {
    FontSubset font(Weight::semibold);
    font.glyphs_of(U"€\u00A0");
    std::string const map = font.character_map();
    CHECK(map.find("2 beginbfchar\n<0001> <20AC>\n<0002> <0020>\nendbfchar\n") !=
          std::string::npos);
    std::u32string many;
    for (FontGlyph const& glyph : regular_font_data().glyphs.first(101)) {
        many += static_cast<char32_t>(glyph.character);
    }
    FontSubset large(Weight::regular);
    large.glyphs_of(many);
    // A block has at most 100 entries.
    CHECK(large.character_map().find("100 beginbfchar") != std::string::npos);
    CHECK(large.character_map().find("\n1 beginbfchar") != std::string::npos);
}
