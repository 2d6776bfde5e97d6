#include "core/history/measure.hpp"

#include "core/history/dates.hpp"
#include "core/history/text.hpp"

#include <chrono>
#include <optional>
#include <string>

namespace kontingent::history {

namespace {

struct Moment {
    std::optional<std::chrono::sys_days> day;
    std::int64_t time = 0; // microseconds
};

std::optional<Moment> moment_of(std::string_view cell, DateOrder order) {
    std::string plain;
    if (has_marks(cell)) {
        plain = without_marks(cell);
        cell = plain;
    }
    if (auto const time = clock_time(cell)) {
        return Moment{{}, *time};
    }
    if (cell == "24:00" || cell == "24:00:00") {
        return Moment{{}, microseconds_a_day};
    }
    auto const written = read_date(cell);
    if (!written || !written->time_of_day) {
        return std::nullopt;
    }
    auto const day = day_in(*written, order);
    return day ? std::optional{Moment{day, *written->time_of_day}} : std::nullopt;
}

std::optional<std::chrono::sys_days> day_of(std::string_view cell, DateOrder order) {
    auto const written = read_date(cell);
    return written ? day_in(*written, order) : serial_day(cell);
}

using Pair = std::pair<std::size_t, std::size_t>; // columns of begin and end

// From begin to end: an end before its begin is on the next day.
std::expected<std::int64_t, RowError> between(Moment const& begin, Moment const& end) {
    std::int64_t duration = end.time - begin.time;
    if (begin.day && end.day) {
        duration += (*end.day - *begin.day).count() * microseconds_a_day;
    } else if (duration < 0) {
        duration += microseconds_a_day;
    }
    return duration < 0 ? std::unexpected{RowError::negative_duration}
                        : std::expected<std::int64_t, RowError>{duration};
}

// 0 where both are empty. `days` are the columns of their days, where these are their own.
std::expected<std::int64_t, RowError> span_in(Row const& row, Pair const& columns,
                                              std::optional<Pair> const& days,
                                              DateOrder date_order) {
    std::string_view const begin_cell = row.cell(columns.first);
    std::string_view const end_cell = row.cell(columns.second);
    if (begin_cell.empty() && end_cell.empty()) {
        return 0;
    }
    auto begin = moment_of(begin_cell, date_order);
    auto end = moment_of(end_cell, date_order);
    if (!begin || !end) {
        return std::unexpected{RowError::bad_time};
    }
    if (days) {
        begin->day = day_of(row.cell(days->first), date_order);
        end->day = day_of(row.cell(days->second), date_order);
    }
    return between(*begin, *end);
}

} // namespace

std::expected<std::int64_t, RowError> Measure::breaks_in(Row const& row) const {
    std::int64_t sum = 0;
    for (std::size_t const column : source.breaks) {
        std::string_view const cell = row.cell(column);
        if (cell.empty()) {
            continue;
        }
        auto const pause = sum_of(cell, break_style);
        if (!pause) {
            return pause;
        }
        sum += *pause;
    }
    for (Pair const& columns : source.break_spans) {
        auto const pause = span_in(row, columns, std::nullopt, date_order);
        if (!pause) {
            return pause;
        }
        sum += *pause;
    }
    return sum;
}

std::expected<std::int64_t, RowError> Measure::worked_in(Row const& row) const {
    std::int64_t worked = 0;
    bool is_there = false;
    for (std::size_t span = 0; span < source.spans.size(); ++span) {
        auto const duration =
            span_in(row, source.spans[span], span == 0 ? source.days : std::nullopt, date_order);
        if (!duration) {
            return duration;
        }
        worked += *duration;
        is_there = is_there || !row.cell(source.spans[span].first).empty();
    }
    if (!is_there) {
        return std::unexpected{RowError::no_duration};
    }
    auto const breaks = breaks_in(row);
    if (!breaks) {
        return breaks;
    }
    return worked < *breaks ? std::unexpected{RowError::negative_duration}
                            : std::expected<std::int64_t, RowError>{worked - *breaks};
}

std::expected<std::int64_t, RowError> Measure::sum_in(Row const& row) const {
    std::int64_t sum = 0;
    bool is_there = false;
    for (std::size_t index = 0; index < source.columns.size(); ++index) {
        std::string_view const cell = row.cell(source.columns[index]);
        if (cell.empty()) {
            continue;
        }
        is_there = true;
        auto const part = sum_of(cell, styles[index]);
        if (!part) {
            return part;
        }
        sum += *part;
    }
    return is_there ? std::expected<std::int64_t, RowError>{sum}
                    : std::unexpected{RowError::no_duration};
}

std::expected<std::int64_t, RowError> Measure::of(Row const& row) const {
    auto const duration = source.spans.empty() ? sum_in(row) : worked_in(row);
    if (duration && *duration > microseconds_a_day) {
        return std::unexpected{RowError::too_long};
    }
    return duration;
}

} // namespace kontingent::history
