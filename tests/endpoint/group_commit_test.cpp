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
int run_in_threads(std::size_t groups, int threads, int tasks, CarryOut const& carry_out) {
    GroupCommit<int, int> together(groups);
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

TEST_CASE("tasks of many threads are each carried out once, in no more groups than allowed") {
    for (std::size_t groups = 1; groups <= 3; ++groups) {
        CAPTURE(groups);
        std::atomic<std::size_t> carrying = 0;
        std::atomic<std::size_t> most = 0;
        std::atomic<int> carried = 0;
        std::atomic<int> calls = 0;
        CHECK(run_in_threads(groups, 8, 50, [&](std::vector<int const*> const& tasks) {
                  most = std::max(most.load(), ++carrying);
                  std::this_thread::sleep_for(std::chrono::milliseconds(1)); // a disk
                  carried += static_cast<int>(tasks.size());
                  ++calls;
                  --carrying;
                  return doubled(tasks);
              }) == 400);
        CHECK(carried == 400);
        CHECK(calls < 400);
        CHECK(most == groups);
    }
}

TEST_CASE("where carrying out throws, one thread gets the exception, and the others' tasks go on") {
    for (std::size_t groups = 1; groups <= 2; ++groups) {
        CAPTURE(groups);
        std::atomic<int> calls = 0;
        std::atomic<int> thrown = 0;
        int const right = run_in_threads(groups, 8, 50, [&](std::vector<int const*> const& tasks) {
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
}

} // namespace kontingent::endpoint
