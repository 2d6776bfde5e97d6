// What lies below the comparison: explanations and the request, in deferred code.
#pragma once

#include "ui/deferred.hpp"
#include "ui/frame.hpp"
#include "ui/session.hpp"

namespace kontingent::ui {

// How certain the costs are, where another offer becomes cheaper, how urgent a matter is; the form.
// Does what is pressed there. Returns the height, as all do here.
float draw_lower_part(DeferredCode code, Frame& frame, Session& session, float x, float y,
                      float width);
// In its place until it is loaded: the request's card, with a button instead of the form. Asks for
// the code when the button comes near the window or is pressed, and at once where a request was
// pressed elsewhere or waits in the outbox.
float draw_missing_lower_part(Frame& frame, Session& session, float x, float y, float width);

// What is missing for an answer: a file, a readable one, or the answer to a question.
float draw_no_hours(DeferredCode code, Frame& frame, Session const& session, float x, float y,
                    float width);
// Nothing where the catalogue has no questions.
float draw_triage_card(DeferredCode code, Frame& frame, Session& session, float x, float y,
                       float width);

} // namespace kontingent::ui
