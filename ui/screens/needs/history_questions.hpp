// How an export is understood, as choices: what is not certain is asked, all else can be looked up
// and changed.
#pragma once

#include "ui/frame.hpp"
#include "ui/state/history_state.hpp"

#include <optional>

namespace kontingent::ui {

struct Questions {
    float height = 0;
    std::optional<HistoryOptions> answer; // the file is to be read again like this
};

// Adds what this reading leaves open.
void note_questions(History const& history, HistoryQuestions& asked);

// Both need state.history.
Questions draw_asked(Frame& frame, HistoryState const& state, float x, float y, float width);
// A disclosure with all that is not asked.
Questions draw_others(Frame& frame, HistoryState& state, float x, float y, float width);

} // namespace kontingent::ui
