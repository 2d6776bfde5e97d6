#include "endpoint/http/target.hpp"

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
    TargetError error;
};

} // namespace

TEST_CASE("paths are decoded once, segment by segment") {
    std::vector<Accepted> const rows{
        {"/", {}, true},
        {"/en", {"en"}, false},
        {"/en/", {"en"}, true},
        {"/a%20b/%C3%A4.txt", {"a b", "ä.txt"}, false},
        {"/%2541", {"%41"}, false},
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

TEST_CASE("a target is divided into authority, path and query") {
    struct Row {
        std::string_view target, authority, path, query;
    };

    constexpr std::array rows{
        Row{"/en?utm_source=x", "", "/en", "utm_source=x"},
        Row{"/a?b?c", "", "/a", "b?c"},
        Row{"/", "", "/", ""},
        Row{"*", "", "*", ""},
        Row{"http://example.org/en/?q", "example.org", "/en/", "q"},
        Row{"HTTP://example.org:8080", "example.org:8080", "/", ""},
        Row{"https://example.org?q", "example.org", "/", "q"},
        Row{"http://", "", "http://", ""},
        Row{"ftp://example.org/", "", "ftp://example.org/", ""},
    };
    for (Row const& row : rows) {
        CAPTURE(row.target);
        SplitTarget const split = split_target(row.target);
        CHECK(split.authority == row.authority);
        CHECK(split.path == row.path);
        CHECK(split.query == row.query);
    }
}

TEST_CASE("hostile paths are no paths") {
    constexpr std::array rows{
        Rejected{"empty", "", TargetError::malformed},
        Rejected{"asterisk", "*", TargetError::malformed},
        Rejected{"relative", "index.html", TargetError::malformed},
        Rejected{"NUL", "/index.html%00.png", TargetError::malformed},
        Rejected{"line feed", "/a%0Ab", TargetError::malformed},
        Rejected{"delete", "/a%7F", TargetError::malformed},
        Rejected{"half an escape", "/a%2", TargetError::malformed},
        Rejected{"no hex", "/a%zz", TargetError::malformed},
        Rejected{"bare percent", "/%", TargetError::malformed},
        Rejected{"parent", "/../secret.txt", TargetError::refused},
        Rejected{"parent inside", "/en/../../secret.txt", TargetError::refused},
        Rejected{"parent at the end", "/en/..", TargetError::refused},
        Rejected{"encoded dots", "/%2e%2e/secret.txt", TargetError::refused},
        Rejected{"half encoded dots", "/.%2E/secret.txt", TargetError::refused},
        Rejected{"encoded slash", "/..%2fsecret.txt", TargetError::refused},
        Rejected{"encoded slash inside", "/en%2findex.html", TargetError::refused},
        Rejected{"backslash", "/..\\secret.txt", TargetError::refused},
        Rejected{"encoded backslash", "/en%5C..%5Csecret.txt", TargetError::refused},
        Rejected{"here", "/./index.html", TargetError::refused},
        Rejected{"dot file", "/.hidden", TargetError::refused},
        Rejected{"encoded dot file", "/%2egit/config", TargetError::refused},
        Rejected{"dot folder", "/.git/config", TargetError::refused},
        Rejected{"empty segment", "//example.org/", TargetError::refused},
        Rejected{"empty segment inside", "/en//index.html", TargetError::refused},
    };
    for (Rejected const& row : rows) {
        CAPTURE(row.name);
        auto const target = parse_target(row.path);
        REQUIRE_FALSE(target.has_value());
        CHECK(target.error() == row.error);
    }
}

} // namespace kontingent::endpoint
