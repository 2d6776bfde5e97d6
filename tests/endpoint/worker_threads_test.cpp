#include "endpoint/http/worker_threads.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <set>
#include <thread>

namespace kontingent::endpoint {

namespace {

// Lets tasks wait until the test goes on.
class Gate {
public:
    void open() {
        {
            std::scoped_lock const lock(mutex_);
            is_open_ = true;
        }
        changed_.notify_all();
    }

    void wait() {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return is_open_; });
    }

private:
    std::mutex mutex_;
    std::condition_variable changed_;
    bool is_open_ = false;
};

} // namespace

TEST_CASE("every task is carried out once, also those that wait for a thread when it is joined") {
    for (int const tasks : {0, 1, 2, 3, 100}) {
        CAPTURE(tasks);
        std::atomic<int> done = 0;
        Gate gate;
        WorkerThreads threads(2);
        for (int task = 0; task < tasks; ++task) {
            threads.post([&] {
                gate.wait();
                ++done;
            });
        }
        gate.open();
        threads.join();
        CHECK(done == tasks);
    }
}

TEST_CASE("so many tasks as there are threads run at the same time, and the next one waits") {
    constexpr std::size_t count = 3;
    std::atomic<std::size_t> running = 0;
    std::atomic<bool> has_next_begun = false;
    Gate gate;
    WorkerThreads threads(count);
    for (std::size_t task = 0; task < count; ++task) {
        threads.post([&] {
            ++running;
            gate.wait();
        });
    }
    threads.post([&] { has_next_begun = true; });
    while (running < count) {
        std::this_thread::yield();
    }
    CHECK_FALSE(has_next_begun);
    gate.open();
    threads.join();
    CHECK(has_next_begun);
}

TEST_CASE("tasks one after the other are carried out by one thread, with others at hand") {
    WorkerThreads threads(8);
    std::mutex mutex;
    std::set<std::thread::id> used;
    for (int task = 0; task < 50; ++task) {
        auto const gate = std::make_shared<Gate>();
        threads.post([&, gate] {
            {
                std::scoped_lock const lock(mutex);
                used.insert(std::this_thread::get_id());
            }
            gate->open();
        });
        gate->wait();
        // It is idle again a moment after its task.
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    threads.join();
    CHECK(used.size() < 8); // taking turns, all eight would have been used
}

} // namespace kontingent::endpoint
