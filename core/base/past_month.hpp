// A calendar month of the past and the time it took.
#pragma once

#include "core/base/units.hpp"

#include <cstdint>

namespace kontingent {

// Counted from year 0: 12 * year + month, January is 0.
struct PastMonth {
    std::int32_t month = 0;
    Minutes used;
    friend bool operator==(PastMonth const&, PastMonth const&) = default;
};

} // namespace kontingent
