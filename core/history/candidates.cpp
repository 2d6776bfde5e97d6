#include "core/history/candidates.hpp"

#include "core/history/agreement.hpp"
#include "core/history/measure.hpp"
#include "core/history/sources.hpp"

#include <algorithm>
#include <cstdint>

namespace kontingent::history {

namespace {

// A time of day cannot say "1h 30m".
bool says_more_than_clock(Column const& column) {
    return column.is_mostly(column.says_unit) && column.clocks == 0;
}

} // namespace

bool may_be_duration(Table const& table, Column const& column) {
    bool const is_role =
        column.heading.role == Role::duration || column.heading.role == Role::time ||
        column.heading.role == Role::billable || column.heading.role == Role::unknown;
    bool const is_range = column.heading.role == Role::clock && column.is_mostly(column.ranges);
    bool const is_part = column.filled > 0 && column.heading.role == Role::duration;
    bool const is_filled = is_part || column.filled * 2 >= table.full_rows;
    return (is_role || is_range) && is_filled && column.is_mostly(column.durations) &&
           !column.is_mostly(column.dates) && column.signs * 5 <= column.filled &&
           !(column.is_mostly(column.serials) && column.heading.is_date);
}

bool are_ranges(Column const& column) {
    return column.filled > 0 && column.ranges == column.filled && column.late_ranges > 0;
}

Candidate candidate_of(Table const& table, std::size_t index) {
    Column const& column = table.columns[index];
    Candidate candidate;
    candidate.column = index;
    candidate.is_charged = column.heading.role == Role::billable;
    candidate.is_named = column.heading.is_certain && column.ranges == 0 &&
                         (column.heading.role == Role::duration || candidate.is_charged ||
                          (column.heading.role == Role::time && says_more_than_clock(column)));
    candidate.says_unit = column.is_mostly(column.says_unit);
    UnitChoice const unit = find_unit(table, index);
    candidate.unit = unit.is_certain ? unit.unit : std::nullopt;
    return candidate;
}

bool may_be_running(Table const& table, Candidate const& candidate) {
    constexpr std::int64_t rows_min = 6;
    Measure const measure = measure_of(table, {.columns = {candidate.column}}, {}, candidate.unit);
    std::int64_t first = 0;
    std::int64_t last = 0;
    std::int64_t count = 0;
    for (Row const& row : table.rows) {
        auto const value = measure.sum_in(row);
        if (!value) {
            continue;
        }
        if (count > 0 && *value <= last) {
            return false;
        }
        first = count == 0 ? *value : first;
        last = *value;
        ++count;
    }
    return count >= rows_min && last >= 3 * first;
}

bool is_net_of(Table const& table, Candidate const& net, Candidate const& gross) {
    std::vector<std::size_t> breaks;
    for (std::size_t index = 0; index < table.columns.size(); ++index) {
        Column const& column = table.columns[index];
        if (column.heading.role == Role::pause && column.is_mostly(column.durations)) {
            breaks.push_back(index);
        }
    }
    bool const are_alike =
        table.columns[net.column].says_unit > 0 && table.columns[gross.column].says_unit > 0;
    if (breaks.size() != 1 || !are_alike) {
        return false;
    }
    Measure const sum = measure_of(table, {.columns = {net.column, breaks.front()}}, {}, {});
    Measure const whole = measure_of(table, {.columns = {gross.column}}, {}, {});
    Measure const part = measure_of(table, {.columns = {net.column}}, {}, {});
    return agree(table, sum, whole) == Agreement::equal &&
           agree(table, part, whole) == Agreement::less_somewhere;
}

bool may_be_of_span(Table const& table, SpanChoice const& span, DateOrder date_order,
                    Candidate const& candidate) {
    Heading const& heading = table.columns[candidate.column].heading;
    if (!span.is_named || heading.role != Role::unknown || heading.unit) {
        return true;
    }
    DurationSource whole = span.sources.front();
    whole.breaks.clear();
    whole.break_spans.clear();
    Measure const between = measure_of(table, whole, date_order, {});
    constexpr std::array units{DurationUnit::hours, DurationUnit::minutes, DurationUnit::seconds,
                               DurationUnit::days, DurationUnit::hours_and_minutes};
    return std::ranges::any_of(units, [&](DurationUnit unit) {
        Measure const measure =
            measure_of(table, {.columns = {candidate.column}}, date_order, unit);
        std::int64_t rows = 0;
        std::int64_t fitting = 0;
        for (Row const& row : table.rows) {
            auto const presence = between.of(row);
            auto const value = measure.sum_in(row);
            if (presence && (value || value.error() != RowError::no_duration)) {
                ++rows;
                fitting += value && *value <= *presence + microseconds_a_minute &&
                                   *value * 2 + microseconds_a_minute >= *presence
                               ? 1
                               : 0;
            }
        }
        return fitting * 5 >= rows * 4;
    });
}

std::optional<DurationSource> with_overtime(Table const& table,
                                            std::vector<Candidate> const& candidates) {
    constexpr std::int64_t half_an_hour = 30 * microseconds_a_minute;
    Candidate const& best = candidates.front();
    Measure const usual = measure_of(table, {.columns = {best.column}}, {}, best.unit);
    for (std::size_t index = 0; index < table.columns.size() && !best.is_confirmed; ++index) {
        Column const& column = table.columns[index];
        bool const is_overtime = column.heading.role == Role::balance;
        bool const is_candidate =
            index != best.column &&
            std::ranges::find(candidates, index, &Candidate::column) != candidates.end();
        bool const may_be = (is_overtime || is_candidate) && column.signs == 0 &&
                            column.is_mostly(column.durations);
        Measure const over = measure_of(table, {.columns = {index}}, {}, best.unit);
        std::int64_t highest = 0;
        std::int64_t lowest_over = microseconds_a_day;
        std::int64_t highest_over = 0;
        bool has_day_without = false;
        for (Row const& row : table.rows) {
            std::int64_t const worked = usual.of(row).value_or(0);
            bool const has_over = over.of(row).value_or(0) > 0;
            highest = std::max(highest, worked);
            has_day_without = has_day_without || (worked > 0 && !has_over);
            if (has_over) {
                lowest_over = std::min(lowest_over, worked);
                highest_over = std::max(highest_over, worked);
            }
        }
        bool const is_capped = highest_over > 0 && lowest_over == highest &&
                               highest_over == highest && highest % half_an_hour == 0;
        if (may_be && is_capped && (is_overtime || has_day_without)) {
            return DurationSource{.columns = {best.column, index}};
        }
    }
    return std::nullopt;
}

} // namespace kontingent::history
