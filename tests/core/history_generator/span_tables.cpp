#include "tests/core/history_generator/span_tables.hpp"

#include "tests/core/history_generator/layout.hpp"

namespace kontingent::tests {

namespace {

std::string written_balance(Writing const& writing, bool is_clock, std::int64_t minutes) {
    std::string const size =
        written_duration(writing, is_clock ? DurationForm::clock : DurationForm::decimal_hours,
                         minutes < 0 ? -minutes : minutes);
    return (minutes < 0 ? "-" : is_clock ? "+" : "") + size;
}

} // namespace

GeneratedTable begin_end(Draft& draft, TableKind kind) {
    bool const has_break = kind == TableKind::begin_end_break;
    fill(draft, {.has_breaks = has_break});
    draft.add_date();
    draft.add_begin();
    draft.add_end();
    if (has_break) {
        draft.add_break(any_break(draft.random));
    }
    if (kind == TableKind::begin_end_dates) {
        draft.add(draft.heading(Holds::end_date), [&](Entry const& entry) {
            return written_date(draft.writing, entry.end_day(), entry.end());
        });
    }
    draft.add_text();
    if (chance(draft.random, 50)) {
        draft.add_decoy(Holds::project);
    }
    return {written(draft, {}), months_of(draft.entries)};
}

GeneratedTable with_duration(Draft& draft, TableKind kind) {
    fill(draft, {.has_breaks = true});
    bool const is_minutes = kind == TableKind::net_minutes;
    draft.add_date();
    draft.add_begin();
    draft.add_end();
    draft.add_break(is_minutes ? DurationForm::minutes : any_break(draft.random));
    draft.add_duration(is_minutes ? DurationForm::minutes : any_duration(draft.random), true);
    draft.add_decoys();
    return {written(draft, {}), months_of(draft.entries), true};
}

GeneratedTable target_balance(Draft& draft, TableKind kind) {
    fill(draft, {.has_breaks = true});
    bool const is_clock = chance(draft.random, 50);
    DurationForm const form = is_clock ? DurationForm::clock : DurationForm::decimal_hours;
    draft.add_date();
    if (kind == TableKind::balance_only || chance(draft.random, 60)) {
        draft.add_begin();
        draft.add_end();
    }
    draft.add(draft.heading(Holds::balance), [&](Entry const& entry) {
        return written_balance(draft.writing, is_clock, entry.net - 480);
    });
    if (kind == TableKind::balance_only) {
        return {written(draft, {}), std::nullopt};
    }
    draft.add(draft.heading(Holds::target),
              [&](Entry const&) { return written_duration(draft.writing, form, 480); });
    draft.add_duration(form, true);
    draft.add_text();
    return {written(draft, {}), months_of(draft.entries), true};
}

GeneratedTable running_sums(Draft& draft, TableKind kind) {
    fill(draft);
    DurationForm const form =
        chance(draft.random, 50) ? DurationForm::clock : DurationForm::decimal_hours;
    draft.add_date();
    if (kind == TableKind::running_sums) {
        draft.add_begin();
        draft.add_end();
    }
    draft.add_text();
    std::int64_t sum = 0;
    draft.add(draft.heading(Holds::running_sum), [&](Entry const& entry) {
        return written_duration(draft.writing, form, sum += entry.net);
    });
    return {written(draft, {.has_noise = false}), months_of(draft.entries)};
}

} // namespace kontingent::tests
