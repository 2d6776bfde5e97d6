// Delivers new requests to one channel, from the store's outbox, on a thread of its own: a receiver
// that is dead or slow loses nothing and delays no other. Pauses grow from seconds to a day, and
// never end.
#pragma once

#include "endpoint/notify/channel.hpp"

#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>

namespace kontingent::endpoint {

// Before the attempt that follows so many: 5 s, 5 min, 30 min, 2 h, 5 h, 10 h, 14 h, 20 h, 24 h,
// and so on daily, as Standard Webhooks suggests; up to a tenth longer by chance, so that a
// receiver that returns is not met by all at once.
std::chrono::milliseconds pause_after(std::int64_t attempts, std::uint32_t chance);

struct NotifierPace {
    std::chrono::milliseconds look{1000};    // between looks into the outbox
    std::chrono::milliseconds lease{60'000}; // after which an attempt counts as lost
    double pause_factor = 1.0;               // tests shorten the pauses
};

class Notifier {
public:
    Notifier(Store& store, std::unique_ptr<Channel> channel, NotifierPace pace = {});
    // Begins no further attempt.
    void stop();
    ~Notifier(); // waits for the attempt that is running
    Notifier(Notifier const&) = delete;
    Notifier& operator=(Notifier const&) = delete;

private:
    void run();
    // False where nothing was due.
    bool deliver_one();
    void settle(Notification const& notification, Delivery const& delivery);

    Store& store_;
    std::unique_ptr<Channel> const channel_;
    NotifierPace const pace_;
    std::mutex mutex_;
    std::condition_variable changed_;
    bool is_stopping_ = false;
    std::thread thread_;
};

} // namespace kontingent::endpoint
