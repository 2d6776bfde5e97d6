// Parts of a quote as JSON, shared by the documents that contain them.
#pragma once

#include "core/base/units.hpp"
#include "core/json/writer.hpp"
#include "core/pricing/pairs.hpp"

#include <optional>

namespace kontingent {

JsonText json_rate(std::optional<HourlyRate> const& rate); // null where there is none
JsonText json_pairs(PairList const& pairs);                // [[2, 3], [7, 8]]

} // namespace kontingent
