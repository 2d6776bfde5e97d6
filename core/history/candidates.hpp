// Columns that may be the duration, and what speaks for or against one.
#pragma once

#include "core/history/history.hpp"
#include "core/history/spans.hpp"
#include "core/history/table.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <vector>

namespace kontingent::history {

// A column that may be the duration.
struct Candidate {
    std::size_t column = 0;
    bool is_named = false;     // its heading says that it is
    bool is_confirmed = false; // equals the span
    bool is_charged = false;   // rounded, billable
    std::optional<DurationUnit> unit;
    bool says_unit = false; // every cell

    // The likeliest first.
    auto rank() const {
        return std::array{is_confirmed ? 0 : 1, is_named ? 0 : 1, is_charged ? 1 : 0,
                          says_unit ? 0 : 1, unit ? 0 : 1};
    }
};

// By its heading and its cells.
bool may_be_duration(Table const& table, Column const& column);
// Every cell is from one time of day to another.
bool are_ranges(Column const& column);
Candidate candidate_of(Table const& table, std::size_t index);

// Sums that run on: each is at least the one before, the last a multiple of the first.
bool may_be_running(Table const& table, Candidate const& candidate);

// `net` is `gross` less the breaks, row by row.
bool is_net_of(Table const& table, Candidate const& net, Candidate const& gross);

// What is worked is at least half of the time between begin and end, and no more than it.
bool may_be_of_span(Table const& table, SpanChoice const& span, DateOrder date_order,
                    Candidate const& candidate);

// "Regular hours" and "Overtime": where there is overtime, the other column has the same round
// figure, its highest, so that it leaves the overtime out.
std::optional<DurationSource> with_overtime(Table const& table,
                                            std::vector<Candidate> const& candidates);

} // namespace kontingent::history
