#include "core/pricing/work.hpp"

#include <algorithm>

namespace kontingent {
namespace {

KindMinutes minutes_of(std::span<Task const> tasks) {
    KindMinutes by_kind{};
    for (Task const& task : tasks) {
        by_kind[task.kind] += task.size.count;
    }
    return by_kind;
}

// Takes from what is left, so that kinds never exceed the month.
void set_share(KindMinutes& by_kind, std::size_t kind, std::int64_t wanted) {
    by_kind[kind] = std::min(wanted, by_kind[0]);
    by_kind[0] -= by_kind[kind];
}

std::optional<Minutes> average_size(std::size_t task_count, std::int64_t minutes) {
    if (task_count == 0) {
        return std::nullopt;
    }
    auto const count = static_cast<std::int64_t>(task_count);
    return Minutes{std::max<std::int64_t>(1, divide_half_up(minutes, count))};
}

} // namespace

MonthWork month_work(WorkDetails const& details, std::size_t index, Minutes details_usage,
                     Minutes usage) {
    MonthWork work;
    work.by_kind[0] = usage.count;
    work.task_size = details.task_size;
    bool const is_same = usage == details_usage;
    if (!details.tasks.empty()) {
        std::span<Task const> const tasks = details.tasks[index];
        KindMinutes const listed = minutes_of(tasks);
        if (is_same) {
            work.by_kind = listed;
            work.tasks = tasks;
            return work;
        }
        work.task_size = average_size(tasks.size(), details_usage.count);
        for (std::size_t kind = 1; kind < listed.size() && details_usage.count > 0; ++kind) {
            set_share(work.by_kind, kind,
                      divide_half_up(usage.count * listed[kind], details_usage.count));
        }
        return work;
    }
    for (KindMonths const& kind : details.kinds) {
        std::int64_t const known = kind.months[index].count;
        std::int64_t const share = is_same || details_usage.count == 0
                                       ? known
                                       : divide_half_up(usage.count * known, details_usage.count);
        set_share(work.by_kind, kind.kind, share);
    }
    return work;
}

WorkDetails average_of(WorkDetails const& details, std::span<Minutes const> usage) {
    WorkDetails average;
    average.task_size = details.task_size;
    KindMinutes sums{};
    std::size_t task_count = 0;
    std::int64_t total = 0;
    for (Minutes const month : usage) {
        total += month.count;
    }
    for (std::vector<Task> const& tasks : details.tasks) {
        task_count += tasks.size();
        for (Task const& task : tasks) {
            sums[task.kind] += task.size.count;
        }
    }
    for (KindMonths const& kind : details.kinds) {
        for (Minutes const month : kind.months) {
            sums[kind.kind] += month.count;
        }
    }
    if (!details.tasks.empty()) {
        average.task_size = average_size(task_count, total);
    }
    for (std::size_t kind = 1; kind < sums.size(); ++kind) {
        if (sums[kind] > 0) {
            average.kinds.push_back({kind, {Minutes{sums[kind]}}});
        }
    }
    return average;
}

} // namespace kontingent
