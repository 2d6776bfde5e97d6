#include "endpoint/base/metrics.hpp"

#include <string_view>

namespace kontingent::endpoint {
namespace {

struct Description {
    std::string_view name;
    std::string_view help;
};

constexpr std::array<Description, static_cast<std::size_t>(Counter::count)> descriptions{{
    {"kontingent_requests_stored_total", "Requests that were stored."},
    {"kontingent_requests_repeated_total", "Requests that were stored already."},
    {"kontingent_store_failures_total", "Requests that the store could not take."},
    {"kontingent_notifications_delivered_total", "Notifications that were delivered."},
    {"kontingent_notifications_failed_total", "Attempts to deliver that failed."},
    {"kontingent_connections_refused_total", "Connections beyond a limit."},
    {"kontingent_log_lines_dropped_total", "Log lines that nobody read in time."},
}};

void add_head(std::string& text, std::string_view name, std::string_view help) {
    text += "# HELP " + std::string(name) + " " + std::string(help) + "\n# TYPE " +
            std::string(name) + " counter\n";
}

} // namespace

void Metrics::count(Counter counter, std::uint64_t by) {
    counters_.at(static_cast<std::size_t>(counter)) += by;
}

void Metrics::count_answer(std::uint16_t status) {
    ++answers_.at(static_cast<std::size_t>(status / 100 < 6 ? status / 100 : 0));
}

std::uint64_t Metrics::value(Counter counter) const {
    return counters_.at(static_cast<std::size_t>(counter));
}

std::string Metrics::text() const {
    std::string text;
    for (std::size_t i = 0; i < counters_.size(); ++i) {
        add_head(text, descriptions.at(i).name, descriptions.at(i).help);
        text += std::string(descriptions.at(i).name) + " " + std::to_string(counters_.at(i)) + "\n";
    }
    add_head(text, "kontingent_answers_total", "Answers by the first digit of their status.");
    for (std::size_t digit = 1; digit < answers_.size(); ++digit) {
        text += "kontingent_answers_total{status=\"" + std::to_string(digit) + "xx\"} " +
                std::to_string(answers_.at(digit)) + "\n";
    }
    return text;
}

Metrics& metrics() {
    static Metrics own;
    return own;
}

} // namespace kontingent::endpoint
