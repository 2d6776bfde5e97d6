// The desk's places. Each draws itself at a spot and returns its height.
#pragma once

#include "ui/desk/session.hpp"
#include "ui/frame.hpp"
#include "ui/screens/desk/parts.hpp"

namespace kontingent::ui::desk {

float draw_list(Frame& frame, Session& session, Spot spot);
float draw_start(Frame& frame, Session& session, Spot spot);
float draw_editor(Frame& frame, Session& session, Spot spot);
float draw_quote(Frame& frame, Session& session, Spot spot);
float draw_settings(Frame& frame, Session& session, Spot spot);

} // namespace kontingent::ui::desk
