// Reads the duration of one row from where it was decided to come from.
#pragma once

#include "core/history/csv.hpp"
#include "core/history/durations.hpp"
#include "core/history/history.hpp"

#include <cstdint>
#include <expected>
#include <vector>

namespace kontingent::history {

struct Measure {
    DurationSource source;
    std::vector<NumberStyle> styles; // of source.columns, as many
    NumberStyle break_style;
    DateOrder date_order = DateOrder::year_month_day; // of dates at begin and end

    // Microseconds, 0 to microseconds_a_day. An end before its begin is on the next day.
    std::expected<std::int64_t, RowError> of(Row const& row) const;
    // What a sum row has in the columns: without an upper bound. Errors for what is no duration.
    std::expected<std::int64_t, RowError> sum_in(Row const& row) const;

private:
    std::expected<std::int64_t, RowError> worked_in(Row const& row) const;
    std::expected<std::int64_t, RowError> breaks_in(Row const& row) const;
};

} // namespace kontingent::history
