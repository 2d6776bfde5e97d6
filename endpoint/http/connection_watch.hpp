// Ends connections that take too long as a whole. The HTTP library's own time-out starts again with
// every byte, so a sender of one byte a second could hold a connection for ever; here a request has
// one time to arrive in, and an answer one to be fetched in.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <list>
#include <mutex>
#include <thread>

namespace kontingent::endpoint {

struct WatchLimits {
    std::chrono::milliseconds receive{20'000};
    std::chrono::milliseconds respond{300'000};
};

class ConnectionWatch {
public:
    struct Connection {
        int socket = -1;
        bool is_responding = false;
        bool is_request_running = false;
        std::chrono::steady_clock::time_point since;
    };

    using Handle = std::list<Connection>::iterator;

    explicit ConnectionWatch(WatchLimits limits);
    ~ConnectionWatch();
    ConnectionWatch(ConnectionWatch const&) = delete;
    ConnectionWatch& operator=(ConnectionWatch const&) = delete;

    Handle opened(int socket);
    void request_began(Handle connection);    // its headers are there
    void request_received(Handle connection); // its body, too
    void request_ended(Handle connection);    // answered, or broken off
    void closed(Handle connection);           // before its socket is closed

    // Waits until no request is running, at most so long. False where some still are.
    bool wait_until_idle(std::chrono::milliseconds patience);

private:
    void run();
    void end_overdue();

    WatchLimits const limits_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::list<Connection> connections_;
    std::size_t running_requests_ = 0;
    bool is_stopping_ = false;
    std::thread thread_;
};

} // namespace kontingent::endpoint
