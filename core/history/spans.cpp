#include "core/history/spans.hpp"

#include "core/history/measure.hpp"
#include "core/history/sources.hpp"

#include <algorithm>

namespace kontingent::history {

namespace {

// So long a day has a break that has to be written somewhere.
constexpr std::int64_t without_break_max = 6 * 60 * microseconds_a_minute;

std::vector<std::size_t> columns_with(Table const& table, Role role) {
    std::vector<std::size_t> found;
    for (std::size_t index = 0; index < table.columns.size(); ++index) {
        Column const& column = table.columns[index];
        if (column.heading.role == role && column.is_mostly(column.clocks + column.moments)) {
            found.push_back(index);
        }
    }
    return found;
}

std::optional<std::size_t> day_column(Table const& table, Role role) {
    for (std::size_t index = 0; index < table.columns.size(); ++index) {
        Column const& column = table.columns[index];
        if (column.heading.role == role && column.clocks == 0 &&
            column.is_mostly(std::max(column.dates, column.serials))) {
            return index;
        }
    }
    return std::nullopt;
}

// Without headings: times of day, paired in the order of the first row.
std::vector<std::pair<std::size_t, std::size_t>> guessed_spans(Table const& table) {
    std::vector<std::pair<std::int64_t, std::size_t>> times;
    for (std::size_t index = 0; index < table.columns.size() && !table.rows.empty(); ++index) {
        Column const& column = table.columns[index];
        bool const may_be = column.heading.role == Role::unknown ||
                            column.heading.role == Role::clock || column.heading.role == Role::time;
        auto const time = time_of_day(table.rows.front().cell(index));
        if (may_be && column.is_mostly(column.clocks) && column.is_padded && time) {
            times.emplace_back(*time, index);
        }
    }
    std::ranges::sort(times);
    std::vector<std::pair<std::size_t, std::size_t>> spans;
    for (std::size_t index = 0; index + 1 < times.size(); index += 2) {
        spans.emplace_back(times[index].second, times[index + 1].second);
    }
    return spans;
}

void add_breaks(Table const& table, SpanChoice& choice) {
    DurationSource& source = choice.sources.front();
    std::optional<DurationUnit> unit;
    bool needs_unit = false;
    for (std::size_t index = 0; index < table.columns.size(); ++index) {
        Column const& column = table.columns[index];
        if (column.heading.role != Role::pause || !column.is_mostly(column.durations)) {
            continue;
        }
        source.breaks.push_back(index);
        UnitChoice const found = find_unit(table, index);
        bool const is_zero = column.numbers.alone('.').highest == 0;
        needs_unit = needs_unit || (!found.is_certain && !is_zero);
        unit = found.unit ? found.unit : unit;
    }
    source.break_unit = unit;
    if (!needs_unit) {
        return;
    }
    auto const other = unit == DurationUnit::hours || unit == DurationUnit::days
                           ? DurationUnit::minutes
                           : DurationUnit::hours;
    if (unit == DurationUnit::days) {
        source.break_unit = DurationUnit::hours;
    }
    DurationSource second = source;
    second.break_unit = other;
    choice.sources.push_back(std::move(second));
}

bool may_lack_break(Table const& table, DurationSource const& source, DateOrder date_order) {
    Measure const measure = measure_of(table, source, date_order, {});
    return std::ranges::any_of(table.rows, [&](Row const& row) {
        auto const duration = measure.of(row);
        return duration && *duration > without_break_max;
    });
}

// Of sources that differ by the unit of the break, those that leave no row below nothing.
void drop_impossible(Table const& table, SpanChoice& choice, DateOrder date_order) {
    std::erase_if(choice.sources, [&](DurationSource const& source) {
        Measure const measure = measure_of(table, source, date_order, {});
        return choice.sources.size() > 1 && std::ranges::any_of(table.rows, [&](Row const& row) {
                   auto const duration = measure.of(row);
                   return !duration && duration.error() == RowError::negative_duration;
               });
    });
}

} // namespace

SpanChoice find_spans(Table const& table, DateOrder date_order) {
    std::vector<std::size_t> const begins = columns_with(table, Role::begin);
    std::vector<std::size_t> const ends = columns_with(table, Role::end);
    SpanChoice choice;
    DurationSource source;
    for (std::size_t index = 0; index < std::min(begins.size(), ends.size()); ++index) {
        source.spans.emplace_back(begins[index], ends[index]);
    }
    bool const is_named = !source.spans.empty();
    if (!is_named) {
        source.spans = guessed_spans(table);
    }
    if (source.spans.empty()) {
        return choice;
    }
    auto const end_day = day_column(table, Role::end);
    auto begin_day = day_column(table, Role::begin);
    begin_day = begin_day ? begin_day : day_column(table, Role::date);
    if (is_named && end_day && begin_day) {
        source.days = {*begin_day, *end_day};
    }
    choice.sources.push_back(std::move(source));
    add_breaks(table, choice);
    drop_impossible(table, choice, date_order);
    // What else says how long tells that begin and end do not.
    bool const has_others = std::ranges::any_of(table.columns, [](Column const& column) {
        return column.heading.role == Role::balance || column.heading.role == Role::planned ||
               column.heading.role == Role::running;
    });
    bool const has_breaks = !choice.sources.front().breaks.empty();
    choice.is_certain = is_named && begins.size() == ends.size() && !has_others &&
                        (has_breaks || !may_lack_break(table, choice.sources.front(), date_order));
    return choice;
}

} // namespace kontingent::history
