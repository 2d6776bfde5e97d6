// The months of a past, with a bar for each, and what months without a record mean.
#pragma once

#include "core/advice/needs.hpp"
#include "ui/frame.hpp"

#include <vector>

namespace kontingent::ui {

// At least one month, rising. Returns the height. Total and mean count missing months as `gaps`
// says.
float draw_past_months(Frame& frame, std::vector<PastMonth> const& months, Gaps& gaps,
                       bool& shows_all, float x, float y, float width);

} // namespace kontingent::ui
