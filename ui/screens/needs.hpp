// "Ihr Bedarf": how many hours, how sure, for how long, with what requirements, net or gross.
#pragma once

#include "core/forecast.hpp"
#include "ui/frame.hpp"
#include "ui/state.hpp"
#include "ui/words.hpp"

#include <optional>

namespace kontingent::ui {

// What the needs are drawn beside: of the last frame, since it follows from them.
struct NeedsContext {
    std::optional<Minutes> included; // in the recommended package: a line across the months
    Forecast const& forecast;
};

// Changes the needs in place. Returns the card's height.
float draw_needs(Frame& frame, Shop const& shop, NeedsState& state, NeedsContext const& context,
                 float x, float y, float width);

} // namespace kontingent::ui
