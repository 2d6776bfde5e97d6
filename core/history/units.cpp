#include "core/history/sources.hpp"

namespace kontingent::history {

namespace {

constexpr std::int64_t million = 1'000'000;
constexpr std::int64_t day_hours = 24 * million;
constexpr std::int64_t day_minutes = 1440 * million;

UnitChoice named_unit(DurationUnit unit, NumberStyleFinder::Alone const& alone) {
    if (unit == DurationUnit::hours && alone.may_be_clock) {
        return {DurationUnit::hours, false};
    }
    if (unit == DurationUnit::hours && alone.highest > day_hours) {
        return {DurationUnit::minutes, false};
    }
    if (unit == DurationUnit::hours && alone.highest < million && !alone.are_exact_hours) {
        return {DurationUnit::days, false};
    }
    if (unit == DurationUnit::minutes && alone.highest > day_minutes) {
        return {DurationUnit::seconds, false};
    }
    return {unit, true};
}

UnitChoice likely_unit(NumberStyleFinder::Alone const& alone) {
    if (alone.has_decimals) {
        if (alone.highest > day_hours) {
            return {DurationUnit::minutes, false};
        }
        if (alone.highest > million) {
            return {DurationUnit::hours, alone.are_exact_hours && !alone.may_be_clock};
        }
        return {alone.are_exact_hours ? DurationUnit::hours : DurationUnit::days, false};
    }
    // Whole numbers may be anything.
    if (alone.highest > day_minutes) {
        return {DurationUnit::seconds, false};
    }
    bool const are_hours = alone.highest <= 12 * million && !alone.are_fives;
    return {are_hours ? DurationUnit::hours : DurationUnit::minutes, false};
}

} // namespace

std::optional<char> mark_of(Table const& table, std::size_t column) {
    NumberStyleFinder const& own = table.columns[column].numbers;
    if (!own.is_mark_ambiguous()) {
        return own.decimal_mark();
    }
    std::optional<char> others;
    for (Column const& other : table.columns) {
        auto const mark = other.numbers.decimal_mark();
        if (!mark || other.numbers.is_mark_ambiguous() || !other.is_mostly(other.durations) ||
            other.is_mostly(other.dates)) {
            continue;
        }
        if (others && others != mark) {
            return std::nullopt;
        }
        others = mark;
    }
    return others;
}

UnitChoice find_unit(Table const& table, std::size_t column) {
    Column const& one = table.columns[column];
    char const mark = mark_of(table, column).value_or(one.numbers.decimal_mark().value_or('.'));
    NumberStyleFinder::Alone alone = one.numbers.alone(mark);
    if (alone.count == 0) {
        return {std::nullopt, true};
    }
    alone.may_be_clock = alone.may_be_clock && !one.heading.is_decimal;
    return one.heading.unit ? named_unit(*one.heading.unit, alone) : likely_unit(alone);
}

Measure measure_of(Table const& table, DurationSource const& source, DateOrder date_order,
                   std::optional<DurationUnit> unit) {
    Measure measure;
    measure.source = source;
    measure.date_order = date_order;
    auto const style_of = [&](std::size_t column) {
        NumberStyle style;
        auto const own = table.columns[column].numbers.decimal_mark();
        style.decimal_mark = mark_of(table, column).value_or(own.value_or('.'));
        return style;
    };
    for (std::size_t const column : source.columns) {
        NumberStyle style = style_of(column);
        auto const& named = table.columns[column].heading.unit;
        style.unit = unit && (source.columns.size() == 1 || !named)
                         ? *unit
                         : find_unit(table, column).unit.value_or(DurationUnit::hours);
        measure.styles.push_back(style);
    }
    if (!source.breaks.empty()) {
        measure.break_style = style_of(source.breaks.front());
        measure.break_style.unit = source.break_unit.value_or(DurationUnit::minutes);
    }
    return measure;
}

} // namespace kontingent::history
