#include "endpoint/base/log.hpp"

#include "endpoint/base/date.hpp"
#include "endpoint/base/log_writer.hpp"

#include <nlohmann/json.hpp>

#include <atomic>
#include <cstdio>

namespace kontingent::endpoint {
namespace {

std::atomic<LogWriter*> current_writer = nullptr;

std::string_view level_text(LogLevel level) {
    switch (level) {
    case LogLevel::info:
        return "info";
    case LogLevel::warning:
        return "warning";
    case LogLevel::error:
        return "error";
    }
    return "error";
}

} // namespace

std::string log_line_to_json(LogLine const& line, std::string_view timestamp) {
    nlohmann::ordered_json json;
    json["time"] = timestamp;
    json["level"] = level_text(line.level);
    json["event"] = line.event;
    for (auto const& [name, value] : line.values) {
        std::visit([&](auto const& plain) { json[std::string(name)] = plain; }, value);
    }
    return json.dump(-1, ' ', true, nlohmann::ordered_json::error_handler_t::replace);
}

void set_log_writer(LogWriter* writer) {
    current_writer = writer;
}

void log(LogLine const& line) {
    std::string const text = log_line_to_json(line, utc_timestamp_now()) + "\n";
    if (LogWriter* const writer = current_writer) {
        writer->write(text);
        return;
    }
    std::fwrite(text.data(), 1, text.size(), stderr);
}

} // namespace kontingent::endpoint
