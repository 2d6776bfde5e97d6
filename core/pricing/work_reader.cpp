#include "core/pricing/work_reader.hpp"

#include "core/base/small_sort.hpp"

#include <algorithm>
#include <string>

namespace kontingent {
namespace {

using json::Presence;

constexpr json::Bounds month_count_bounds{1, static_cast<std::int64_t>(forecast_months_max)};
constexpr json::Bounds minutes_bounds{0, month_usage_max.count};
constexpr json::Bounds task_bounds{1, month_usage_max.count};
constexpr json::Bounds task_count_bounds{0, month_usage_max.count};

class WorkReader {
public:
    WorkReader(json::Checker& json, Catalogue const& catalogue)
        : json_(json), catalogue_(catalogue) {}

    ReadWork read(json::Members const& members, json::Value const& object) {
        json::Value const* usage = members["usage_minutes"];
        json::Value const* tasks = members["tasks"];
        if (tasks != nullptr) {
            for (char const* name : {"usage_minutes", "kind_minutes", "task_minutes"}) {
                if (members[name] != nullptr) {
                    json_.report(ErrorCode::conflicting_member, *members[name], "tasks");
                }
            }
            read_tasks(*tasks);
            return std::move(work_);
        }
        if (usage == nullptr) {
            json_.report(ErrorCode::missing_member, object,
                         std::string(json_.name("usage_minutes")));
        }
        read_usage(usage);
        read_kinds(members["kind_minutes"]);
        read_task_size(members["task_minutes"]);
        return std::move(work_);
    }

private:
    void read_usage(json::Value const* list) {
        if (!json_.list(list, month_count_bounds)) {
            return;
        }
        for (json::Value const& item : json_.document().items(*list)) {
            auto const minutes = json_.integer(&item, minutes_bounds);
            work_.usage.push_back(minutes ? std::optional(Minutes{*minutes}) : std::nullopt);
        }
    }

    // The index of a further kind of work.
    std::optional<std::size_t> further_kind(json::Value const& member) {
        for (std::size_t kind = 1; kind < catalogue_.kinds.size(); ++kind) {
            if (catalogue_.kinds[kind].id == member.key) {
                return kind;
            }
        }
        json_.report_name(ErrorCode::unknown_id, member);
        return std::nullopt;
    }

    void read_kinds(json::Value const* object) {
        if (!json_.is_kind(object, json::Kind::object)) {
            return;
        }
        auto const count = static_cast<std::int64_t>(work_.usage.size());
        std::vector<KindMonths>& kinds = work_.details.kinds;
        for (json::Value const& member : json_.document().items(*object)) {
            auto const kind = further_kind(member);
            bool const is_readable =
                json_.list(&member, count > 0 ? json::Bounds{count, count} : month_count_bounds);
            if (!kind || !is_readable) {
                continue;
            }
            if (std::ranges::find(kinds, *kind, &KindMonths::kind) != kinds.end()) {
                json_.report_name(ErrorCode::duplicate_member, member);
                continue;
            }
            KindMonths months{.kind = *kind, .months = {}};
            for (json::Value const& item : json_.document().items(member)) {
                months.months.push_back(Minutes{json_.integer(&item, minutes_bounds).value_or(0)});
            }
            kinds.push_back(std::move(months));
        }
        sort_few(kinds, &KindMonths::kind);
        check_kinds(*object);
    }

    // The first month in which the kinds are more than all of it.
    void check_kinds(json::Value const& object) {
        for (std::size_t month = 0; month < work_.usage.size(); ++month) {
            std::int64_t sum = 0;
            for (KindMonths const& kind : work_.details.kinds) {
                sum += month < kind.months.size() ? kind.months[month].count : 0;
            }
            if (work_.usage[month] && sum > work_.usage[month]->count) {
                json_.report(ErrorCode::kinds_exceed_usage, object, work_.usage[month]->count);
                return;
            }
        }
    }

    void read_task_size(json::Value const* value) {
        if (value != nullptr && json_.counts_units()) {
            json_.report_name(ErrorCode::unknown_member, *value);
            return;
        }
        if (auto const size = json_.integer(value, task_bounds)) {
            work_.details.task_size = Minutes{*size};
        }
    }

    void read_tasks(json::Value const& list) {
        if (json_.counts_units()) {
            json_.report_name(ErrorCode::unknown_member, list);
            return;
        }
        if (!json_.list(&list, month_count_bounds)) {
            return;
        }
        for (json::Value const& month : json_.document().items(list)) {
            std::vector<Task> tasks;
            std::int64_t sum = 0;
            if (json_.list(&month, task_count_bounds)) {
                for (json::Value const& item : json_.document().items(month)) {
                    tasks.push_back(read_task(item));
                    sum += tasks.back().size.count;
                }
            }
            if (sum > month_usage_max.count) {
                json_.report(ErrorCode::out_of_range, month,
                             Range{RangeOf::number, 0, month_usage_max.count});
            }
            work_.usage.push_back(Minutes{sum});
            work_.details.tasks.push_back(std::move(tasks));
        }
    }

    Task read_task(json::Value const& item) {
        if (item.kind != json::Kind::object) {
            return {.size = Minutes{json_.integer(&item, task_bounds, Wanted::task).value_or(1)}};
        }
        json::Members const members(json_, &item, {{"minutes"}, {"kind", Presence::optional}});
        Task task{.size = Minutes{json_.integer(members["minutes"], task_bounds).value_or(1)}};
        if (auto const id = json_.id(members["kind"])) {
            auto const kind = std::ranges::find(catalogue_.kinds, *id, &Kind::id);
            if (kind == catalogue_.kinds.end()) {
                json_.report(ErrorCode::unknown_id, *members["kind"], std::string(*id));
            } else {
                task.kind = static_cast<std::size_t>(kind - catalogue_.kinds.begin());
            }
        }
        return task;
    }

    json::Checker& json_;
    Catalogue const& catalogue_;
    ReadWork work_;
};

} // namespace

ReadWork read_work(json::Checker& json, json::Members const& members, json::Value const& object,
                   Catalogue const& catalogue) {
    return WorkReader(json, catalogue).read(members, object);
}

} // namespace kontingent
