// Volume prices: the tier that holds all minutes prices each of them.
#pragma once

#include "core/pricing/tier.hpp"

namespace kontingent {

// One line, followed by the tier's flat fee where it is not 0. Intervals are (lower, upper].
inline void charge_volume(TierCharge const& out, Overage const& overage, Minutes beyond) {
    for (Tier const& tier : overage.tiers) {
        if (!tier.up_to || beyond <= *tier.up_to) {
            out.put(tier, beyond);
            return;
        }
    }
}

} // namespace kontingent
