#include "endpoint/base/log.hpp"

#include <nlohmann/json.hpp>

#include <array>
#include <chrono>
#include <cstdio>
#include <ctime>

namespace kontingent::endpoint {
namespace {

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

std::string utc_timestamp_now() {
    auto const now =
        std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now());
    auto const milliseconds = now.time_since_epoch().count();
    std::time_t const seconds = static_cast<std::time_t>(milliseconds / 1000);
    std::tm parts{};
    gmtime_r(&seconds, &parts);
    std::array<char, 32> text{};
    auto const length = std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%S", &parts);
    std::array<char, 8> fraction{};
    std::snprintf(fraction.data(), fraction.size(), ".%03dZ",
                  static_cast<int>(milliseconds % 1000));
    return std::string(text.data(), length) + fraction.data();
}

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

void log(LogLine const& line) {
    std::string const text = log_line_to_json(line, utc_timestamp_now()) + "\n";
    std::fwrite(text.data(), 1, text.size(), stderr);
}

} // namespace kontingent::endpoint
