// The address to listen on, from its text to an open socket.
#pragma once

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>

namespace kontingent::endpoint {

struct ListenAddress {
    std::string host; // without brackets; empty is every address
    std::uint16_t port = 0;
};

// "127.0.0.1:8080", "[::1]:8080", "localhost:0". Nothing where it is none.
std::expected<ListenAddress, std::string> parse_listen_address(std::string_view text);

struct Listener {
    int socket = -1;        // the caller closes it
    std::uint16_t port = 0; // the real one, where 0 was asked for
};

// The error is one sentence for the person who started the program.
std::expected<Listener, std::string> open_listener(ListenAddress const& address);

// "http://[::1]:8080/"
std::string url_of(ListenAddress const& address, std::uint16_t port);

} // namespace kontingent::endpoint
