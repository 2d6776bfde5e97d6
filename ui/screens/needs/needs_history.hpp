// Needs from the past: a tracker's export is chosen, dropped or pasted, and its months are shown
// with all that a person may have to correct.
#pragma once

#include "core/advice/needs.hpp"
#include "core/history/history.hpp"
#include "ui/deferred.hpp"
#include "ui/frame.hpp"
#include "ui/page_actions.hpp"
#include "ui/state/history_state.hpp"

#include <optional>
#include <string>

namespace kontingent::ui {

struct HistoryResult {
    float height = 0;
    bool wants_file = false;
    std::optional<std::string> wants_text;
    std::optional<HistoryOptions> wants_again;
    bool wants_code = false; // to be loaded
};

// A file that begins to be read makes needs.way history: it may be dropped at any time. Once it is
// read, needs.past has its months, none where there is an error, the latest past_months_max where
// there are more. To be called before anything is drawn from the needs.
void take_history_events(Frame const& frame, HistoryState& state, Needs& needs);

// Passes on to the reader of exports what draw_history() wants of it.
void read_history(PageActions& page, HistoryResult const& wanted);

// Without a file (needs.past came with a link or from the session) the months alone are shown.
// Changes needs.gaps, and clears needs.past where the file is discarded.
HistoryResult draw_history(DeferredCode code, Frame& frame, HistoryState& state, Needs& needs,
                           float x, float y, float width);
// In its place until its code is loaded.
HistoryResult draw_missing_history(Frame& frame, float x, float y, float width);

} // namespace kontingent::ui
