// The log: one JSON object a line on standard error. It holds no address, no query, no name a
// visitor chose, nothing a request carried in its body.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace kontingent::endpoint {

using LogValue = std::variant<std::int64_t, std::string>;

enum class LogLevel : std::uint8_t { info, warning, error };

struct LogLine {
    LogLevel level = LogLevel::info;
    std::string_view event;
    std::vector<std::pair<std::string_view, LogValue>> values;
};

std::string log_line_to_json(LogLine const& line, std::string_view timestamp);

// Written with one call each, so that lines of several threads do not mix.
void log(LogLine const& line);

} // namespace kontingent::endpoint
