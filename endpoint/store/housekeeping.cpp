#include "endpoint/store/housekeeping.hpp"

#include "endpoint/base/log.hpp"

namespace kontingent::endpoint {

Housekeeping::Housekeeping(Store& store, HousekeepingPace pace)
    : store_(store), pace_(pace), thread_([this] { run(); }) {}

Housekeeping::~Housekeeping() {
    {
        std::scoped_lock const lock(mutex_);
        is_stopping_ = true;
    }
    changed_.notify_all();
    thread_.join();
}

void Housekeeping::run() {
    auto erase_at = std::chrono::steady_clock::now();
    std::unique_lock lock(mutex_);
    while (!is_stopping_) {
        lock.unlock();
        store_.tidy();
        if (auto const now = std::chrono::steady_clock::now(); now >= erase_at) {
            erase_at = now + pace_.erase;
            if (auto const finished = store_.finish_erasing(); !finished) {
                log({.level = LogLevel::warning,
                     .event = "erasure_unfinished",
                     .values = {{"reason", finished.error().sentence}}});
            }
        }
        lock.lock();
        changed_.wait_for(lock, pace_.tidy, [this] { return is_stopping_; });
    }
}

} // namespace kontingent::endpoint
