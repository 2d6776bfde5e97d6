#include "endpoint/http/connection_watch.hpp"

#include <algorithm>
#include <sys/socket.h>

namespace kontingent::endpoint {

using std::chrono::steady_clock;

ConnectionWatch::ConnectionWatch(WatchLimits limits)
    : limits_(limits), thread_([this] { run(); }) {}

ConnectionWatch::~ConnectionWatch() {
    {
        std::scoped_lock const lock(mutex_);
        is_stopping_ = true;
    }
    changed_.notify_all();
    thread_.join();
}

ConnectionWatch::Handle ConnectionWatch::opened(int socket) {
    std::scoped_lock const lock(mutex_);
    connections_.push_front({.socket = socket, .since = steady_clock::now()});
    return connections_.begin();
}

void ConnectionWatch::request_began(Handle connection) {
    std::scoped_lock const lock(mutex_);
    connection->is_request_running = true;
    ++running_requests_;
}

void ConnectionWatch::request_received(Handle connection) {
    std::scoped_lock const lock(mutex_);
    connection->is_responding = true;
    connection->since = steady_clock::now();
}

void ConnectionWatch::request_ended(Handle connection) {
    {
        std::scoped_lock const lock(mutex_);
        if (connection->is_request_running) {
            --running_requests_;
        }
        connection->is_request_running = false;
        connection->is_responding = false;
        connection->since = steady_clock::now();
    }
    changed_.notify_all();
}

void ConnectionWatch::closed(Handle connection) {
    std::scoped_lock const lock(mutex_);
    if (connection->is_request_running) {
        --running_requests_;
    }
    connections_.erase(connection);
}

bool ConnectionWatch::wait_until_idle(std::chrono::milliseconds patience) {
    std::unique_lock lock(mutex_);
    return changed_.wait_for(lock, patience, [this] { return running_requests_ == 0; });
}

void ConnectionWatch::run() {
    auto const pause = std::min(limits_.receive, limits_.respond) / 4;
    std::unique_lock lock(mutex_);
    while (!is_stopping_) {
        changed_.wait_for(lock, pause, [this] { return is_stopping_; });
        end_overdue();
    }
}

// With the lock held: closed() waits for it, so a socket number cannot have gone to another
// connection.
void ConnectionWatch::end_overdue() {
    auto const now = steady_clock::now();
    for (Connection const& connection : connections_) {
        auto const limit = connection.is_responding ? limits_.respond : limits_.receive;
        if (now - connection.since > limit) {
            ::shutdown(connection.socket, SHUT_RDWR);
        }
    }
}

} // namespace kontingent::endpoint
