#include "core/document/changes.hpp"

#include <algorithm>

namespace kontingent {
namespace {

// Those of `all` that `others` lack.
template <class Value>
std::vector<Value> without(std::vector<Value> const& all, std::vector<Value> const& others) {
    std::vector<Value> left;
    std::vector<Value> rest = others;
    for (Value const& value : all) {
        auto const found = std::ranges::find(rest, value);
        if (found == rest.end()) {
            left.push_back(value);
        } else {
            rest.erase(found);
        }
    }
    return left;
}

bool has_service(ComparedVersion const& version, std::string const& id) {
    return std::ranges::any_of(version.offer().services, [&](std::size_t service) {
        return version.catalogue.services[service].id == id;
    });
}

// Services of one version that the other lacks, by their ids: catalogues may differ.
std::vector<std::size_t> services_only_in(ComparedVersion const& one,
                                          ComparedVersion const& other) {
    std::vector<std::size_t> services;
    for (std::size_t const service : one.offer().services) {
        if (!has_service(other, one.catalogue.services[service].id)) {
            services.push_back(service);
        }
    }
    return services;
}

std::optional<ResponsePromise> promise_of(ComparedVersion const& version, std::int32_t level) {
    ResponsePromise const* promise = version.offer().promise_for(level);
    return promise == nullptr ? std::nullopt : std::optional(*promise);
}

bool are_equal(std::optional<ResponsePromise> const& one,
               std::optional<ResponsePromise> const& other) {
    if (!one || !other) {
        return one.has_value() == other.has_value();
    }
    return one->within == other->within && one->hours == other->hours;
}

WorkChange work_change(Scenario const& before, Scenario const& after) {
    auto const sum = [](std::vector<Minutes> const& months) {
        std::int64_t minutes = 0;
        for (Minutes const month : months) {
            minutes += month.count;
        }
        return Minutes{minutes};
    };
    WorkChange change{.before = sum(before.usage),
                      .after = sum(after.usage),
                      .months_before = static_cast<std::int32_t>(before.usage.size()),
                      .months_after = static_cast<std::int32_t>(after.usage.size())};
    change.is_spread_otherwise =
        !change.is_other_work() && (before.usage != after.usage || before.work != after.work);
    return change;
}

std::int32_t number_of(ComparedVersion const& version, std::string const& extra_id) {
    auto const is_it = [&](auto const& entry) {
        return version.catalogue.extras[entry.extra].id == extra_id;
    };
    auto const& offered = version.offer().extras;
    auto const& chosen = version.version.content.needs.extras;
    auto const included = std::ranges::find_if(offered, is_it);
    auto const wanted = std::ranges::find_if(chosen, is_it);
    return std::max(included == offered.end() ? 0 : included->included,
                    wanted == chosen.end() ? 0 : wanted->number);
}

// By id, the later catalogue's extras first.
std::vector<ExtraChange> extra_changes(ComparedVersion const& before,
                                       ComparedVersion const& after) {
    std::vector<ExtraChange> changes;
    auto const compare = [&](Extra const& extra) {
        std::int32_t const number_before = number_of(before, extra.id);
        std::int32_t const number_after = number_of(after, extra.id);
        if (number_before != number_after) {
            changes.push_back({extra.name, number_before, number_after});
        }
    };
    std::ranges::for_each(after.catalogue.extras, compare);
    for (Extra const& extra : before.catalogue.extras) {
        if (std::ranges::find(after.catalogue.extras, extra.id, &Extra::id) ==
            after.catalogue.extras.end()) {
            compare(extra);
        }
    }
    return changes;
}

bool has_same_hours(Allowance const& one, Allowance const& other) {
    return one.is_unlimited == other.is_unlimited && one.included == other.included &&
           one.period_months == other.period_months;
}

} // namespace

Changes changes_between(ComparedVersion const& before, ComparedVersion const& after) {
    Changes changes;
    changes.has_other_package = before.offered.chosen.package_id != after.offered.chosen.package_id;
    changes.has_other_term = before.offered.months != after.offered.months;
    changes.has_other_hours = !has_same_hours(before.offer().allowance, after.offer().allowance);
    Scenario const& needs_before = before.version.content.needs;
    Scenario const& needs_after = after.version.content.needs;
    changes.work = work_change(needs_before, needs_after);
    changes.extras = extra_changes(before, after);
    Totals const& totals_before = before.offered.totals;
    Totals const& totals_after = after.offered.totals;
    changes.month = {totals_before.month.net, totals_after.month.net};
    changes.fixed = {totals_before.fixed.net, totals_after.fixed.net};
    changes.expected = {totals_before.expected_net, totals_after.expected_net};
    changes.all = {totals_before.all.net, totals_after.all.net};
    for (std::int32_t level = 1; level <= level_count_max; ++level) {
        auto const promise_before = promise_of(before, level);
        auto const promise_after = promise_of(after, level);
        if (!are_equal(promise_before, promise_after)) {
            changes.promises.push_back({level, promise_before, promise_after});
        }
    }
    changes.services_gained = services_only_in(after, before);
    changes.services_lost = services_only_in(before, after);
    changes.discounts_gained =
        without(needs_after.special_discounts, needs_before.special_discounts);
    changes.discounts_lost = without(needs_before.special_discounts, needs_after.special_discounts);
    changes.items_gained = without(after.version.content.items, before.version.content.items);
    changes.items_lost = without(before.version.content.items, after.version.content.items);
    return changes;
}

} // namespace kontingent
