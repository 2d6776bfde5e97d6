#include "endpoint/http/listener.hpp"

#include <cerrno>
#include <charconv>
#include <cstring>
#include <memory>
#include <netdb.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace kontingent::endpoint {
namespace {

std::uint16_t port_of(int socket) {
    sockaddr_storage address{};
    socklen_t length = sizeof(address);
    if (::getsockname(socket, reinterpret_cast<sockaddr*>(&address), &length) != 0) {
        return 0;
    }
    if (address.ss_family == AF_INET6) {
        return ntohs(reinterpret_cast<sockaddr_in6 const*>(&address)->sin6_port);
    }
    return ntohs(reinterpret_cast<sockaddr_in const*>(&address)->sin_port);
}

std::string shown(ListenAddress const& address) {
    bool const is_ipv6 = address.host.find(':') != std::string::npos;
    return (is_ipv6 ? "[" + address.host + "]" : address.host) + ":" + std::to_string(address.port);
}

std::string failure(ListenAddress const& address, int error) {
    if (error == EADDRINUSE) {
        return "cannot listen on " + shown(address) +
               ": the port is taken by another program; choose another with --listen";
    }
    return "cannot listen on " + shown(address) + ": " + std::strerror(error);
}

} // namespace

std::expected<ListenAddress, std::string> parse_listen_address(std::string_view text) {
    std::string const wrong =
        "'" + std::string(text) + "' is no address to listen on; write HOST:PORT or [IPV6]:PORT";
    auto const colon = text.rfind(':');
    if (colon == std::string_view::npos) {
        return std::unexpected(wrong);
    }
    std::string_view host = text.substr(0, colon);
    std::string_view const digits = text.substr(colon + 1);
    if (host.starts_with('[') && host.ends_with(']')) {
        host = host.substr(1, host.size() - 2);
    } else if (host.find_first_of(":[]") != std::string_view::npos) {
        return std::unexpected(wrong);
    }
    ListenAddress address{.host = std::string(host), .port = 0};
    auto const [end, error] =
        std::from_chars(digits.data(), digits.data() + digits.size(), address.port);
    if (error != std::errc{} || end != digits.data() + digits.size()) {
        return std::unexpected(wrong);
    }
    return address;
}

std::expected<Listener, std::string> open_listener(ListenAddress const& address) {
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    hints.ai_flags = AI_PASSIVE | AI_NUMERICSERV;
    addrinfo* found = nullptr;
    int const lookup = ::getaddrinfo(address.host.empty() ? nullptr : address.host.c_str(),
                                     std::to_string(address.port).c_str(), &hints, &found);
    if (lookup != 0) {
        return std::unexpected("cannot listen on " + shown(address) + ": " +
                               ::gai_strerror(lookup));
    }
    std::unique_ptr<addrinfo, decltype(&::freeaddrinfo)> const list(found, &::freeaddrinfo);

    int last_error = EADDRNOTAVAIL;
    for (addrinfo const* candidate = list.get(); candidate != nullptr;
         candidate = candidate->ai_next) {
        int const socket = ::socket(candidate->ai_family, candidate->ai_socktype | SOCK_CLOEXEC,
                                    candidate->ai_protocol);
        if (socket < 0) {
            last_error = errno;
            continue;
        }
        int const on = 1; // a restart need not wait for connections of the last run to fade
        ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &on, sizeof(on));
        if (::bind(socket, candidate->ai_addr, candidate->ai_addrlen) == 0 &&
            ::listen(socket, SOMAXCONN) == 0) {
            return Listener{.socket = socket, .port = port_of(socket)};
        }
        last_error = errno;
        ::close(socket);
    }
    return std::unexpected(failure(address, last_error));
}

std::string url_of(ListenAddress const& address, std::uint16_t port) {
    return "http://" + shown({.host = address.host, .port = port}) + "/";
}

} // namespace kontingent::endpoint
