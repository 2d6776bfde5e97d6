// Graduated prices: each tier prices the minutes that fall into it.
#pragma once

#include "core/pricing/tier.hpp"

namespace kontingent {

// Each tier entered is a line of its own minutes, followed by its flat fee where it is not 0.
// Intervals are (lower, upper].
inline void charge_graduated(TierCharge const& out, Overage const& overage, Minutes beyond) {
    Minutes lower;
    for (Tier const& tier : overage.tiers) {
        if (beyond <= lower) {
            break;
        }
        Minutes const upper = tier.up_to && *tier.up_to < beyond ? *tier.up_to : beyond;
        out.put(tier, Minutes{upper.count - lower.count});
        lower = upper;
    }
}

} // namespace kontingent
