// An export of a time tracker while it is being read and corrected: what was read, what had to be
// asked, and which parts of the screen are open. The months themselves are Needs::past.
#pragma once

#include "core/history/history.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>

namespace kontingent::ui {

// What was asked about the current file, by HistoryQuestion. A question stays once it was asked, so
// that its answer can be changed.
using HistoryQuestions = std::array<bool, history_question_count>;

struct HistoryState {
    bool is_reading = false;
    std::int32_t per_mille = 0;
    std::optional<History> history; // the last result, an error included
    std::string file_name;          // empty: a text was pasted
    HistoryOptions options;         // the visitor's corrections
    HistoryQuestions asked{};
    // The same file is being read again with other options.
    bool is_correction = false;
    bool awaits_correction = false; // requested, but the reader has not begun yet
    std::string pasted;
    bool shows_paste = false, shows_all_months = false, shows_rejected = false,
         shows_options = false;
};

} // namespace kontingent::ui
