// By when the work of a thread must be done: somebody waits for its answer. What waits for a
// database waits no longer than this, whatever its own limit is.
#pragma once

#include <chrono>

namespace kontingent::endpoint {

class Deadline {
public:
    using Clock = std::chrono::steady_clock;

    // For this thread while it lives.
    explicit Deadline(Clock::time_point at);
    ~Deadline();
    Deadline(Deadline const&) = delete;
    Deadline& operator=(Deadline const&) = delete;

    // So long from now, or at this thread's deadline where that comes first.
    static Clock::time_point within(std::chrono::milliseconds limit);

private:
    Clock::time_point const before_;
};

} // namespace kontingent::endpoint
