// Needs from incidents: how many of each level a month, and how long one takes.
#pragma once

#include "core/advice/needs.hpp"
#include "core/catalogue/catalogue.hpp"
#include "ui/frame.hpp"
#include "ui/state/state.hpp"
#include "ui/words.hpp"

#include <array>

namespace kontingent::ui {

// An example to begin with: fewer of the grave, with the catalogue's typical efforts.
std::array<Incidents, 4> initial_incidents(Catalogue const& catalogue);

// Returns the height; changes needs.incidents.
float draw_incidents(Frame& frame, Shop const& shop, Needs& needs, IncidentEdits& edits, float x,
                     float y, float width);

} // namespace kontingent::ui
