// "Wie sicher sind die Kosten?": what each offer costs in many simulated runs, as ranges on one
// scale and as figures.
#pragma once

#include "core/advice/trials.hpp"
#include "core/base/units.hpp"
#include "ui/frame.hpp"
#include "ui/state/explain_state.hpp"
#include "ui/state/results.hpp"
#include "ui/words.hpp"

#include <cstdint>
#include <vector>

namespace kontingent::ui {

struct OutlookOffer {
    OfferRisk risk;
    BasisPoints cheapest_chance; // of being the cheapest of those shown
};

enum class OutlookPhase : std::uint8_t {
    certain, // low and high equal the typical hours: there is nothing to simulate
    running,
    done,
};

struct OutlookInput {
    OutlookPhase phase = OutlookPhase::certain;
    std::int32_t progress_per_mille = 0; // running
    std::vector<OutlookOffer> offers;    // done: in the order of their rows
    std::int32_t months = 12;            // of the forecast
    std::int64_t trials = 0;             // how many were run
    PriceView view = PriceView::net;
};

// Of the shown offers that meet the requirements. results.compared() must hold a value.
OutlookInput outlook_of(Results const& results, CompareState const& state, PriceView view);

float draw_outlook(Frame& frame, Shop const& shop, OutlookInput const& input, OutlookState& state,
                   float x, float y, float width);

} // namespace kontingent::ui
