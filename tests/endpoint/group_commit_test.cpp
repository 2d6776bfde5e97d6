#include "endpoint/store/group_commit.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <stdexcept>
#include <thread>

namespace kontingent::endpoint {

namespace {

// Each of so many threads runs its own tasks; every outcome must be that of its task.
template <class CarryOut>
int run_in_threads(int threads, int tasks, CarryOut const& carry_out) {
    GroupCommit<int, int> together;
    std::atomic<int> right = 0;
    std::vector<std::thread> all;
    for (int thread = 0; thread < threads; ++thread) {
        all.emplace_back([&, thread] {
            for (int i = 0; i < tasks; ++i) {
                int const task = thread * tasks + i;
                try {
                    right += together.run(task, carry_out) == 2 * task ? 1 : 0;
                } catch (std::runtime_error const&) {
                }
            }
        });
    }
    for (std::thread& thread : all) {
        thread.join();
    }
    return right;
}

std::vector<int> doubled(std::vector<int const*> const& tasks) {
    std::vector<int> outcomes;
    for (int const* task : tasks) {
        outcomes.push_back(2 * *task);
    }
    return outcomes;
}

} // namespace

TEST_CASE("a task alone is carried out alone, at once") {
    GroupCommit<int, int> together;
    std::size_t most = 0;
    for (int task = 0; task < 3; ++task) {
        CHECK(together.run(task, [&](std::vector<int const*> const& tasks) {
            most = std::max(most, tasks.size());
            return doubled(tasks);
        }) == 2 * task);
    }
    CHECK(most == 1);
}

TEST_CASE("tasks of many threads are each carried out once, together, never in two threads") {
    std::atomic<int> carrying = 0;
    std::atomic<int> carried = 0;
    std::atomic<int> calls = 0;
    std::atomic<bool> overlaps = false;
    CHECK(run_in_threads(8, 50, [&](std::vector<int const*> const& tasks) {
              overlaps = overlaps || ++carrying > 1;
              std::this_thread::sleep_for(std::chrono::milliseconds(1)); // a disk
              carried += static_cast<int>(tasks.size());
              ++calls;
              --carrying;
              return doubled(tasks);
          }) == 400);
    CHECK(carried == 400);
    CHECK(calls < 400);
    CHECK_FALSE(overlaps);
}

TEST_CASE("where carrying out throws, one thread hears of it, and the others' tasks go on") {
    std::atomic<int> calls = 0;
    std::atomic<int> thrown = 0;
    int const right = run_in_threads(8, 50, [&](std::vector<int const*> const& tasks) {
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
        if (++calls % 7 == 0) {
            ++thrown;
            throw std::runtime_error("out of memory");
        }
        return doubled(tasks);
    });
    CHECK(thrown > 0);
    CHECK(right == 400 - thrown);
}

} // namespace kontingent::endpoint
