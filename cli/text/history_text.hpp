// Past hours as text and as JSON, and the questions that the file leaves open.
#pragma once

#include "core/base/language.hpp"
#include "core/history/history.hpp"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace kontingent::cli {

// Values of options, in the order of the enumerators.
inline constexpr std::array<std::string_view, 3> date_order_words{"ymd", "dmy", "mdy"};
inline constexpr std::array<std::string_view, duration_unit_count> unit_words{
    "hours", "minutes", "seconds", "days", "working-days", "hours-minutes"};
inline constexpr std::array<std::string_view, 2> sum_rows_words{"leave-out", "count"};

// Of History::durations; a break's unit distinguishes those that differ by nothing else.
std::vector<std::string> duration_names(History const& history);

std::string history_text(History const& history, Language language);
// docs: {"months", "rows_read", "rows_rejected", "rejected", "questions", "understood", …}.
std::string history_json_text(History const& history);
// Each open question with its option and its choices, the proposal marked, and the first rows.
std::string questions_text(History const& history, Language language);

} // namespace kontingent::cli
