// "Ihr Bedarf": how many hours, for how long, net or gross.
#pragma once

#include "ui/frame.hpp"
#include "ui/state.hpp"
#include "ui/words.hpp"

#include <optional>

namespace kontingent::ui {

// Changes the needs in place; `included` is what the recommended package includes, drawn as a line
// across the months. Returns the card's height.
float draw_needs(Frame& frame, Shop const& shop, NeedsState& needs, std::optional<Minutes> included,
                 float x, float y, float width);

} // namespace kontingent::ui
