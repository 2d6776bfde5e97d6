// The work of a forecast: how a month's minutes are made up of kinds and tasks.
#pragma once

#include "core/base/limits.hpp"
#include "core/base/units.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace kontingent {

struct Task {
    Minutes size;         // 1 or more
    std::size_t kind = 0; // index into Catalogue::kinds
    friend bool operator==(Task const&, Task const&) = default;
};

// How much of each month is of a kind; never of the first, which has the remainder.
struct KindMonths {
    std::size_t kind = 1; // index into Catalogue::kinds
    std::vector<Minutes> months;
    friend bool operator==(KindMonths const&, KindMonths const&) = default;
};

// What is known of the work besides its minutes. `tasks` takes the place of the two others.
struct WorkDetails {
    std::vector<KindMonths> kinds;        // rising by kind
    std::optional<Minutes> task_size;     // of a usual task; none: not known
    std::vector<std::vector<Task>> tasks; // a list for each month; empty: not known
    friend bool operator==(WorkDetails const&, WorkDetails const&) = default;

    bool is_plain() const { return kinds.empty() && !task_size && tasks.empty(); }
};

using KindMinutes = std::array<std::int64_t, kind_count_max>;

// One month's work.
struct MonthWork {
    KindMinutes by_kind{};            // as worked
    std::optional<Minutes> task_size; // none: tasks are not known, or are listed
    std::span<Task const> tasks;      // all of the month's work, where they are listed
};

// Month `index` (from 0) with `usage` minutes, which may be others than those that the details are
// of: kinds keep their share of the month, rounded half up, in their order, and listed tasks become
// as many minutes of their average size. A month without minutes has work of the first kind only.
MonthWork month_work(WorkDetails const& details, std::size_t index, Minutes details_usage,
                     Minutes usage);

// What an average month is like: shares of all months together. For the same usage each month.
WorkDetails average_of(WorkDetails const& details, std::span<Minutes const> usage);

} // namespace kontingent
