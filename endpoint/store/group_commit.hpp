// Tasks of many threads, carried out together: while threads carry out what has gathered, what
// comes meanwhile gathers for the next. So a store makes many requests durable with one write to
// the disk, and none waits for more to come.
#pragma once

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

namespace kontingent::endpoint {

template <class Task, class Outcome>
class GroupCommit {
public:
    // `groups_max`: how many groups are carried out at the same time.
    explicit GroupCommit(std::size_t groups_max = 1) : groups_max_(groups_max) {}

    // Returns this task's own outcome. `carry_out` gets a list of pointers to tasks and returns as
    // many outcomes in their order; it is called in one of the threads. Where it throws, only that
    // thread gets the exception, and the other tasks are tried again.
    template <class CarryOut>
    Outcome run(Task const& task, CarryOut const& carry_out) {
        Entry own(task);
        std::unique_lock lock(mutex_);
        gathered_.push_back(&own);
        own.changed.wait(lock,
                         [&] { return own.outcome || (!own.is_carried && groups_ < groups_max_); });
        if (!own.outcome) {
            carry(lock, own, carry_out);
        }
        return std::move(*own.outcome);
    }

private:
    struct Entry {
        explicit Entry(Task const& own_task) : task(&own_task) {}

        Task const* task;
        std::optional<Outcome> outcome;
        bool is_carried = false;
        // Of its own, so that the end of a group wakes those it concerns and nobody else.
        std::condition_variable changed;
    };

    // `own` is among what has gathered.
    template <class CarryOut>
    void carry(std::unique_lock<std::mutex>& lock, Entry& own, CarryOut const& carry_out) {
        std::deque<Entry*> const entries = std::exchange(gathered_, {});
        for (Entry* entry : entries) {
            entry->is_carried = true;
        }
        ++groups_;
        lock.unlock();
        try {
            std::vector<Task const*> tasks;
            for (Entry const* entry : entries) {
                tasks.push_back(entry->task);
            }
            std::vector<Outcome> outcomes = carry_out(tasks);
            lock.lock();
            for (std::size_t i = 0; i < entries.size(); ++i) {
                entries[i]->outcome = std::move(outcomes.at(i));
                entries[i]->changed.notify_one();
            }
        } catch (...) {
            if (!lock.owns_lock()) {
                lock.lock();
            }
            for (Entry* entry : entries) {
                if (entry != &own) {
                    entry->is_carried = false;
                    gathered_.push_back(entry);
                }
            }
            end_carrying();
            throw;
        }
        end_carrying();
    }

    void end_carrying() {
        --groups_;
        if (!gathered_.empty()) {
            gathered_.front()->changed.notify_one(); // carries what has gathered meanwhile
        }
    }

    std::mutex mutex_;
    std::deque<Entry*> gathered_;
    std::size_t groups_ = 0; // being carried out
    std::size_t const groups_max_;
};

} // namespace kontingent::endpoint
