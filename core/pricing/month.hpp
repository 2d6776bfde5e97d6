// A month of a quote.
#pragma once

#include "core/base/units.hpp"

#include <cstdint>

namespace kontingent {

struct Month {
    std::int32_t month = 1;
    Minutes used; // after rounding up to the billing increment
    Minutes included;
    Minutes overage; // of a pooled pair: all in its second month
    Minutes expired; // likewise
    Money net;
};

} // namespace kontingent
