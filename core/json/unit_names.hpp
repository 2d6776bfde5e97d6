// Names of members that hold minutes or rates. In a catalogue that counts units they end in _units
// and unit_rate instead; code names them as in a catalogue of minutes.
#pragma once

#include <string_view>

namespace kontingent::json {

// "used_minutes" as "used_units", "minutes" as "units", "hourly_rate" as "unit_rate"; any other
// name as it is. Only names that some schema has are known.
std::string_view member_name(std::string_view name, bool counts_units);

} // namespace kontingent::json
