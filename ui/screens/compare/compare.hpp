// "Alle Angebote im Vergleich": the offers as rows or cards, the recommended one first; each opens
// to its details.
#pragma once

#include "ui/frame.hpp"
#include "ui/state/compared_offers.hpp"
#include "ui/state/state.hpp"
#include "ui/words.hpp"

#include <string>

namespace kontingent::ui {

struct CompareResult {
    float height = 0;
    std::string requested_offer; // its key; empty: none
    bool wants_code = false;     // to be loaded (ui/deferred.hpp)
};

CompareResult draw_compare(Frame& frame, Shop const& shop, ComparedOffers const& compared,
                           PriceView view, CompareState& state, float x, float y, float width);

} // namespace kontingent::ui
