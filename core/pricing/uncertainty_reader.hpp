// Reads how uncertain the months of a scenario are, as a part of it.
#pragma once

#include "core/json/check.hpp"
#include "core/pricing/scenario.hpp"

#include <optional>

namespace kontingent {

// `usage` is the list that low and high minutes surround; what is wrong with it is said elsewhere.
// What is wrong here is left with the checker; the uncertainty counts only if it has no errors. A
// null object is silent, and none.
std::optional<Uncertainty> read_uncertainty(json::Checker& json, json::Value const* object,
                                            json::Value const* usage);

} // namespace kontingent
