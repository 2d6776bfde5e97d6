// The months that a visitor's needs come to: how many minutes each is expected to take, and how few
// or many it may take.
//
// Season: with T = 12 averages, w the weights from the first forecast month on (they repeat each
// year) and W a year's sum, the first n months together take T * (w1 + … + wn) / W, rounded half
// away from zero, and a month takes what it adds to the months before it. So each run of twelve
// months from the first sums to exactly twelve averages, unless a month reaches month_usage_max,
// which no month exceeds.
#pragma once

#include "core/advice/needs.hpp"
#include "core/base/units.hpp"
#include "core/catalogue/catalogue.hpp"
#include "core/pricing/fixed.hpp"
#include "core/pricing/work.hpp"

#include <cstdint>
#include <vector>

namespace kontingent {

struct Forecast {
    std::vector<Minutes> typical; // at least one month
    std::vector<Minutes> low;     // as many; equal to typical where nothing is uncertain …
    std::vector<Minutes> high;    // … and low <= typical <= high always
    std::vector<Minutes>
        resample;          // the past months to draw from; empty unless Certainty::resampled
    WorkDetails work = {}; // how the typical months are made up; others keep their shares
    ChosenExtras extras = {};
    SpecialDiscounts special_discounts = {};
    friend bool operator==(Forecast const&, Forecast const&) = default;
};

// `first_month` is the calendar month of the forecast's first month, 0 is January.
//
// - average, incidents: as many months as the catalogue's horizon, with the season; a season
// without
//   any weight is even.
// - by_month: the months as they are; none are a horizon of zeros.
// - history: a horizon's months, each the mean of the known past months of its calendar month, or
// of
//   all known ones where there is none; without any, 0. Gaps::zero makes every month between two
//   known ones known; only the past_months_max latest months count.
//
// Kinds: a share is of each typical month, rounded half up; kinds take what they need in the
// catalogue's order, as long as something of the month is left.
//
// Certainty: a quarter or a half of each month less and more; `own` spreads Needs::low and high as
// the average is spread (by season; by month and history: in proportion to the months); `resampled`
// says it with the months to draw from, and is exact where there are none. Every mean and share is
// rounded half away from zero.
// Not inlined: a function that others were put into takes a browser longer to compile.
[[gnu::noinline]] Forecast forecast_of(Needs const& needs, Catalogue const& catalogue,
                                       std::int32_t first_month);

// A month's mean, rounded half up; 0 of no months.
Minutes average_of(std::vector<Minutes> const& months);

// What incidents take in an average month: the sum of their efforts, rounded once, half away from
// zero; month_usage_max at most.
Minutes incidents_average(Needs const& needs);

} // namespace kontingent
