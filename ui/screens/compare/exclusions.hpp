// Why an offer is not recommended, in one sentence.
#pragma once

#include "ui/frame.hpp"
#include "ui/state/compared_offers.hpp"
#include "ui/words.hpp"

namespace kontingent::ui {

// Returns the height.
float draw_exclusions(Frame& frame, Shop const& shop, RankedOffer const& ranked_offer, float x,
                      float y, float width);

} // namespace kontingent::ui
