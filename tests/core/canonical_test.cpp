#include "core/base/instant.hpp"
#include "core/base/sha256.hpp"
#include "core/json/canonical.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace kontingent;

TEST_CASE("SHA-256 has the digests of FIPS 180-4") {
    struct Row {
        char const* name;
        std::string bytes;
        char const* digest;
    };

    Row const rows[] = {
        {"nothing", "", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
        {"one block", "abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
        {"the length needs a second block",
         "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
         "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"},
        {"55 bytes", std::string(55, 'a'),
         "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318"},
        {"56 bytes", std::string(56, 'a'),
         "b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a"},
        {"64 bytes", std::string(64, 'a'),
         "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"},
        {"a million", std::string(1'000'000, 'a'),
         "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"},
    };
    for (Row const& row : rows) {
        CAPTURE(row.name);
        CHECK(sha256_hex(row.bytes) == row.digest);
        CHECK(is_sha256_hex(row.digest));
    }
    CHECK_FALSE(is_sha256_hex(std::string(63, 'a')));
    CHECK_FALSE(is_sha256_hex(std::string(64, 'A')));
}

TEST_CASE("canonical JSON of RFC 8785") {
    struct Row {
        char const* name;
        char const* text;
        char const* canonical;
    };

    Row const rows[] = {
        {"spaces and order", "{ \"b\" : 1,\n \"a\": [ true, null , \"x\" ] }",
         R"({"a":[true,null,"x"],"b":1})"},
        {"escapes as short as they can be", R"("\u0041\u00e4\/\u000a\u001f\b\"\\")",
         "\"A\u00e4/\\n\\u001f\\b\\\"\\\\\""},
        {"empty", R"({"a": {}, "b": []})", R"({"a":{},"b":[]})"},
        {"by UTF-16: U+1F600 before U+FB33", "{\"\uFB33\": 1, \"\U0001F600\": 2, \"\u20ac\": 3}",
         "{\"\u20ac\":3,\"\U0001F600\":2,\"\uFB33\":1}"},
        {"a prefix first", R"({"aa": 1, "a": 2, "": 3})", R"({"":3,"a":2,"aa":1})"},
        {"the largest exact number", "[9007199254740991, -9007199254740991, -0]",
         "[9007199254740991,-9007199254740991,0]"},
    };
    for (Row const& row : rows) {
        CAPTURE(row.name);
        auto const canonical = json::canonical(row.text, 1'000);
        REQUIRE(canonical.has_value());
        CHECK(*canonical == row.canonical);
        CHECK(json::canonical(*canonical, 1'000) == canonical);
    }
    for (char const* const text : {"[9007199254740992]", "[-9007199254740992]", "[1.5]", "[1e3]"}) {
        CAPTURE(text);
        auto const canonical = json::canonical(text, 1'000);
        REQUIRE_FALSE(canonical.has_value());
        CHECK(canonical.error().code == ErrorCode::out_of_range);
        CHECK(canonical.error().pointer == "/0");
    }
}

TEST_CASE("days and instants") {
    for (char const* const day :
         {"1970-01-01", "2027-03-28", "2028-02-29", "0001-01-01", "9999-12-31", "1969-12-31"}) {
        CAPTURE(day);
        REQUIRE(parse_day(day).has_value());
        CHECK(to_text(*parse_day(day)) == day);
    }
    for (char const* const day : {"2027-02-29", "2027-13-01", "2027-00-10", "27-03-28",
                                  "0000-01-01", "2027-3-28", "2027-03-2x", ""}) {
        CAPTURE(day);
        CHECK_FALSE(parse_day(day).has_value());
    }
    CHECK(parse_day("1970-01-02")->number == 1);
    CHECK(parse_instant("1970-01-01T00:00:01.001Z") == Instant{1001});
    CHECK(to_text(Instant{-1}) == "1969-12-31T23:59:59.999Z");
    CHECK(parse_instant("2027-03-28T22:00:00Z") == parse_instant("2027-03-28T22:00:00.000Z"));
    for (char const* const instant :
         {"2027-03-28T24:00:00Z", "2027-03-28T22:60:00Z", "2027-03-28T22:00:60Z",
          "2027-03-28 22:00:00Z", "2027-03-28T22:00:00", "2027-03-28T22:00:00.00Z",
          "2027-03-28T22:00:00+02:00"}) {
        CAPTURE(instant);
        CHECK_FALSE(parse_instant(instant).has_value());
    }
}
