// Threads that carry out tasks in the order they came. Of the idle ones, the last that was busy
// takes the next task: its stack and its memory are still in the processor's caches, and under
// little load the other threads are not touched at all.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace kontingent::endpoint {

class WorkerThreads {
public:
    // Tasks throw nothing.
    using Task = std::move_only_function<void()>;

    explicit WorkerThreads(std::size_t count);
    ~WorkerThreads();
    WorkerThreads(WorkerThreads const&) = delete;
    WorkerThreads& operator=(WorkerThreads const&) = delete;

    void post(Task task);
    // Returns when all tasks are done. Nothing may be posted afterwards.
    void join();

private:
    struct Worker {
        std::condition_variable has_task;
        Task task;
    };

    void run(Worker& worker);

    std::mutex mutex_;
    std::deque<Task> waiting_; // only while no thread is idle
    std::vector<Worker*> idle_;
    bool is_stopping_ = false;
    std::deque<Worker> workers_;
    std::vector<std::thread> threads_;
};

} // namespace kontingent::endpoint
