// Columns of the third author's tables over the entries that were worked.
#pragma once

#include "tests/core/history_generator/tables.hpp"
#include "tests/core/history_generator/third_sheet.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace kontingent::tests {

// How people work.
struct Habits {
    std::int64_t step = 1; // each net is a multiple of it
    std::int64_t net_max = 300;
    std::int64_t per_day = 3; // at most
    bool has_breaks = false;
    bool has_nights = false;
};

std::vector<Entry> third_entries(Random& random, Habits const& habits);
// With entries and no column yet.
ThirdSheet sheet_of(Hand& hand, Habits const& habits);

// The form of a duration and how its column is called. The heading or the cells name a unit.
struct SpanPlan {
    ThirdSpan form = ThirdSpan::clock;
    std::string heading;
};

SpanPlan span_plan(Hand& hand);
// For this form, with its unit.
SpanPlan span_plan(Hand& hand, ThirdSpan form);

using MinutesOf = std::function<std::int64_t(Entry const&)>;

ThirdColumn date_column(Hand& hand);
ThirdColumn date_column(Hand& hand, std::string heading,
                        std::function<std::chrono::sys_days(Entry const&)> day);
ThirdColumn clock_column(Hand& hand, std::string heading, MinutesOf minute);
// Durations, with their sums.
ThirdColumn span_column(Hand& hand, SpanPlan const& plan, MinutesOf minutes);
ThirdColumn net_column(Hand& hand, SpanPlan const& plan);
// With a sign where it is below 0.
ThirdColumn signed_column(Hand& hand, std::string heading, ThirdSpan form, MinutesOf minutes);
ThirdColumn text_column(Hand& hand, ThirdWord word);
ThirdColumn money_column(Hand& hand);
// Begin and end whose headings make a pair.
std::vector<ThirdColumn> clock_columns(Hand& hand);
// What is no duration: client, note, amount, week, at most `count`.
std::vector<ThirdColumn> other_columns(Hand& hand, std::int64_t count);

void append(std::vector<ThirdColumn>& columns, std::vector<ThirdColumn> more);
// Some number that is the same for the same entry.
std::int64_t drawn(Entry const& entry, std::int64_t lowest, std::int64_t highest,
                   std::int64_t salt = 0);
GeneratedTable finished(ThirdSheet& sheet, bool has_clear_headings);

} // namespace kontingent::tests
