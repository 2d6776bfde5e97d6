// Needs from the past: a tracker's export is chosen, dropped or pasted, and its months are shown
// with all that a person may have to correct.
#pragma once

#include "core/advice/needs.hpp"
#include "core/history/history.hpp"
#include "ui/frame.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace kontingent::ui {

// What was asked about the file at hand. A question stays once it was asked, so that an answer can
// be changed again.
struct HistoryQuestions {
    bool date_order = false, decimal_mark = false, duration_unit = false;
    bool date_column = false, duration_column = false;
    friend bool operator==(HistoryQuestions const&, HistoryQuestions const&) = default;
};

struct HistoryState {
    bool is_reading = false;
    std::int32_t per_mille = 0;
    std::optional<History> history; // as it was read last, error or not
    std::string file_name;          // empty: a text was pasted
    HistoryOptions options;         // what a person corrected
    HistoryQuestions asked;
    // The file is known: it is read again with other options.
    bool is_correction = false;
    bool awaits_correction = false; // … and the reader has not begun yet
    std::string pasted;
    bool shows_paste = false, shows_all_months = false, shows_rejected = false,
         shows_options = false, shows_date_columns = false, shows_duration_columns = false;
};

struct HistoryResult {
    float height = 0;
    bool wants_file = false;
    std::optional<std::string> wants_text;
    std::optional<HistoryOptions> wants_again;
};

// A file that begins to be read makes needs.way history: it may be dropped at any time. Once it is
// read, needs.past has its months, none where there is an error, the latest past_months_max where
// there are more. To be called before anything is drawn from the needs.
void take_history_events(Frame const& frame, HistoryState& state, Needs& needs);

// Without a file (needs.past came with a link or from the session) the months alone are shown.
// Changes needs.gaps, and clears needs.past where the file is discarded.
HistoryResult draw_history(Frame& frame, HistoryState& state, Needs& needs, float x, float y,
                           float width);

} // namespace kontingent::ui
