// All that follows from the needs, one below the other: the answer, the comparison, the
// explanations and the request. Does what is pressed there.
#pragma once

#include "ui/frame.hpp"
#include "ui/session.hpp"

namespace kontingent::ui {

struct ResultColumn {
    float height = 0;
    Rect answer; // empty where there are errors instead
};

ResultColumn draw_results(Frame& frame, Session& session, float x, float y, float width);

} // namespace kontingent::ui
