#include "endpoint/http/framing.hpp"
#include "endpoint/http/media_type.hpp"
#include "endpoint/http/negotiation.hpp"
#include "endpoint/site/site_files.hpp"

#include <doctest/doctest.h>

#include <array>

namespace kontingent::endpoint {

TEST_CASE("brotli is sent where it may be and is not liked less") {
    struct Row {
        std::string_view accept;
        bool is_sent;
    };

    constexpr std::array rows{
        Row{"", false},
        Row{"br", true},
        Row{"gzip, deflate, br", true},
        Row{"gzip, deflate, BR", true},
        Row{"gzip", false},
        Row{"br;q=0", false},
        Row{"br;q=0.0", false},
        Row{"br;q=0.001", true},
        Row{"br ; q=0.5 , gzip", true},
        Row{"br;Q=1.000", true},
        Row{"br;q=1.001", false},
        Row{"br;q=2", false},
        Row{"br;q=-1", false},
        Row{"br;q=", false},
        Row{"br;q=0,5", false},
        Row{"br;level=3", false},
        Row{"*", true},
        Row{"*;q=0", false},
        Row{"*;q=0, br", true},
        Row{"br;q=0, *", false},
        Row{"identity, br;q=0.5", false},
        Row{"identity;q=0.5, br", true},
        Row{"identity;q=0", false},
        Row{"brotli", false},
        Row{",,br,,", true},
    };
    for (Row const& row : rows) {
        CAPTURE(row.accept);
        CHECK(accepts_coding(row.accept, "br") == row.is_sent);
    }
}

TEST_CASE("entity tags are compared weakly, as a list") {
    struct Row {
        std::string_view list;
        bool is_match;
    };

    constexpr std::array rows{
        Row{"\"abc\"", true}, Row{"W/\"abc\"", true}, Row{"\"x\", \"abc\"", true},
        Row{"*", true},       Row{"\"ab\"", false},   Row{"abc", false},
        Row{"", false},       Row{"\"ABC\"", false},  Row{"w/\"abc\"", false},
    };
    for (Row const& row : rows) {
        CAPTURE(row.list);
        CHECK(matches_etag(row.list, "\"abc\"") == row.is_match);
    }
}

TEST_CASE("names with a fingerprint are told from others") {
    struct Row {
        std::string_view name;
        bool is_fingerprinted;
    };

    constexpr std::array rows{
        Row{"page.1a2b3c4d.css", true},
        Row{"page-1A2B3C4D.css", true},
        Row{"inter-400.89ab01cd.ttf", true},
        Row{"portal.de.0123456789.json", true},
        Row{"index.html", false},
        Row{"inter-400.ttf", false},
        Row{"catalogue.json", false},
        Row{"some-semibold.ttf", false},
        Row{"page.1a2b3c4.css", false},
        Row{"12345678.css", false},
        Row{"page.1a2b_3c4d.css", false},
        Row{"1a2b3c4d", false},
    };
    for (Row const& row : rows) {
        CAPTURE(row.name);
        CHECK(is_fingerprinted(row.name) == row.is_fingerprinted);
    }
}

TEST_CASE("framing with two readings is refused") {
    struct Row {
        std::string_view name;
        Headers headers;
        bool is_valid;
    };

    std::array const rows{
        Row{"no body", {{"Host", "a"}}, true},
        Row{"length", {{"content-length", "12"}}, true},
        Row{"chunked", {{"Transfer-Encoding", "Chunked"}}, true},
        Row{"two lengths", {{"Content-Length", "1"}, {"content-length", "1"}}, false},
        Row{"list of lengths", {{"Content-Length", "1, 1"}}, false},
        Row{"signed length", {{"Content-Length", "+1"}}, false},
        Row{"negative length", {{"Content-Length", "-1"}}, false},
        Row{"hexadecimal length", {{"Content-Length", "0x10"}}, false},
        Row{"empty length", {{"Content-Length", ""}}, false},
        Row{"a length beyond any", {{"Content-Length", "99999999999999999999"}}, false},
        Row{"length and chunked",
            {{"Content-Length", "3"}, {"Transfer-Encoding", "chunked"}},
            false},
        Row{"two codings",
            {{"Transfer-Encoding", "chunked"}, {"Transfer-Encoding", "chunked"}},
            false},
        Row{"gzip", {{"Transfer-Encoding", "gzip, chunked"}}, false},
        Row{"identity", {{"Transfer-Encoding", "identity"}}, false},
        Row{"two hosts", {{"Host", "a"}, {"Host", "b"}}, false},
    };
    for (Row const& row : rows) {
        CAPTURE(row.name);
        Request head;
        head.headers = row.headers;
        CHECK(framing_error(head).has_value() != row.is_valid);
    }
}

TEST_CASE("a page's own policy is found") {
    CHECK(policy_of_page("<meta http-equiv=\"Content-Security-Policy\" content=\"a 'self'\">") ==
          "a 'self'");
    CHECK(
        policy_of_page("<META HTTP-EQUIV='content-security-policy' CONTENT='a &#39;self&#39;'>") ==
        "a 'self'");
    CHECK(policy_of_page("<meta http-equiv=\"Content-Security-Policy\" content=\"a\n b\">") ==
          "a  b");
    CHECK(policy_of_page("<p>Content-Security-Policy content=\"x\"</p>").empty());
    CHECK(policy_of_page("<meta http-equiv=\"Content-Security-Policy\" content=").empty());
    CHECK(policy_of_page("").empty());
}

} // namespace kontingent::endpoint
