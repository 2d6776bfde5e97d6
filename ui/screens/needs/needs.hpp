// "Ihr Bedarf": how many hours, how certain, for how long, with which requirements, net or gross.
#pragma once

#include "core/advice/forecast.hpp"
#include "ui/frame.hpp"
#include "ui/screens/needs/needs_history.hpp"
#include "ui/state/state.hpp"
#include "ui/words.hpp"

#include <optional>

namespace kontingent::ui {

// Results that the needs show. They are of the last frame, because they are computed from the
// needs.
struct NeedsContext {
    std::optional<Minutes> included; // in the recommended package; a line across the months
    Forecast const& forecast;
};

struct NeedsResult {
    float height = 0;
    HistoryResult history; // to be passed on to the reader of exports
};

// How much work, in which way it is said, and how it is made up; without a card around it. Changes
// the needs in place, and so does draw_needs().
NeedsResult draw_work_needed(Frame& frame, Shop const& shop, NeedsState& state,
                             NeedsContext const& context, float x, float y, float width);
NeedsResult draw_needs(Frame& frame, Shop const& shop, NeedsState& state,
                       NeedsContext const& context, float x, float y, float width);

} // namespace kontingent::ui
