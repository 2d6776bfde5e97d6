#include "core/json/reader.hpp"
#include "tests/core/catalogue_text.hpp"

#include <doctest/doctest.h>

#include <limits>
#include <string>

using namespace kontingent;

namespace {

constexpr std::size_t bytes_max = 4'096;

// What is wrong with a text, as "1:2 syntax  ".
std::string error_of(std::string_view text) {
    auto const document = json::read(text, bytes_max);
    return document ? "" : tests::lines_of({document.error()});
}

// Every value as "line:column pointer", in the text's order.
std::string places_of(json::Document const& document, json::Value const& value) {
    std::string text = std::to_string(value.place.line) + ":" + std::to_string(value.place.column) +
                       " " + document.pointer_to(value) + "\n";
    for (json::Value const& item : document.items(value)) {
        text += places_of(document, item);
    }
    return text;
}

} // namespace

TEST_CASE("texts that are no JSON: where the first unusable token begins") {
    struct Row {
        char const* name;
        std::string_view marked; // '^' before the place
        char const* detail = "";
    };

    Row const rows[] = {
        {"nothing", "^"},
        {"white space", "  \n ^"},
        {"a word", "^hello"},
        {"half a word", "[^tru]"},
        {"a word in capitals", "[^True]"},
        {"not closed", "[1^"},
        {"not closed after a comma", "[1,^"},
        {"closed otherwise", "[1^}"},
        {"closed twice", "[1]^]"},
        {"a second document", "{} ^{}"},
        {"two commas", "{\"a\":1,^,\"b\":2}"},
        {"a comma at the end", "{\"a\":1,\n^}"},
        {"a comma at the end of a list", "[1 , ^]"},
        {"no comma between members", "{\"a\":1 ^\"b\":2}"},
        {"no comma between items", "[1\n^2]"},
        {"no colon", "{\"a\" ^1}"},
        {"two colons", "{\"a\":^:1}"},
        {"no value", "{\"a\":^}"},
        {"a name without quotation marks", "{^a:1}"},
        {"a number for a name", "{^1:1}"},
        {"single quotation marks", "[^'a']"},
        {"a text that does not end", "[1, ^\"abc"},
        {"a text over two lines", "[^\"abc\ndef\"]"},
        {"a tab in a text", "[^\"a\tb\"]"},
        {"an unknown escape", "[^\"a\\q\"]"},
        {"a short escape", "[^\"\\u12\"]"},
        {"half a surrogate pair", "[^\"\\ud800\"]"},
        {"the halves the wrong way round", "[^\"\\udc00\\ud800\"]"},
        {"a leading zero", "[0^1]"},
        {"a plus sign", "[^+1]"},
        {"only a minus", "[^-]"},
        {"no digits after the point", "[^1.]"},
        {"no digits before the point", "[^.5]"},
        {"a comment", "[^/* no */ 1]"},
        {"a comment of a line", "[1] ^// no"},
        {"not a number", "[^NaN]"},
        {"after umlauts, in characters", "[\"äöü🚨\", ^x]"},
        {"no-break space is no white space", "[^\u00A01]"},
        {"a zero byte", std::string_view("[1]^\0", 5)},
        {"a zero byte inside a text", std::string_view("[\"a^\0\"]", 7)},
        {"half a byte order mark", "^\xEF\xBB[]", "utf8"},
        {"a lone continuation byte", "[\"a^\x80\"]", "utf8"},
        {"half a character", "[\"^\xC3\"]", "utf8"},
        {"an overlong form", "[\"^\xC0\xAF\"]", "utf8"},
        {"an overlong form of three", "[\"^\xE0\x80\xAF\"]", "utf8"},
        {"a surrogate", "[\"^\xED\xA0\x80\"]", "utf8"},
        {"beyond Unicode", "[\"^\xF4\x90\x80\x80\"]", "utf8"},
        {"Latin-1", "[\"M^\xFCller\"]", "utf8"},
        {"outside a text", "[^\xFF]", "utf8"},
    };
    for (Row const& row : rows) {
        CAPTURE(row.name);
        tests::Marked const marked = tests::without_marks(row.marked);
        CHECK(error_of(marked.text) ==
              tests::expected_lines(std::string("syntax  ") + row.detail, marked.places));
    }
}

TEST_CASE("a byte order mark is skipped and not counted") {
    CHECK(error_of("\xEF\xBB\xBF[]") == "");
    CHECK(error_of("\xEF\xBB\xBF[x]") == "1:2 syntax  \n");
}

TEST_CASE("valid UTF-8 at its edges") {
    for (char const* const text :
         {"[\"\x7F\"]", "[\"\u0080\"]", "[\"\u07FF\"]", "[\"\u0800\"]", "[\"\uD7FF\"]",
          "[\"\uE000\"]", "[\"\uFFFF\"]", "[\"\U00010000\"]", "[\"\U0010FFFF\"]"}) {
        CAPTURE(text);
        CHECK(error_of(text) == "");
    }
}

TEST_CASE("limits of size and depth") {
    std::string const depth_edge = std::string(32, '[') + std::string(32, ']');
    CHECK(error_of(depth_edge) == "");
    CHECK(error_of("[\n" + depth_edge + "]") == "2:32 too_large  depth 32\n");
    // The error comes before any that are deeper.
    CHECK(error_of(std::string(4'000, '[')) == "1:33 too_large  depth 32\n");
    CHECK(error_of("[" + std::string(bytes_max - 2, ' ') + "]") == "");
    CHECK(error_of("[" + std::string(bytes_max - 1, ' ') + "]") == "1:1 too_large  bytes 4096\n");
}

TEST_CASE("a number beyond all numbers is found at its place") {
    CHECK(error_of("{\"a\": [1, -1e9999]}") == "1:11 wrong_type /a/1 integer\n");
}

TEST_CASE("kinds and values") {
    auto const document = json::read(
        R"([null, true, false, 0, -0, -7, 9223372036854775807, -9223372036854775808, 1.0, 1e2, "", "a\"\\\/\n\u00fc\ud83d\udea8", [], {}])",
        bytes_max);
    REQUIRE(document);
    json::Value const& list = document->root();
    CHECK(list.kind == json::Kind::list);
    CHECK(list.item_count == 14);
    std::vector<json::Value> items;
    for (json::Value const& item : document->items(list)) {
        items.push_back(item);
    }
    REQUIRE(items.size() == 14);
    CHECK(items[0].kind == json::Kind::null);
    CHECK(items[1].kind == json::Kind::boolean);
    CHECK(items[1].is_true);
    CHECK(!items[2].is_true);
    CHECK(items[3].kind == json::Kind::integer);
    CHECK(items[4].kind == json::Kind::integer);
    CHECK(items[4].integer == 0);
    CHECK(items[5].integer == -7);
    CHECK(items[6].integer == std::numeric_limits<std::int64_t>::max());
    CHECK(items[7].integer == std::numeric_limits<std::int64_t>::min());
    CHECK(items[8].kind == json::Kind::decimal);
    CHECK(items[9].kind == json::Kind::decimal);
    CHECK(items[10].kind == json::Kind::text);
    CHECK(items[10].text.empty());
    CHECK(items[11].text == "a\"\\/\nü🚨");
    CHECK(items[12].kind == json::Kind::list);
    CHECK(items[13].kind == json::Kind::object);
    for (std::size_t index = 0; index < items.size(); ++index) {
        CHECK(items[index].position == index);
    }
}

TEST_CASE("integers beyond 64 bits become the nearest that fits") {
    auto const document =
        json::read("[9223372036854775808, 18446744073709551616, -9223372036854775809]", bytes_max);
    REQUIRE(document);
    std::vector<std::int64_t> numbers;
    for (json::Value const& item : document->items(document->root())) {
        CHECK(item.kind == json::Kind::integer);
        numbers.push_back(item.integer);
    }
    constexpr std::int64_t highest = std::numeric_limits<std::int64_t>::max();
    CHECK(numbers ==
          std::vector<std::int64_t>{highest, highest, std::numeric_limits<std::int64_t>::min()});
}

TEST_CASE("places and pointers, through white space, escapes and nesting") {
    auto const document = json::read("{ \"a\\\"}\" : [1,-2.5e+3 ,\n\ttrue],\r\n "
                                     "\"ü🚨\":{\"\":null,\"x/y~\":\"]\\\\\"}\n,\"c\":[[],{}]\n}",
                                     bytes_max);
    REQUIRE(document);
    CHECK(places_of(*document, document->root()) == "1:1 \n"
                                                    "1:12 /a\"}\n"
                                                    "1:13 /a\"}/0\n"
                                                    "1:15 /a\"}/1\n"
                                                    "2:2 /a\"}/2\n"
                                                    "3:7 /ü🚨\n"
                                                    "3:11 /ü🚨/\n"
                                                    "3:23 /ü🚨/x~1y~0\n"
                                                    "4:6 /c\n"
                                                    "4:7 /c/0\n"
                                                    "4:10 /c/1\n");
}

TEST_CASE("a document may be moved") {
    auto document = json::read("{\"a\": \"text\"}", bytes_max);
    REQUIRE(document);
    json::Document const moved = *std::move(document);
    for (json::Value const& member : moved.items(moved.root())) {
        CHECK(member.key == "a");
        CHECK(member.text == "text");
    }
}
