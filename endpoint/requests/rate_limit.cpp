#include "endpoint/requests/rate_limit.hpp"

#include "endpoint/http/address.hpp"

#include <algorithm>

namespace kontingent::endpoint {

namespace {

constexpr std::chrono::minutes window{1};
constexpr std::size_t addresses_max = 50'000;

} // namespace

RateLimit::RateLimit(unsigned requests_per_minute)
    : interval_(requests_per_minute == 0 ? Clock::duration::zero()
                                         : Clock::duration(window) / requests_per_minute) {}

std::chrono::seconds RateLimit::admit(std::string_view address, Clock::time_point now) {
    if (interval_ == Clock::duration::zero()) {
        return std::chrono::seconds(0);
    }
    std::scoped_lock const lock(mutex_);
    if (quiet_at_.size() >= addresses_max) {
        forget_quiet_ones(now);
    }
    Clock::time_point& quiet_at = quiet_at_.try_emplace(sender_of(address), now).first->second;
    Clock::time_point const next = std::max(quiet_at, now) + interval_;
    if (next - now > window) {
        return std::chrono::ceil<std::chrono::seconds>(next - now - window);
    }
    quiet_at = next;
    return std::chrono::seconds(0);
}

void RateLimit::forget_quiet_ones(Clock::time_point now) {
    std::erase_if(quiet_at_, [&](auto const& entry) { return entry.second <= now; });
    // More senders within a minute than any agency has customers: start anew rather than grow.
    if (quiet_at_.size() >= addresses_max) {
        quiet_at_.clear();
    }
}

} // namespace kontingent::endpoint
