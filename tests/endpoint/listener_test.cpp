#include "endpoint/http/listener.hpp"
#include "endpoint/http/server.hpp"
#include "tests/endpoint/raw_client.hpp"

#include <doctest/doctest.h>

#include <array>
#include <unistd.h>

namespace kontingent::endpoint {

TEST_CASE("addresses to listen on") {
    struct Row {
        std::string_view text;
        std::string_view host;
        std::uint16_t port;
    };

    constexpr std::array rows{
        Row{"127.0.0.1:8080", "127.0.0.1", 8080},
        Row{"[::1]:80", "::1", 80},
        Row{"localhost:0", "localhost", 0},
        Row{":65535", "", 65535},
    };
    for (Row const& row : rows) {
        CAPTURE(row.text);
        auto const address = parse_listen_address(row.text);
        REQUIRE(address.has_value());
        CHECK(address->host == row.host);
        CHECK(address->port == row.port);
    }
    for (std::string_view text :
         {"", "8080", "127.0.0.1", "127.0.0.1:", "127.0.0.1:x", "127.0.0.1:65536", "127.0.0.1:-1",
          "127.0.0.1:80 ", "::1:80", "[::1]", "[::1:80", "a]:80"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_listen_address(text).has_value());
    }
}

TEST_CASE("a taken port is said") {
    auto const first = open_listener({.host = "127.0.0.1", .port = 0});
    REQUIRE(first.has_value());
    CHECK(first->port != 0);
    auto const second = open_listener({.host = "127.0.0.1", .port = first->port});
    REQUIRE_FALSE(second.has_value());
    CHECK(second.error().find("port is taken") != std::string::npos);
    ::close(first->socket);
}

TEST_CASE("whoever comes by IPv4 has an IPv4 address, also on a socket of both families") {
    struct Noting : RequestHandler {
        Response answer(Request const& request) override {
            return text_response(200, "text/plain", request.peer);
        }

        Response refusal(std::uint16_t status, std::string_view, Request const&) override {
            return text_response(status, "text/plain", "");
        }
    } noting;

    for (std::string const host : {"127.0.0.1", "::"}) {
        CAPTURE(host);
        auto const listener = open_listener({.host = host, .port = 0});
        if (!listener && host == "::") {
            MESSAGE("no IPv6 here");
            return;
        }
        REQUIRE(listener.has_value());
        auto const server = Server::start(*listener, ServerLimits{}, noting);
        REQUIRE(server.has_value());
        CHECK(fetch((*server)->port(), "GET", "/").body == "127.0.0.1");
    }
}

TEST_CASE("IPv6 addresses are shown in brackets") {
    CHECK(url_of({.host = "::1", .port = 0}, 81) == "http://[::1]:81/");
    CHECK(url_of({.host = "127.0.0.1", .port = 0}, 81) == "http://127.0.0.1:81/");
}

} // namespace kontingent::endpoint
