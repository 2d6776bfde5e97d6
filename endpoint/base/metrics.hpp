// Counts of what the program does, in Prometheus' text format. No label holds anything of a
// visitor.
#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <string>

namespace kontingent::endpoint {

enum class Counter : std::uint8_t {
    requests_stored,
    requests_repeated,
    store_failures,
    notifications_delivered,
    notifications_failed,
    connections_refused,
    log_lines_dropped,
    count
};

class Metrics {
public:
    void count(Counter counter, std::uint64_t by = 1);
    void count_answer(std::uint16_t status);
    std::uint64_t value(Counter counter) const;

    std::string text() const;

private:
    std::array<std::atomic<std::uint64_t>, static_cast<std::size_t>(Counter::count)> counters_{};
    std::array<std::atomic<std::uint64_t>, 6> answers_{}; // by the status' first digit
};

// The program's own.
Metrics& metrics();

} // namespace kontingent::endpoint
