// Core's JSON reader and nlohmann/json agree on what is JSON and what it says.
#include "tests/core/catalogue_text.hpp"
#include "tests/core/json_oracle.hpp"
#include "tests/core/random.hpp"

#include <doctest/doctest.h>

#include <array>
#include <string>

using namespace kontingent;
using tests::Random;
using tests::told_by_core;
using tests::told_by_library;

namespace {

std::size_t below(Random& random, std::size_t count) {
    return static_cast<std::size_t>(random.between(0, static_cast<std::int64_t>(count) - 1));
}

// Whatever an end of one token and the beginning of the next can be.
constexpr std::array pieces{"{",
                            "}",
                            "[",
                            "]",
                            ",",
                            ":",
                            "\"",
                            "\\",
                            " ",
                            "\n",
                            "\t",
                            "\r",
                            "0",
                            "1",
                            "-",
                            "+",
                            ".",
                            "e",
                            "E",
                            "9",
                            "12",
                            "-0",
                            "00",
                            "0.5",
                            "1e5",
                            "1E-2",
                            "true",
                            "false",
                            "null",
                            "tru",
                            "nul",
                            "\"a\"",
                            "\"a\":",
                            "\"\\n\"",
                            "\"\\u00e9\"",
                            "\"\\ud83d\\udea8\"",
                            "\\ud83d",
                            "\\udea8",
                            "\\u0000",
                            "\\u",
                            "\\x",
                            "ü",
                            "\xC3",
                            "\xBC",
                            "\xED\xA0\x80",
                            "\xF4\x8F\xBF\xBF",
                            "\x01",
                            "\x7F",
                            "\xEF\xBB\xBF",
                            "/",
                            "/*",
                            "//",
                            "'",
                            "a",
                            "9223372036854775807",
                            "9223372036854775808",
                            "-9223372036854775808",
                            "-9223372036854775809",
                            "18446744073709551615",
                            "18446744073709551616"};

std::string random_text(Random& random) {
    std::string text;
    std::size_t const piece_count = below(random, 12) + 1;
    for (std::size_t count = 0; count < piece_count; ++count) {
        text += pieces[below(random, pieces.size())];
    }
    return text;
}

// A whole value, so that most of what is nested is sound.
std::string random_value(Random& random, int depth) {
    constexpr std::array leaves{"null",       "true",        "false",  "0",
                                "-7",         "3.25",        "1e2",    "\"\"",
                                "\"a\\\"b\"", "\"\\u20ac\"", "\"🚨\"", "99999999999999999999"};
    std::size_t const kind = depth == 0 ? 0 : below(random, 3);
    if (kind == 0) {
        return leaves[below(random, leaves.size())];
    }
    std::string text = kind == 1 ? "[" : "{";
    std::size_t const item_count = below(random, 4);
    for (std::size_t count = 0; count < item_count; ++count) {
        if (count > 0) {
            text += below(random, 2) == 0 ? "," : " ,\n";
        }
        if (kind == 2) {
            text += "\"k" + std::to_string(below(random, 3)) + "\" : ";
        }
        text += random_value(random, depth - 1);
    }
    return text + (kind == 1 ? "]" : "}");
}

void change_somewhere(std::string& text, Random& random) {
    std::size_t const at = below(random, text.size());
    switch (random.between(0, 2)) {
    case 0:
        text.erase(at, 1 + below(random, 3));
        return;
    case 1:
        text.insert(at, pieces[below(random, pieces.size())]);
        return;
    default:
        text[at] = static_cast<char>(random.between(1, 255));
        return;
    }
}

struct Counts {
    int accepted = 0;
    int refused = 0;
};

void compare(std::string const& text, Counts& counts) {
    auto const by_library = told_by_library(text);
    if (!by_library) {
        return;
    }
    CAPTURE(text);
    REQUIRE(told_by_core(text) == *by_library);
    ++(*by_library == "refused" ? counts.refused : counts.accepted);
}

} // namespace

TEST_CASE("the reader agrees with nlohmann/json") {
    constexpr std::uint64_t seed = 8'259;
    MESSAGE("seed ", seed);
    Random random(seed);
    Counts counts;
    std::string const catalogue(tests::small_catalogue_text());
    compare(catalogue, counts);
    for (int round = 0; round < 20'000; ++round) {
        compare(random_text(random), counts);
        std::string value = random_value(random, 3);
        compare(value, counts);
        change_somewhere(value, random);
        compare(value, counts);
    }
    for (int round = 0; round < 500; ++round) {
        std::string changed = catalogue;
        change_somewhere(changed, random);
        compare(changed, counts);
    }
    // Both answers have to be common, or the comparison says nothing.
    CHECK(counts.accepted > 10'000);
    CHECK(counts.refused > 10'000);
}
