// "Anfrage": what the request is about, who sends it, a summary before sending, and the outbox.
#pragma once

#include "core/advice/forecast.hpp"
#include "ui/frame.hpp"
#include "ui/state/compared_offers.hpp"
#include "ui/state/request_form.hpp"
#include "ui/state/state.hpp"
#include "ui/words.hpp"

#include <string>

namespace kontingent::ui {

struct RequestResult {
    float height = 0;
    bool wants_sending = false;
    std::string withdrawn_key; // of the outbox; empty: none
    std::string edited_key;    // goes back into the form to be corrected
};

// `forecast`: what a request for a package would carry.
RequestResult draw_request(Frame& frame, Shop const& shop, ComparedOffers const& compared,
                           Forecast const& forecast, Outbox const& outbox, RequestState& request,
                           float x, float y, float width);

} // namespace kontingent::ui
