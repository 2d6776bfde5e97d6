#include "endpoint/notify/notifier.hpp"

#include "endpoint/base/log.hpp"
#include "endpoint/base/metrics.hpp"

#include <algorithm>
#include <array>
#include <random>

namespace kontingent::endpoint {

namespace {

using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;

constexpr std::array<milliseconds, 9> pauses{seconds(5), minutes(5), minutes(30),
                                             hours(2),   hours(5),   hours(10),
                                             hours(14),  hours(20),  hours(24)};
constexpr milliseconds retry_after_max = hours(24);

} // namespace

milliseconds pause_after(std::int64_t attempts, std::uint32_t chance) {
    auto const index = std::clamp<std::int64_t>(attempts - 1, 0, std::ssize(pauses) - 1);
    milliseconds const pause = pauses.at(static_cast<std::size_t>(index));
    return pause + pause / 10 * (chance % 1000) / 1000;
}

Notifier::Notifier(Store& store, std::unique_ptr<Channel> channel, NotifierPace pace)
    : store_(store), channel_(std::move(channel)), pace_(pace), thread_([this] { run(); }) {}

void Notifier::stop() {
    {
        std::scoped_lock const lock(mutex_);
        is_stopping_ = true;
    }
    changed_.notify_all();
}

Notifier::~Notifier() {
    stop();
    thread_.join();
}

void Notifier::run() {
    std::unique_lock lock(mutex_);
    while (!is_stopping_) {
        lock.unlock();
        bool const has_more = deliver_one();
        lock.lock();
        if (!has_more) {
            changed_.wait_for(lock, pace_.look, [this] { return is_stopping_; });
        }
    }
}

bool Notifier::deliver_one() {
    auto const claimed = store_.claim_notification(std::string(channel_->name()), pace_.lease);
    // That the store is unavailable is reported by the requests that need it.
    if (!claimed || !*claimed) {
        return false;
    }
    settle(**claimed, channel_->deliver(**claimed));
    return true;
}

void Notifier::settle(Notification const& notification, Delivery const& delivery) {
    log({.level = delivery.is_done ? LogLevel::info : LogLevel::warning,
         .event = delivery.is_done ? "notified" : "notification_failed",
         .values = {{"channel", notification.channel},
                    {"reference", notification.about.reference},
                    {"attempts", notification.attempts},
                    {"reason", delivery.reason}}});
    metrics().count(delivery.is_done ? Counter::notifications_delivered
                                     : Counter::notifications_failed);
    if (delivery.is_done) {
        static_cast<void>(store_.finish_notification(notification.id));
        return;
    }
    milliseconds pause = pause_after(notification.attempts, std::random_device{}());
    if (delivery.retry_after) {
        pause = std::max(pause, std::min<milliseconds>(*delivery.retry_after, retry_after_max));
    }
    milliseconds const shortened(
        static_cast<std::int64_t>(static_cast<double>(pause.count()) * pace_.pause_factor));
    static_cast<void>(store_.postpone_notification(notification.id, shortened, delivery.reason));
}

} // namespace kontingent::endpoint
