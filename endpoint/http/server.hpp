// HTTP/1.1 on a socket, by Boost.Beast: takes connections and hands whole requests to a
// RequestHandler. One thread reads and writes all connections; answers are computed by threads of
// their own, so that a slow store or a slow reader keeps nobody else waiting.
#pragma once

#include "endpoint/http/http.hpp"
#include "endpoint/http/listener.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <expected>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace kontingent::endpoint {

// Called from many threads at once.
class RequestHandler {
public:
    virtual ~RequestHandler() = default;
    virtual Response answer(Request const& request) = 0;
    // For requests that are refused before they are whole. `head` is what could be read of the
    // request; without a method, its head was malformed.
    virtual Response refusal(std::uint16_t status, std::string_view detail,
                             Request const& head) = 0;

    // Whether the answer may wait for something slow, such as a store. Such answers have threads of
    // their own, so that the others never wait behind them.
    virtual bool may_wait(Request const&) const { return true; }
};

struct ServerLimits {
    std::size_t body_bytes_max = 64 * 1024;
    std::uint32_t header_bytes_max = 32 * 1024; // the whole head of a request
    std::size_t connections_max = 512;
    std::size_t connections_per_address_max = 128;
    // Peers that stand for many people, as a proxy does: not limited by address.
    std::function<bool(std::string const& peer)> is_shared_peer;
    std::chrono::milliseconds receive{20'000};  // for a whole request to arrive
    std::chrono::milliseconds idle{15'000};     // between requests, or while an answer is not read
    std::chrono::milliseconds respond{300'000}; // for a whole answer to be read
    std::chrono::milliseconds queue{1'500};     // for a request to wait for a thread
    std::chrono::milliseconds answer{4'500};    // from its arrival until it is answered or refused
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

    std::uint16_t port() const { return port_; }

private:
    class Loop;
    Server(std::uint16_t port, std::unique_ptr<Loop> loop);

    std::uint16_t const port_;
    std::unique_ptr<Loop> const loop_;
};

} // namespace kontingent::endpoint
