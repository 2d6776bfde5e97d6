#include "core/history/spans.hpp"

#include "core/base/ascii.hpp"
#include "core/history/measure.hpp"
#include "core/history/sources.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>

namespace kontingent::history {

namespace {

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

using Columns = std::vector<std::size_t>;
using Pairs = std::vector<std::pair<std::size_t, std::size_t>>;

// Clocks of a row in the order of `columns`, each put on the next day where it is before the last;
// nothing where one is missing.
std::optional<std::vector<std::int64_t>> forward(Row const& row, Columns const& columns) {
    std::vector<std::int64_t> times;
    for (std::size_t const column : columns) {
        auto const time = clock_time(row.cell(column));
        if (!time) {
            return std::nullopt;
        }
        std::int64_t const last = times.empty() ? *time : times.back();
        std::int64_t const ahead = (*time - last) % microseconds_a_day;
        times.push_back(last + (ahead < 0 ? ahead + microseconds_a_day : ahead));
    }
    return times;
}

// In nearly all rows that have them the clocks follow one another within a day.
bool follow(Table const& table, Columns const& columns) {
    std::int64_t rows = 0;
    std::int64_t in_order = 0;
    for (Row const& row : table.rows) {
        if (auto const times = forward(row, columns)) {
            ++rows;
            in_order += times->back() - times->front() < microseconds_a_day ? 1 : 0;
        }
    }
    return rows > 0 && in_order * 20 >= rows * 19;
}

// Sorted as the clocks of the first row that has all of them follow the one of `first`.
Columns by_time(Table const& table, std::size_t first, Columns columns) {
    Columns all{first};
    all.insert(all.end(), columns.begin(), columns.end());
    for (Row const& row : table.rows) {
        if (forward(row, all)) {
            auto const ahead = [&](std::size_t column) {
                return forward(row, {first, column})->back() - *clock_time(row.cell(first));
            };
            std::ranges::sort(columns, {}, ahead);
            break;
        }
    }
    return columns;
}

Columns flat(Pairs const& pairs) {
    Columns columns;
    for (auto const& [begin, end] : pairs) {
        columns.push_back(begin);
        columns.push_back(end);
    }
    return columns;
}

// "Ende 2"; nothing where there is no number.
std::string number_of(Table const& table, std::size_t column) {
    std::vector<std::string> const& words = table.columns[column].heading.words;
    bool const has_number = words.size() > 1 && ascii::is_digit(words.back()[0]);
    return has_number ? words.back() : std::string{};
}

// Each begin with its end: in the columns' order, by their numbers, by the clocks. The first
// pairing whose clocks follow one another; false where none does.
bool pair_up(Table const& table, Columns begins, Columns ends, Pairs& pairs) {
    auto const paired = [&] {
        pairs.clear();
        for (std::size_t index = 0; index < std::min(begins.size(), ends.size()); ++index) {
            pairs.emplace_back(begins[index], ends[index]);
        }
        return pairs.size() < 2 || follow(table, flat(pairs));
    };
    if (paired()) {
        return true;
    }
    Columns const written_begins = begins;
    Columns const written_ends = ends;
    auto const number = [&](std::size_t column) { return number_of(table, column); };
    std::ranges::sort(begins, {}, number);
    std::ranges::sort(ends, {}, number);
    if (paired()) {
        return true;
    }
    begins = by_time(table, written_begins.front(), written_begins);
    ends = by_time(table, written_begins.front(), written_ends);
    return paired();
}

// Breaks that are written from and to: clocks between begin and end. False where there are such
// clocks and they do not make pairs.
bool find_break_spans(Table const& table, DurationSource& source, Columns& breaks) {
    Columns clocks;
    auto const [begin, end] = source.spans.front();
    for (std::size_t const column : breaks) {
        bool const is_clock = table.columns[column].is_mostly(table.columns[column].clocks);
        if (is_clock && follow(table, {begin, column, source.spans.back().second})) {
            clocks.push_back(column);
        }
    }
    if (clocks.empty()) {
        return true;
    }
    std::erase_if(breaks, [&](std::size_t column) {
        return std::ranges::find(clocks, column) != clocks.end();
    });
    clocks = by_time(table, begin, clocks);
    for (std::size_t index = 0; index + 1 < clocks.size(); index += 2) {
        source.break_spans.emplace_back(clocks[index], clocks[index + 1]);
    }
    Columns all{begin};
    all.insert(all.end(), clocks.begin(), clocks.end());
    all.push_back(source.spans.back().second);
    return clocks.size() % 2 == 0 && follow(table, all);
}

Columns break_columns(Table const& table) {
    Columns breaks;
    for (std::size_t index = 0; index < table.columns.size(); ++index) {
        Column const& column = table.columns[index];
        if (column.heading.role == Role::pause &&
            column.is_mostly(std::max(column.durations, column.clocks))) {
            breaks.push_back(index);
        }
    }
    return breaks;
}

// There is a break that no column's cells say.
bool has_unreadable_break(Table const& table) {
    return std::ranges::any_of(table.columns, [](Column const& column) {
        return column.heading.role == Role::pause && column.filled > 0 &&
               !column.is_mostly(std::max(column.durations, column.clocks));
    });
}

// False where they are not understood.
bool add_breaks(Table const& table, SpanChoice& choice) {
    DurationSource& source = choice.sources.front();
    source.breaks = break_columns(table);
    bool const are_understood =
        find_break_spans(table, source, source.breaks) && !has_unreadable_break(table) &&
        std::ranges::all_of(source.breaks, [&](std::size_t index) {
            return table.columns[index].is_mostly(table.columns[index].durations);
        });
    std::optional<DurationUnit> unit;
    bool needs_unit = false;
    for (std::size_t const index : source.breaks) {
        UnitChoice const found = find_unit(table, index);
        bool const is_zero = table.columns[index].numbers.alone('.').highest == 0;
        needs_unit = needs_unit || (!found.is_certain && !is_zero);
        unit = found.unit ? found.unit : unit;
    }
    source.break_unit = unit;
    if (!needs_unit) {
        return are_understood;
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
    return are_understood;
}

// A target or a balance, or what may be one: begin and end may not be all of the duration. "Rest"
// is what remains, or a break.
bool says_otherwise(Column const& column) {
    Role const role = column.heading.role;
    bool const is_signed =
        role == Role::unknown && column.signs > 0 && column.is_mostly(column.durations);
    return role == Role::balance || role == Role::planned || role == Role::running || is_signed;
}

// A running sum whose steps are the durations from begin to end, in either order of the rows.
bool runs_on(Table const& table, DurationSource const& source, Column const& column,
             DateOrder date_order) {
    auto const index = static_cast<std::size_t>(&column - table.columns.data());
    Measure const worked = measure_of(table, source, date_order, {});
    Measure const running = measure_of(table, {.columns = {index}}, date_order, {});
    std::optional<std::int64_t> last_sum;
    std::int64_t last_duration = 0;
    std::int64_t steps = 0;
    std::int64_t right = 0;
    for (Row const& row : table.rows) {
        auto const duration = worked.of(row);
        auto const sum = running.sum_in(row);
        if (!duration || !sum) {
            continue;
        }
        if (last_sum) {
            std::int64_t const expected = *sum > *last_sum ? *duration : -last_duration;
            std::int64_t const off = *sum - *last_sum - expected;
            ++steps;
            right += off <= microseconds_a_minute && off >= -microseconds_a_minute ? 1 : 0;
        }
        last_sum = *sum;
        last_duration = *duration;
    }
    return column.heading.role == Role::running && steps > 1 && right * 20 >= steps * 19;
}

// Of sources that differ by the unit of the break, those that leave no row below nothing; all where
// none does.
void drop_impossible(Table const& table, SpanChoice& choice, DateOrder date_order) {
    std::vector<DurationSource> possible;
    for (DurationSource const& source : choice.sources) {
        Measure const measure = measure_of(table, source, date_order, {});
        bool const is_impossible = std::ranges::any_of(table.rows, [&](Row const& row) {
            auto const duration = measure.of(row);
            return !duration && duration.error() == RowError::negative_duration;
        });
        if (!is_impossible) {
            possible.push_back(source);
        }
    }
    if (!possible.empty()) {
        choice.sources = std::move(possible);
    }
}

// Times without headings may be one span a day with a break in it that was worked.
void add_whole_days(SpanChoice& choice, bool is_named) {
    DurationSource whole = choice.sources.front();
    if (is_named || whole.spans.size() < 2) {
        return;
    }
    whole.spans = {{whole.spans.front().first, whole.spans.back().second}};
    choice.sources.push_back(std::move(whole));
}

} // namespace

SpanChoice find_spans(Table const& table, DateOrder date_order) {
    Columns const begins = columns_with(table, Role::begin);
    Columns const ends = columns_with(table, Role::end);
    SpanChoice choice;
    DurationSource source;
    bool const are_paired =
        pair_up(table, begins, ends, source.spans) && begins.size() == ends.size();
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
    choice.is_named = is_named;
    choice.sources.push_back(std::move(source));
    bool const are_breaks_understood = add_breaks(table, choice);
    drop_impossible(table, choice, date_order);
    add_whole_days(choice, is_named);
    choice.is_certain = is_named && are_paired && are_breaks_understood &&
                        std::ranges::none_of(table.columns, [&](Column const& column) {
                            return says_otherwise(column) &&
                                   !runs_on(table, choice.sources.front(), column, date_order);
                        });
    return choice;
}

} // namespace kontingent::history
