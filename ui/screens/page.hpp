// The portal's page: needs and results side by side, or one below the other where it is narrow, and
// there a bar with the answer at the lower edge.
#pragma once

#include "ui/frame.hpp"
#include "ui/session.hpp"

namespace kontingent::ui {

// Returns the content's height.
float draw_page(Frame& frame, Session& session);

} // namespace kontingent::ui
