// The whole page of the desk: what is saved, the place a person is at, and how to get elsewhere.
#pragma once

#include "ui/desk/session.hpp"
#include "ui/frame.hpp"

namespace kontingent::ui {

// Returns the content's height.
float draw_desk(Frame& frame, desk::Session& session);

} // namespace kontingent::ui
