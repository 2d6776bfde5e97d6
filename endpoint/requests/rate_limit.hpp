// How many requests an address may send: so many a minute, as many at once. In memory only, and
// lost when the program ends or the address has sent nothing for a minute.
#pragma once

#include <chrono>
#include <map>
#include <mutex>
#include <string>
#include <string_view>

namespace kontingent::endpoint {

class RateLimit {
public:
    using Clock = std::chrono::steady_clock;

    // 0: no limit.
    explicit RateLimit(unsigned requests_per_minute);

    // How long to wait before this address may send again: zero lets it pass, and counts it.
    std::chrono::seconds admit(std::string_view address, Clock::time_point now);

private:
    void forget_quiet_ones(Clock::time_point now);

    Clock::duration const interval_;
    std::mutex mutex_;
    // When an address will have used up nothing again.
    std::map<std::string, Clock::time_point, std::less<>> quiet_at_;
};

} // namespace kontingent::endpoint
