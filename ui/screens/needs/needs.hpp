// "Ihr Bedarf": how many hours, how sure, for how long, with what requirements, net or gross.
#pragma once

#include "core/advice/forecast.hpp"
#include "ui/frame.hpp"
#include "ui/screens/needs/needs_history.hpp"
#include "ui/state/state.hpp"
#include "ui/words.hpp"

#include <optional>

namespace kontingent::ui {

// What the needs are drawn beside: of the last frame, since it follows from them.
struct NeedsContext {
    std::optional<Minutes> included; // in the recommended package: a line across the months
    Forecast const& forecast;
};

struct NeedsResult {
    float height = 0;
    HistoryResult history; // what is wanted of the reader of exports
};

// Changes the needs in place.
NeedsResult draw_needs(Frame& frame, Shop const& shop, NeedsState& state,
                       NeedsContext const& context, float x, float y, float width);

} // namespace kontingent::ui
