#include "endpoint/http/address.hpp"
#include "endpoint/http/origin.hpp"

#include <doctest/doctest.h>

#include <array>

namespace kontingent::endpoint {

TEST_CASE("one sender has one name, however a proxy writes it") {
    struct Row {
        std::string_view one, other;
        bool is_same;
    };

    constexpr std::array rows{
        Row{"192.0.2.1", "192.0.2.1:4711", true},
        Row{"192.0.2.1", "::ffff:192.0.2.1", true},
        Row{"192.0.2.1", "[::ffff:192.0.2.1]:80", true},
        Row{"192.0.2.1", "192.0.2.2", false},
        Row{"2001:db8:1:2::9", "[2001:db8:1:2::9]", true},
        Row{"2001:db8:1:2::9", "[2001:db8:1:2::9]:4711", true},
        Row{"fe80::1%eth0", "[fe80::1%25eth1]:80", true},
        Row{"2001:db8:1:200::", "2001:db8:1:2ff:ffff::1", true}, // the same 56 bits
        Row{"2001:db8:1:200::", "2001:db8:1:300::", false},
        Row{"unknown", "unknown", true},
        Row{"unknown", "_hidden", false},
    };
    for (Row const& row : rows) {
        CAPTURE(row.one);
        CAPTURE(row.other);
        CHECK((sender_of(row.one) == sender_of(row.other)) == row.is_same);
    }
}

TEST_CASE("networks contain their addresses, from the first to the last") {
    struct Row {
        std::string_view network, address;
        bool is_in;
    };

    constexpr std::array rows{
        Row{"192.0.2.0/24", "192.0.1.255", false},
        Row{"192.0.2.0/24", "192.0.2.0", true},
        Row{"192.0.2.0/24", "192.0.2.255", true},
        Row{"192.0.2.0/24", "192.0.3.0", false},
        Row{"192.0.2.1", "192.0.2.1", true},
        Row{"192.0.2.1", "192.0.2.2", false},
        Row{"0.0.0.0/0", "203.0.113.1", true},
        Row{"0.0.0.0/0", "2001:db8::1", false},
        Row{"2001:db8::/32", "2001:db8::1", true},
        Row{"2001:db8::/32", "2001:db9::1", false},
        Row{"::1", "::1", true},
        Row{"10.0.0.0/9", "10.128.0.0", false},
    };
    for (Row const& row : rows) {
        CAPTURE(row.network);
        CAPTURE(row.address);
        auto const network = Network::parse(row.network);
        REQUIRE(network.has_value());
        CHECK(network->contains(*parse_address(row.address)) == row.is_in);
    }
    for (std::string_view const wrong :
         {"", "localhost", "192.0.2", "192.0.2.0/33", "192.0.2.0/", "192.0.2.0/-1", "::1/129",
          "10.0.0.0/8/8", "192.0.2.1:80", "[::1]"}) {
        CAPTURE(wrong);
        CHECK_FALSE(Network::parse(wrong).has_value());
    }
}

TEST_CASE("what is listed as an origin is one") {
    CHECK(parse_origin("https://WWW.example.org:443") == "https://www.example.org");
    CHECK(parse_origin("http://example.org:80") == "http://example.org");
    CHECK(parse_origin("http://[::1]:8080") == "http://[::1]:8080");
    for (std::string_view const wrong :
         {"", "example.org", "https://", "https://example.org/", "https://example.org/path", "*",
          "null", "ftp://example.org", "https://example.org:", "https://user@example.org",
          "https://a b"}) {
        CAPTURE(wrong);
        CHECK_FALSE(parse_origin(wrong).has_value());
    }
    CHECK(is_origin_of_host("https://example.org", "example.org:443"));
    CHECK(is_origin_of_host("http://example.org:80", "EXAMPLE.org"));
    CHECK_FALSE(is_origin_of_host("http://example.org:443", "example.org"));
    CHECK_FALSE(is_origin_of_host("null", ""));
}

} // namespace kontingent::endpoint
