// Dates as texts, always in UTC and never in the system's language.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace kontingent::endpoint {

std::int64_t unix_milliseconds_now();

// RFC 3339: "2026-11-23T14:05:09.123Z".
std::string utc_timestamp(std::int64_t unix_milliseconds);
std::string utc_timestamp_now();

// "Mon, 23 Nov 2026 14:05:09 GMT"; HTTP calls the zone GMT, mail calls it +0000.
std::string internet_date(std::int64_t unix_seconds, std::string_view zone);

} // namespace kontingent::endpoint
