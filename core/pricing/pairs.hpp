// Pooled pairs as a scenario and a quote name them.
#pragma once

#include <cstdint>
#include <vector>

namespace kontingent {

// First months of pooled pairs (m, m + 1), rising; months count from 1.
using PairList = std::vector<std::int32_t>;

} // namespace kontingent
