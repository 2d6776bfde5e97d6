#include "endpoint/target.hpp"

#include <doctest/doctest.h>

#include <array>
#include <vector>

namespace kontingent::endpoint {

namespace {

struct Accepted {
    std::string_view path;
    std::vector<std::string> segments;
    bool is_folder;
};

struct Rejected {
    std::string_view name;
    std::string_view path;
    TargetFault fault;
};

} // namespace

TEST_CASE("paths are decoded once, segment by segment") {
    std::vector<Accepted> const rows{
        {"/", {}, true},
        {"/en", {"en"}, false},
        {"/en/", {"en"}, true},
        {"/a%20b/%C3%A4.txt", {"a b", "ä.txt"}, false},
        {"/%2541", {"%41"}, false},
        {"http://example.org/en/", {"en"}, true},
        {"http://example.org", {}, true},
        {"/a..b", {"a..b"}, false},
    };
    for (Accepted const& row : rows) {
        CAPTURE(row.path);
        auto const target = parse_target(row.path);
        REQUIRE(target.has_value());
        CHECK(target->segments == row.segments);
        CHECK(target->is_folder == row.is_folder);
    }
}

TEST_CASE("hostile paths are no paths") {
    constexpr std::array rows{
        Rejected{"empty", "", TargetFault::malformed},
        Rejected{"asterisk", "*", TargetFault::malformed},
        Rejected{"relative", "index.html", TargetFault::malformed},
        Rejected{"NUL", "/index.html%00.png", TargetFault::malformed},
        Rejected{"line feed", "/a%0Ab", TargetFault::malformed},
        Rejected{"delete", "/a%7F", TargetFault::malformed},
        Rejected{"half an escape", "/a%2", TargetFault::malformed},
        Rejected{"no hex", "/a%zz", TargetFault::malformed},
        Rejected{"bare percent", "/%", TargetFault::malformed},
        Rejected{"parent", "/../secret.txt", TargetFault::refused},
        Rejected{"parent inside", "/en/../../secret.txt", TargetFault::refused},
        Rejected{"parent at the end", "/en/..", TargetFault::refused},
        Rejected{"encoded dots", "/%2e%2e/secret.txt", TargetFault::refused},
        Rejected{"half encoded dots", "/.%2E/secret.txt", TargetFault::refused},
        Rejected{"encoded slash", "/..%2fsecret.txt", TargetFault::refused},
        Rejected{"encoded slash inside", "/en%2findex.html", TargetFault::refused},
        Rejected{"backslash", "/..\\secret.txt", TargetFault::refused},
        Rejected{"encoded backslash", "/en%5C..%5Csecret.txt", TargetFault::refused},
        Rejected{"here", "/./index.html", TargetFault::refused},
        Rejected{"dot file", "/.hidden", TargetFault::refused},
        Rejected{"encoded dot file", "/%2egit/config", TargetFault::refused},
        Rejected{"dot folder", "/.git/config", TargetFault::refused},
        Rejected{"empty segment", "//example.org/", TargetFault::refused},
        Rejected{"empty segment inside", "/en//index.html", TargetFault::refused},
    };
    for (Rejected const& row : rows) {
        CAPTURE(row.name);
        auto const target = parse_target(row.path);
        REQUIRE_FALSE(target.has_value());
        CHECK(target.error() == row.fault);
    }
}

} // namespace kontingent::endpoint
