// An opened offer: its months, lines, services and response times.
#pragma once

#include "ui/deferred.hpp"
#include "ui/frame.hpp"
#include "ui/state/compared_offers.hpp"
#include "ui/state/state.hpp"
#include "ui/words.hpp"

namespace kontingent::ui {

struct OfferDetails {
    float height = 0;
    bool wants_request = false;
};

OfferDetails draw_offer_details(DeferredCode code, Frame& frame, Shop const& shop,
                                OfferSummary const& summary, CompareState& state, float x, float y,
                                float width);

} // namespace kontingent::ui
