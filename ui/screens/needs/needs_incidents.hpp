// Needs from incidents: how many of each level a month, and the hours each takes.
#pragma once

#include "core/advice/needs.hpp"
#include "ui/frame.hpp"
#include "ui/state/state.hpp"
#include "ui/words.hpp"

namespace kontingent::ui {

// Returns the height; changes needs.incidents.
float draw_incidents(Frame& frame, Shop const& shop, Needs& needs, IncidentEdits& edits, float x,
                     float y, float width);

} // namespace kontingent::ui
