// A note about the link that the page was opened with: it could not be read, or it was made with
// another edition of the catalogue; then with the old and the new total.
#pragma once

#include "core/advice/recommendation.hpp"
#include "ui/frame.hpp"
#include "ui/state/state.hpp"
#include "ui/words.hpp"

namespace kontingent::ui {

struct LinkNoteResult {
    float height = 0;
    bool is_dismissed = false;
};

LinkNoteResult draw_link_note(Frame& frame, Shop const& shop, LinkNote const& note,
                              Recommendation const& recommendation, float x, float y, float width);

} // namespace kontingent::ui
