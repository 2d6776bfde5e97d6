// Where a day begins and ends at a place: the one thing that documents need to know of time zones.
// The system's zone files decide.
#pragma once

#include "core/base/instant.hpp"

#include <optional>
#include <string>

namespace kontingent::cli {

// The last millisecond of a day in an IANA zone ("Europe/Berlin"; empty is UTC). Nothing where the
// system does not know the zone. Not for several threads: it asks by way of the environment.
std::optional<Instant> end_of_day(Day day, std::string const& zone);
// The calendar day of an instant there.
std::optional<Day> day_at(Instant instant, std::string const& zone);

} // namespace kontingent::cli
