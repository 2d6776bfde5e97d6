// How an offer counts a month's work: tasks first, then the billing increment, then kinds.
#pragma once

#include "core/base/units.hpp"
#include "core/pricing/tariff.hpp"
#include "core/pricing/work.hpp"

#include <cstddef>
#include <cstdint>

namespace kontingent {

// Nothing is written before it is known: a quote counts every month.
struct CountedWork {
    KindMinutes by_kind;     // written are the first `kind_count`
    std::size_t kind_count;  // at least 1
    std::int64_t task_count; // 0 where tasks are not known

    // Work of the first of `kind_count` kinds alone.
    static CountedWork of_first_kind(std::int64_t minutes, std::size_t kind_count) {
        CountedWork counted; // NOLINT(cppcoreguidelines-pro-type-member-init)
        counted.set_first_kind(minutes, kind_count);
        return counted;
    }

    void set_first_kind(std::int64_t minutes, std::size_t kinds) {
        by_kind[0] = minutes;
        for (std::size_t kind = 1; kind < kinds; ++kind) {
            by_kind[kind] = 0;
        }
        kind_count = kinds;
        task_count = 0;
    }

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
