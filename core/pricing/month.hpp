// A month of a quote.
#pragma once

#include "core/base/maybe.hpp"
#include "core/base/units.hpp"

#include <cstdint>

namespace kontingent {

struct Month {
    std::int32_t month = 1;
    Minutes used;            // as counted: after tasks, increment and kinds
    Maybe<Minutes> included; // what it could use: carried minutes and the rest of a period
                             // included; none where unlimited
    Minutes overage;         // of a pooled pair: all in its second month
    Minutes expired;         // likewise
    Money net;               // with prices that include VAT, the gross amount
};

} // namespace kontingent
