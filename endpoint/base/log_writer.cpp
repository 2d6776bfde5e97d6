#include "endpoint/base/log_writer.hpp"

#include "endpoint/base/date.hpp"
#include "endpoint/base/log.hpp"
#include "endpoint/base/metrics.hpp"

#include <cerrno>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <mutex>
#include <poll.h>
#include <thread>
#include <unistd.h>

namespace kontingent::endpoint {

namespace {

constexpr std::chrono::seconds last_patience{1};
constexpr std::chrono::milliseconds gathering_time{5};

void write_all(int descriptor, std::string const& text) {
    std::size_t written = 0;
    while (written < text.size()) {
        ssize_t const count = ::write(descriptor, text.data() + written, text.size() - written);
        if (count > 0) {
            written += static_cast<std::size_t>(count);
        } else if (errno == EAGAIN) {
            pollfd waiting{.fd = descriptor, .events = POLLOUT, .revents = 0};
            ::poll(&waiting, 1, -1);
        } else if (errno != EINTR) {
            return; // closed: nobody will read it
        }
    }
}

} // namespace

struct LogWriter::State {
    int descriptor = -1;
    std::size_t lines_max = 0;
    std::mutex mutex;
    std::condition_variable changed;
    std::deque<std::string> lines;
    std::uint64_t dropped = 0;
    bool is_gathering = false; // looks for lines by itself
    bool is_stopping = false;
    bool is_done = false;

    void run() {
        std::unique_lock lock(mutex);
        while (true) {
            changed.wait(lock, [this] { return is_stopping || !lines.empty(); });
            if (lines.empty()) {
                break;
            }
            std::deque<std::string> const batch = std::exchange(lines, {});
            std::uint64_t const lost = std::exchange(dropped, 0);
            lock.unlock();
            std::string text;
            for (std::string const& line : batch) {
                text += line;
            }
            if (lost > 0) {
                text += log_line_to_json({.level = LogLevel::warning,
                                          .event = "log_lines_dropped",
                                          .values = {{"lines", static_cast<std::int64_t>(lost)}}},
                                         utc_timestamp_now()) +
                        "\n";
            }
            write_all(descriptor, text);
            lock.lock();
            // Lines gather meanwhile, so that not every one wakes this thread.
            is_gathering = true;
            changed.wait_for(lock, gathering_time, [this] { return is_stopping; });
            is_gathering = false;
        }
        is_done = true;
        changed.notify_all();
    }
};

LogWriter::LogWriter(int descriptor, std::size_t lines_max) : state_(std::make_shared<State>()) {
    state_->descriptor = descriptor;
    state_->lines_max = lines_max;
    std::thread([state = state_] { state->run(); }).detach();
}

LogWriter::~LogWriter() {
    std::unique_lock lock(state_->mutex);
    state_->is_stopping = true;
    state_->changed.notify_all();
    state_->changed.wait_for(lock, last_patience, [this] { return state_->is_done; });
}

void LogWriter::write(std::string line) {
    bool is_waited_for = false;
    {
        std::scoped_lock const lock(state_->mutex);
        if (state_->lines.size() >= state_->lines_max) {
            ++state_->dropped;
            metrics().count(Counter::log_lines_dropped);
            return;
        }
        state_->lines.push_back(std::move(line));
        is_waited_for = !state_->is_gathering;
    }
    if (is_waited_for) {
        state_->changed.notify_all();
    }
}

} // namespace kontingent::endpoint
