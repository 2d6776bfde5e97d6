// Reads how uncertain the months of a scenario are, as a part of it.
#pragma once

#include "core/json/check.hpp"
#include "core/pricing/scenario.hpp"

#include <optional>
#include <span>

namespace kontingent {

// What low and high minutes surround, a month each; none where a month cannot be read. Empty where
// nothing is known of the months.
using TypicalMonths = std::span<std::optional<Minutes> const>;

// What is wrong here is left with the checker; the uncertainty counts only if it has no errors. A
// null object is silent, and none.
std::optional<Uncertainty> read_uncertainty(json::Checker& json, json::Value const* object,
                                            TypicalMonths typical);

} // namespace kontingent
