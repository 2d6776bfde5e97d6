#include "endpoint/base/date.hpp"

#include <array>
#include <chrono>
#include <cstdio>
#include <ctime>

namespace kontingent::endpoint {
namespace {

std::tm parts_of(std::int64_t unix_seconds) {
    std::time_t const seconds = unix_seconds;
    std::tm parts{};
    gmtime_r(&seconds, &parts);
    return parts;
}

} // namespace

std::int64_t unix_milliseconds_now() {
    return std::chrono::duration_cast<std::chrono::milliseconds>(
               std::chrono::system_clock::now().time_since_epoch())
        .count();
}

std::string utc_timestamp(std::int64_t unix_milliseconds) {
    std::tm const parts = parts_of(unix_milliseconds / 1000);
    std::array<char, 32> text{};
    auto const length = std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%S", &parts);
    std::array<char, 8> fraction{};
    std::snprintf(fraction.data(), fraction.size(), ".%03dZ",
                  static_cast<int>(unix_milliseconds % 1000));
    return std::string(text.data(), length) + fraction.data();
}

std::string utc_timestamp_now() {
    return utc_timestamp(unix_milliseconds_now());
}

std::string internet_date(std::int64_t unix_seconds, std::string_view zone) {
    std::tm const parts = parts_of(unix_seconds);
    // Not strftime's names: those follow the system's language.
    constexpr std::array days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    std::array<char, 32> day{};
    std::array<char, 32> rest{};
    std::snprintf(day.data(), day.size(), ", %02d ", parts.tm_mday);
    auto const length = std::strftime(rest.data(), rest.size(), " %Y %H:%M:%S ", &parts);
    return days.at(static_cast<std::size_t>(parts.tm_wday)) + std::string(day.data()) +
           months.at(static_cast<std::size_t>(parts.tm_mon)) + std::string(rest.data(), length) +
           std::string(zone);
}

} // namespace kontingent::endpoint
