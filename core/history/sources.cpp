#include "core/history/sources.hpp"

#include "core/history/agreement.hpp"
#include "core/history/spans.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace kontingent::history {

namespace {

// A column that may be the duration.
struct Candidate {
    std::size_t column = 0;
    bool is_named = false;     // its heading says that it is
    bool is_confirmed = false; // equals the span
    bool is_charged = false;   // rounded, billable
    std::optional<DurationUnit> unit;
    bool says_unit = false; // every cell

    // The likeliest first.
    auto rank() const {
        return std::array{is_confirmed ? 0 : 1, is_named ? 0 : 1, is_charged ? 1 : 0,
                          says_unit ? 0 : 1, unit ? 0 : 1};
    }
};

bool may_be_duration(Table const& table, Column const& column) {
    bool const is_role =
        column.heading.role == Role::duration || column.heading.role == Role::time ||
        column.heading.role == Role::billable || column.heading.role == Role::unknown;
    bool const is_part = column.filled > 0 && column.heading.role == Role::duration;
    bool const is_filled = is_part || column.filled * 2 >= table.full_rows;
    return is_role && is_filled && column.is_mostly(column.durations) &&
           !column.is_mostly(column.dates) && column.signs * 5 <= column.filled &&
           !(column.is_mostly(column.serials) && column.heading.is_date);
}

// A time of day cannot say "1h 30m".
bool says_more_than_clock(Column const& column) {
    return column.is_mostly(column.says_unit) && column.clocks == 0;
}

Candidate candidate_of(Table const& table, std::size_t index) {
    Column const& column = table.columns[index];
    Candidate candidate;
    candidate.column = index;
    candidate.is_charged = column.heading.role == Role::billable;
    candidate.is_named = column.heading.is_certain &&
                         (column.heading.role == Role::duration || candidate.is_charged ||
                          (column.heading.role == Role::time && says_more_than_clock(column)));
    candidate.says_unit = column.is_mostly(column.says_unit);
    UnitChoice const unit = find_unit(table, index);
    candidate.unit = unit.is_certain ? unit.unit : std::nullopt;
    return candidate;
}

// Sums that run on: each is at least the one before, the last a multiple of the first.
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

struct Finder {
    Table const& table;
    DateOrder date_order;
    SpanChoice span;
    std::vector<Candidate> candidates;
    SourceChoice choice;

    void find_candidates();
    void confirm(Candidate& candidate);
    void confirm_net();
    bool is_net_of(Candidate const& net, Candidate const& gross) const;
    bool may_be_of_span(Candidate const& candidate) const;
    std::optional<DurationSource> with_overtime() const;
    bool is_same(Candidate const& first, Candidate const& second) const;
    bool exceeds_span(DurationSource const& source, std::optional<DurationUnit> unit) const;
    std::optional<DurationSource> parts() const;
    bool has_rival() const;
    void choose();
    void choose_column();
    void choose_span();
    void add(DurationSource source);
    void add_others();
};

void Finder::find_candidates() {
    for (std::size_t index = 0; index < table.columns.size(); ++index) {
        if (may_be_duration(table, table.columns[index])) {
            candidates.push_back(candidate_of(table, index));
            confirm(candidates.back());
        }
    }
    confirm_net();
    // Not stable_sort: clang calls what libstdc++ 12 uses in it deprecated.
    std::ranges::sort(candidates, {},
                      [](Candidate const& one) { return std::pair{one.rank(), one.column}; });
}

void Finder::confirm(Candidate& candidate) {
    std::vector<DurationUnit> units{DurationUnit::hours, DurationUnit::minutes,
                                    DurationUnit::seconds, DurationUnit::days};
    NumberStyleFinder const& numbers = table.columns[candidate.column].numbers;
    if (numbers.alone(mark_of(table, candidate.column).value_or('.')).may_be_clock) {
        units.push_back(DurationUnit::hours_and_minutes);
    }
    if (candidate.unit || candidate.says_unit) {
        units = {candidate.unit.value_or(DurationUnit::hours)};
    }
    auto const is_of_span = [&](DurationSource const& source) {
        return std::ranges::any_of(source.spans, [&](auto const& ends) {
            return ends.first == candidate.column || ends.second == candidate.column;
        });
    };
    for (DurationSource const& source : span.sources) {
        // 08:00 to 16:00 is as long as its begin says.
        if (is_of_span(source)) {
            continue;
        }
        Measure const worked = measure_of(table, source, date_order, {});
        for (DurationUnit const unit : units) {
            Measure const measure =
                measure_of(table, {.columns = {candidate.column}}, date_order, unit);
            if (agree(table, measure, worked) == Agreement::equal) {
                candidate.is_confirmed = true;
                candidate.unit = unit;
                return;
            }
        }
    }
}

// A column that is another less the breaks, row by row, is what was worked.
void Finder::confirm_net() {
    for (Candidate& net : candidates) {
        net.is_confirmed =
            net.is_confirmed || std::ranges::any_of(candidates, [&](Candidate const& gross) {
                return gross.column != net.column && is_net_of(net, gross);
            });
    }
}

bool Finder::is_net_of(Candidate const& net, Candidate const& gross) const {
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
    Measure const sum =
        measure_of(table, {.columns = {net.column, breaks.front()}}, date_order, {});
    Measure const whole = measure_of(table, {.columns = {gross.column}}, date_order, {});
    Measure const part = measure_of(table, {.columns = {net.column}}, date_order, {});
    return agree(table, sum, whole) == Agreement::equal &&
           agree(table, part, whole) == Agreement::less_somewhere;
}

// What is worked is at least half of the time between begin and end, and no more than it.
bool Finder::may_be_of_span(Candidate const& candidate) const {
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

// "Regular hours" and "Overtime": where there is overtime, the other column has the same round
// figure, its highest, so that it leaves the overtime out.
std::optional<DurationSource> Finder::with_overtime() const {
    constexpr std::int64_t half_an_hour = 30 * microseconds_a_minute;
    Candidate const& best = candidates.front();
    Measure const usual = measure_of(table, {.columns = {best.column}}, date_order, best.unit);
    for (std::size_t index = 0; index < table.columns.size() && !best.is_confirmed; ++index) {
        Column const& column = table.columns[index];
        bool const is_overtime = column.heading.role == Role::balance;
        bool const is_candidate =
            index != best.column &&
            std::ranges::find(candidates, index, &Candidate::column) != candidates.end();
        bool const may_be = (is_overtime || is_candidate) && column.signs == 0 &&
                            column.is_mostly(column.durations);
        Measure const over = measure_of(table, {.columns = {index}}, date_order, best.unit);
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

bool Finder::is_same(Candidate const& first, Candidate const& second) const {
    Measure const one = measure_of(table, {.columns = {first.column}}, date_order, first.unit);
    for (DurationUnit const unit : {second.unit.value_or(DurationUnit::hours),
                                    DurationUnit::minutes, DurationUnit::seconds}) {
        Measure const other = measure_of(table, {.columns = {second.column}}, date_order, unit);
        if (agree(table, one, other) == Agreement::equal) {
            return true;
        }
    }
    return false;
}

bool Finder::exceeds_span(DurationSource const& source, std::optional<DurationUnit> unit) const {
    if (span.sources.empty()) {
        return false;
    }
    DurationSource whole = span.sources.front();
    whole.breaks.clear();
    whole.break_spans.clear();
    return agree(table, measure_of(table, whole, date_order, {}),
                 measure_of(table, source, date_order, unit)) == Agreement::less_somewhere;
}

// Columns that make up one duration: "Hours 1" and "Hours 2", the same heading again, hours and
// minutes.
std::optional<DurationSource> Finder::parts() const {
    Candidate const& first = candidates.front();
    Heading const& heading = table.columns[first.column].heading;
    if (heading.words.empty()) {
        return std::nullopt;
    }
    DurationSource source;
    for (std::size_t index = 0; index < table.columns.size(); ++index) {
        Heading const& other = table.columns[index].heading;
        auto const candidate = std::ranges::find(candidates, index, &Candidate::column);
        if (candidate == candidates.end() || other.base != heading.base) {
            continue;
        }
        bool const is_another = candidate->column == first.column || !is_same(first, *candidate);
        if (is_another) {
            source.columns.push_back(index);
        }
    }
    if (source.columns.size() > 1) {
        return source;
    }
    return parts_of_an_hour(table, first.column);
}

// Another column that might as well be it.
bool Finder::has_rival() const {
    Candidate const& best = candidates.front();
    return std::ranges::any_of(candidates, [&](Candidate const& other) {
        bool const is_weaker =
            (best.is_named || best.is_confirmed) &&
            ((!other.is_named && !other.is_confirmed) || (other.is_charged && !best.is_charged));
        return other.column != best.column && !is_weaker && !is_same(best, other) &&
               !is_net_of(best, other);
    });
}

void Finder::add(DurationSource source) {
    if (std::ranges::find(choice.sources, source) == choice.sources.end()) {
        choice.sources.push_back(std::move(source));
    }
}

void Finder::choose_column() {
    Candidate const& best = candidates.front();
    if (auto const sum = parts()) {
        add(*sum);
        bool const is_confirmed = std::ranges::any_of(span.sources, [&](auto const& source) {
            return agree(table, measure_of(table, *sum, date_order, {}),
                         measure_of(table, source, date_order, {})) == Agreement::equal;
        });
        bool const is_hour_and_minute =
            best.is_named && table.columns[sum->columns.front()].heading.unit !=
                                 table.columns[sum->columns.back()].heading.unit;
        choice.is_certain = is_confirmed || (is_hour_and_minute && span.sources.empty());
        add({.columns = {best.column}});
        return;
    }
    if (auto const sum = with_overtime()) {
        add(*sum);
        add({.columns = {best.column}});
        return;
    }
    add({.columns = {best.column}});
    // Without headings, 8:30 + 4:15 = 12:45 confirms the begin as well as the duration.
    bool const is_mirrored =
        !span.is_named && table.columns[best.column].is_mostly(table.columns[best.column].clocks) &&
        !span.sources.empty();
    bool const is_known = best.is_confirmed || (best.is_named && !best.is_charged);
    choice.confirmed_unit = best.is_confirmed ? best.unit : std::nullopt;
    bool const is_plausible =
        best.is_confirmed ||
        (!exceeds_span(choice.sources.front(), best.unit) && !may_be_running(table, best));
    choice.is_certain = is_known && is_plausible && !has_rival() && !is_mirrored;
}

void Finder::choose_span() {
    for (DurationSource const& source : span.sources) {
        add(source);
    }
    choice.is_certain = span.is_certain && span.sources.size() == 1;
}

void Finder::choose() {
    bool const has_column =
        !candidates.empty() && (candidates.front().is_confirmed || candidates.front().is_named);
    if (has_column) {
        choose_column();
    } else if (!span.sources.empty()) {
        choose_span();
        // A column that nothing is known about could be the duration.
        choice.is_certain =
            choice.is_certain && std::ranges::none_of(candidates, [&](Candidate const& candidate) {
                return may_be_of_span(candidate);
            });
    } else if (!candidates.empty()) {
        choose_column();
        choice.is_certain = false;
    }
    add_others();
}

// All that a person may want instead, the likelier first.
void Finder::add_others() {
    for (Candidate const& candidate : candidates) {
        add({.columns = {candidate.column}});
    }
    for (DurationSource const& source : span.sources) {
        add(source);
    }
    for (std::size_t index = 0; index < table.columns.size(); ++index) {
        Column const& column = table.columns[index];
        bool const is_moment =
            column.heading.role == Role::begin || column.heading.role == Role::end;
        if (column.durations * 2 > column.filled && !column.is_mostly(column.dates) && !is_moment) {
            add({.columns = {index}});
        }
    }
}

} // namespace

SourceChoice find_sources(Table const& table, DateOrder date_order) {
    Finder finder{table, date_order, find_spans(table, date_order), {}, {}};
    finder.find_candidates();
    finder.choose();
    return finder.choice;
}

} // namespace kontingent::history
