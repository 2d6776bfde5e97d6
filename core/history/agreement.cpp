#include "core/history/agreement.hpp"

#include "core/base/ascii.hpp"

#include <algorithm>
#include <expected>

namespace kontingent::history {

namespace {

constexpr std::int64_t microseconds_a_second = 1'000'000;

// How far a number in a cell may be from the exact duration.
std::int64_t rounding_of(std::string_view cell, NumberStyle style) {
    std::int64_t const unit = style.unit == DurationUnit::hours  ? 3600
                              : style.unit == DurationUnit::days ? 86'400
                                                                 : 60;
    std::size_t const mark = cell.find(style.decimal_mark);
    std::int64_t step = unit * microseconds_a_second;
    if (mark == std::string_view::npos) {
        return style.unit == DurationUnit::hours || style.unit == DurationUnit::days ? 0 : step / 2;
    }
    for (std::size_t at = mark + 1; at < cell.size() && ascii::is_digit(cell[at]); ++at) {
        step /= 10;
    }
    return step / 2;
}

// The seconds that a clock leaves out.
constexpr std::int64_t base_tolerance = 60 * microseconds_a_second;

std::int64_t tolerance_of(Row const& row, Measure const& first, Measure const& second) {
    std::int64_t tolerance = base_tolerance;
    for (Measure const* measure : {&first, &second}) {
        for (std::size_t index = 0; index < measure->source.columns.size(); ++index) {
            tolerance +=
                rounding_of(row.cell(measure->source.columns[index]), measure->styles[index]);
        }
        for (std::size_t const column : measure->source.breaks) {
            tolerance += rounding_of(row.cell(column), measure->break_style);
        }
    }
    return tolerance;
}

// One is a duration and the other, though there is a cell, cannot be: numbers that equal the span
// in one row and are far too long in all others agree with nothing.
bool contradict(std::expected<std::int64_t, RowError> const& one,
                std::expected<std::int64_t, RowError> const& other) {
    if (one.has_value() == other.has_value()) {
        return false;
    }
    return (one ? other : one).error() != RowError::no_duration;
}

} // namespace

Agreement agree(Table const& table, Measure const& first, Measure const& second) {
    std::int64_t rows = 0;
    std::int64_t equal = 0;
    std::int64_t worked = 0;
    std::int64_t less = 0;
    for (Row const& row : table.rows) {
        auto const one = first.of(row);
        auto const other = second.of(row);
        if (!one || !other) {
            rows += contradict(one, other) ? 1 : 0;
            continue;
        }
        ++rows;
        std::int64_t const tolerance = tolerance_of(row, first, second);
        equal += std::max(*one, *other) - std::min(*one, *other) <= tolerance ? 1 : 0;
        worked += *one > 2 * tolerance ? 1 : 0;
        less += *one + tolerance < *other ? 1 : 0;
    }
    if (rows > 0 && equal * 20 >= rows * 19 && worked > 0) {
        return Agreement::equal;
    }
    return less > 0 ? Agreement::less_somewhere : Agreement::none;
}

std::optional<DurationSource> parts_of_an_hour(Table const& table, std::size_t column) {
    auto const is_whole = [&](std::size_t index) {
        Column const& one = table.columns[index];
        auto const alone = one.numbers.alone('.');
        return alone.count == one.filled && !alone.has_decimals && one.filled > 0;
    };
    if (!is_whole(column)) {
        return std::nullopt;
    }
    auto const unit = table.columns[column].heading.unit;
    for (std::size_t other = 0; other < table.columns.size(); ++other) {
        Heading const& heading = table.columns[other].heading;
        bool const is_hours_here = unit == DurationUnit::hours;
        auto const wanted = is_hours_here ? DurationUnit::minutes : DurationUnit::hours;
        if (other == column || heading.role != Role::duration || heading.unit != wanted ||
            !is_whole(other)) {
            continue;
        }
        std::size_t const hours = is_hours_here ? column : other;
        std::size_t const minutes = is_hours_here ? other : column;
        constexpr std::int64_t sixty = 60'000'000;
        if (unit && table.columns[minutes].numbers.alone('.').highest < sixty) {
            return DurationSource{.columns = {hours, minutes}};
        }
    }
    return std::nullopt;
}

} // namespace kontingent::history
