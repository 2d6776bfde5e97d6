// How the work is made up, where a price depends on it: kinds of work, the usual task, extras.
#pragma once

#include "ui/screens/needs/needs.hpp"

#include <string_view>

namespace kontingent::ui {

// Changes the needs in place; the height is 0 where the catalogue makes nothing of it relevant.
float draw_work(Frame& frame, Shop const& shop, NeedsState& state, NeedsContext const& context,
                float x, float y, float width);

// The name of a kind or an extra, and below it what the catalogue says of it. Returns its height.
float draw_caption(Frame& frame, std::string_view caption, LocalizedText const& summary, float x,
                   float y, float width);

} // namespace kontingent::ui
