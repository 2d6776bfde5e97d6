#include "endpoint/http/worker_threads.hpp"

#include <utility>

namespace kontingent::endpoint {

WorkerThreads::WorkerThreads(std::size_t count) : workers_(count) {
    for (Worker& worker : workers_) {
        threads_.emplace_back([this, &worker] { run(worker); });
    }
}

WorkerThreads::~WorkerThreads() {
    join();
}

void WorkerThreads::post(Task task) {
    Worker* worker = nullptr;
    {
        std::scoped_lock const lock(mutex_);
        if (idle_.empty()) {
            waiting_.push_back(std::move(task));
            return;
        }
        worker = idle_.back();
        idle_.pop_back();
        worker->task = std::move(task);
    }
    worker->has_task.notify_one();
}

void WorkerThreads::join() {
    {
        std::scoped_lock const lock(mutex_);
        is_stopping_ = true;
    }
    for (Worker& worker : workers_) {
        worker.has_task.notify_one();
    }
    for (std::thread& thread : threads_) {
        if (thread.joinable()) {
            thread.join();
        }
    }
}

void WorkerThreads::run(Worker& worker) {
    std::unique_lock lock(mutex_);
    while (true) {
        if (!waiting_.empty()) {
            worker.task = std::move(waiting_.front());
            waiting_.pop_front();
        } else {
            idle_.push_back(&worker);
            worker.has_task.wait(lock, [&] { return worker.task || is_stopping_; });
            if (!worker.task) {
                return;
            }
        }
        {
            Task task = std::exchange(worker.task, nullptr);
            lock.unlock();
            task();
        } // what the task holds is released without the lock
        lock.lock();
    }
}

} // namespace kontingent::endpoint
