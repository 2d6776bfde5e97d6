// The portal's page: needs and results side by side, or one below the other where it is narrow, and
// there a bar with the answer at the lower edge.
#pragma once

#include "ui/frame.hpp"
#include "ui/screens/answer/answer.hpp"
#include "ui/session.hpp"

namespace kontingent::ui {

// Measured in one frame, used to lay out the next.
struct PageLayout {
    float needs_height = 0;
    float content_height = 0;
    Rect answer;
};

// Returns the content's height.
float draw_page(Frame& frame, Session& session, PageLayout& layout);
// Whether the bar belongs at the lower edge: the needs are in view, the answer is not. It is drawn
// last, above the page.
bool wants_answer_bar(Frame const& frame, Session const& session, PageLayout const& layout);
void draw_answer_bar(Frame& frame, Session const& session, PageLayout const& layout);

} // namespace kontingent::ui
