#include "core/pricing/counting.hpp"

#include <algorithm>

namespace kontingent {
namespace {

// Replaces worked minutes by what the tasks count as, and counts the tasks.
void count_tasks(TaskRule const& rule, MonthWork const& work, CountedWork& counted) {
    if (!work.tasks.empty()) {
        std::fill_n(counted.by_kind.begin(), counted.kind_count, 0);
        for (Task const& task : work.tasks) {
            counted.by_kind[task.kind] += counted_task(rule, task.size).count;
        }
        counted.task_count = static_cast<std::int64_t>(work.tasks.size());
        return;
    }
    if (!work.task_size) {
        return;
    }
    std::int64_t const size = work.task_size->count;
    std::int64_t const counts_as = counted_task(rule, *work.task_size).count;
    for (std::size_t kind = 0; kind < counted.kind_count; ++kind) {
        std::int64_t const whole = work.by_kind[kind] / size;
        std::int64_t const rest = work.by_kind[kind] % size;
        counted.by_kind[kind] = whole * counts_as;
        counted.task_count += whole;
        if (rest > 0) {
            counted.by_kind[kind] += counted_task(rule, Minutes{rest}).count;
            ++counted.task_count;
        }
    }
}

} // namespace

Minutes counted_task(TaskRule const& rule, Minutes size) {
    std::int64_t const beyond = std::max<std::int64_t>(size.count - rule.first.count, 0);
    std::int64_t const count = rule.first.count + round_up(beyond, rule.increment.count);
    return {std::max(count, rule.minimum.count)};
}

CountedWork count_work(Tariff const& tariff, MonthWork const& work) {
    Offer const& offer = *tariff.offer;
    CountedWork counted; // NOLINT(cppcoreguidelines-pro-type-member-init)
    counted.task_count = 0;
    counted.kind_count = std::max<std::size_t>(offer.kinds.size(), 1);
    std::copy_n(work.by_kind.begin(), counted.kind_count, counted.by_kind.begin());
    if (offer.task) {
        count_tasks(*offer.task, work, counted);
    }
    for (std::size_t kind = 0; kind < counted.kind_count; ++kind) {
        std::int64_t& minutes = counted.by_kind[kind];
        minutes = round_up(minutes, tariff.increment.count);
        if (!offer.kinds.empty() && offer.kinds[kind].counts != BasisPoints{10'000}) {
            minutes = divide_up(minutes * offer.kinds[kind].counts.value, 10'000);
        }
    }
    return counted;
}

} // namespace kontingent
