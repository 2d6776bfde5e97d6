// Parts of a quote as JSON, shared by the documents that contain them.
#pragma once

#include <optional>

#include "core/json_text.hpp"
#include "core/scenario.hpp"
#include "core/units.hpp"

namespace kontingent {

JsonText json_rate(const std::optional<HourlyRate>& rate);  // null where there is none
JsonText json_pairs(const PairList& pairs);                 // [[2, 3], [7, 8]]

}  // namespace kontingent
