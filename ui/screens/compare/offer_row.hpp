// One offer of the comparison: name, price bar, figures and total; opens to its details.
#pragma once

#include "ui/frame.hpp"
#include "ui/state/compared_offers.hpp"
#include "ui/state/state.hpp"
#include "ui/words.hpp"

#include <cstddef>

namespace kontingent::ui {

struct OfferRow {
    float height = 0;
    bool wants_request = false;
};

// `rank` is an index of compared.offers.
OfferRow draw_offer_row(Frame& frame, Shop const& shop, ComparedOffers const& compared,
                        std::size_t rank, PriceView view, CompareState& state, float x, float y,
                        float width);

} // namespace kontingent::ui
