// The parts of the editor, from top to bottom. Each changes the form in place and returns its
// height.
#pragma once

#include "core/document/amounts.hpp"
#include "ui/screens/desk/parts.hpp"

#include <vector>

namespace kontingent::ui::desk {

// What the form comes to in this frame.
struct Computed {
    Drafted drafted;
    std::vector<OfferedAlternative> offered; // empty where it cannot be computed: for these reasons
    Errors errors;
};

Computed compute(Session const& session);

float draw_customer(Frame& frame, Session& session, Computed const& now, Spot spot);
float draw_needed(Frame& frame, Session& session, Computed const& now, Spot spot);
float draw_alternatives(Frame& frame, Session& session, Computed const& now, Spot spot);
float draw_discounts(Frame& frame, Session& session, Computed const& now, Spot spot);
float draw_items(Frame& frame, Session& session, Computed const& now, Spot spot);
float draw_texts(Frame& frame, Session& session, Computed const& now, Spot spot);
// What it comes to, and issuing it.
float draw_summary(Frame& frame, Session& session, Computed const& now, Spot spot);

} // namespace kontingent::ui::desk
