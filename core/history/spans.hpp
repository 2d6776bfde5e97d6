// Begin, end and break columns, as ways to compute a row's duration.
#pragma once

#include "core/history/history.hpp"
#include "core/history/table.hpp"

#include <vector>

namespace kontingent::history {

struct SpanChoice {
    std::vector<DurationSource> sources; // one, or one for each unit that the break may have
    bool is_named = false;               // by headings of begin and end
    bool is_certain = false;             // may be computed without a question
};

SpanChoice find_spans(Table const& table, DateOrder date_order);

} // namespace kontingent::history
