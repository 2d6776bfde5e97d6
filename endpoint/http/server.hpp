// HTTP/1.1 on a socket, by libmicrohttpd: takes connections and hands whole requests to a
// RequestHandler. A thread a connection, within limits, so that a slow store or a slow reader keeps
// nobody else waiting.
#pragma once

#include "endpoint/http/connection_watch.hpp"
#include "endpoint/http/http.hpp"
#include "endpoint/http/listener.hpp"

#include <cstddef>
#include <cstdint>
#include <expected>
#include <memory>
#include <string>
#include <string_view>

struct MHD_Daemon;

namespace kontingent::endpoint {

// Called from many threads at once.
class RequestHandler {
public:
    virtual ~RequestHandler() = default;
    virtual Response answer(Request const& request) = 0;
    // For requests that are refused before they are whole.
    virtual Response refusal(std::uint16_t status, std::string_view detail) = 0;
};

struct ServerLimits {
    std::size_t body_bytes_max = 64 * 1024;
    std::size_t header_bytes_max = 32 * 1024; // the whole head of a request
    unsigned connections_max = 512;
    unsigned idle_seconds_max = 15; // without a byte either way
    WatchLimits watch;
    std::chrono::milliseconds stop_patience{10'000}; // for what is running when the server stops
};

class Server {
public:
    // Takes the listener over.
    static std::expected<std::unique_ptr<Server>, std::string>
    start(Listener listener, ServerLimits const& limits, RequestHandler& handler);
    // Takes no more connections, finishes the requests that are running, closes the rest.
    ~Server();
    Server(Server const&) = delete;
    Server& operator=(Server const&) = delete;

    std::uint16_t port() const { return listener_.port; }

private:
    struct Callbacks;
    Server(Listener listener, ServerLimits const& limits, RequestHandler& handler);

    Listener const listener_;
    ServerLimits const limits_;
    RequestHandler& handler_;
    ConnectionWatch watch_;
    MHD_Daemon* daemon_ = nullptr;
};

} // namespace kontingent::endpoint
