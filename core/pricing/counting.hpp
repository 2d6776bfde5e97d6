// How an offer counts a month's work: tasks first, then the billing increment, then kinds.
#pragma once

#include "core/base/units.hpp"
#include "core/pricing/tariff.hpp"
#include "core/pricing/work.hpp"

#include <cstddef>
#include <cstdint>

namespace kontingent {

// Minutes of kinds that do not occur are not written: a quote counts every month.
struct CountedWork {             // NOLINT(cppcoreguidelines-pro-type-member-init)
    KindMinutes by_kind;         // written are the first `kind_count`
    std::size_t kind_count = 1;  // at least 1
    std::int64_t task_count = 0; // 0 where tasks are not known

    Minutes total() const {
        std::int64_t sum = by_kind[0];
        for (std::size_t kind = 1; kind < kind_count; ++kind) {
            sum += by_kind[kind];
        }
        return {sum};
    }
};

// What one task of `size` minutes counts as.
Minutes counted_task(TaskRule const& rule, Minutes size);

// Far from 64 bits for any work and any rule within their bounds.
CountedWork count_work(Tariff const& tariff, MonthWork const& work);

} // namespace kontingent
