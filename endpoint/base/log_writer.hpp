// Writes the log on a thread of its own, so that a log that nobody reads stops nothing: what does
// not fit into the queue is dropped, counted, and reported as soon as there is room again.
#pragma once

#include <cstddef>
#include <memory>
#include <string>

namespace kontingent::endpoint {

class LogWriter {
public:
    explicit LogWriter(int descriptor, std::size_t lines_max = 10'000);
    // Waits a second at most for what is queued.
    ~LogWriter();
    LogWriter(LogWriter const&) = delete;
    LogWriter& operator=(LogWriter const&) = delete;

    // Never waits. The line ends with a line break.
    void write(std::string line);

private:
    struct State;

    std::shared_ptr<State> const state_; // the thread may outlive this where nobody reads
};

// From now on log() writes through it; null: to standard error at once. Not while others log.
void set_log_writer(LogWriter* writer);

} // namespace kontingent::endpoint
