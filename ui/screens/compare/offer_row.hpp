// One offer of the comparison: name, price bar, figures and total; opens to its details.
#pragma once

#include "ui/frame.hpp"
#include "ui/screens/compare/row_layout.hpp"
#include "ui/state/compared_offers.hpp"
#include "ui/state/state.hpp"
#include "ui/words.hpp"

#include <cstddef>

namespace kontingent::ui {

struct OfferRow {
    float height = 0;
    bool wants_request = false;
    bool wants_code = false; // of an opened offer's details
};

// What the rows of a comparison have in common; what it refers to must outlive it.
struct OfferRows {
    Shop const& shop;
    ComparedOffers const& compared;
    PriceView view = PriceView::net;
    float x = 0, width = 0;
    RowWidths widths;
};

OfferRows offer_rows(Frame const& frame, Shop const& shop, ComparedOffers const& compared,
                     PriceView view, float x, float width);

// `rank` is an index of compared.offers.
OfferRow draw_offer_row(Frame& frame, OfferRows const& rows, std::size_t rank, CompareState& state,
                        float y);

} // namespace kontingent::ui
