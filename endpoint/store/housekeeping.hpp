// What a store needs done beside its requests, on a thread of its own: moving SQLite's log into the
// file, and finishing an erasure that a reader held up.
#pragma once

#include "endpoint/store/store.hpp"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace kontingent::endpoint {

struct HousekeepingPace {
    std::chrono::milliseconds tidy{1000};
    std::chrono::milliseconds erase{30'000};
};

class Housekeeping {
public:
    explicit Housekeeping(Store& store, HousekeepingPace pace = {});
    ~Housekeeping();
    Housekeeping(Housekeeping const&) = delete;
    Housekeeping& operator=(Housekeeping const&) = delete;

private:
    void run();

    Store& store_;
    HousekeepingPace const pace_;
    std::mutex mutex_;
    std::condition_variable changed_;
    bool is_stopping_ = false;
    std::thread thread_;
};

} // namespace kontingent::endpoint
