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
    // Not stable_sort: clang calls what libstdc++ 12 uses in it deprecated.
    std::ranges::sort(candidates, {},
                      [](Candidate const& one) { return std::pair{one.rank(), one.column}; });
}

void Finder::confirm(Candidate& candidate) {
    std::vector<DurationUnit> units{DurationUnit::hours, DurationUnit::minutes,
                                    DurationUnit::seconds, DurationUnit::days};
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
        return other.column != best.column && !is_weaker && !is_same(best, other);
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
    add({.columns = {best.column}});
    bool const is_known = best.is_confirmed || (best.is_named && !best.is_charged);
    choice.confirmed_unit = best.is_confirmed ? best.unit : std::nullopt;
    bool const is_plausible =
        best.is_confirmed ||
        (!exceeds_span(choice.sources.front(), best.unit) && !may_be_running(table, best));
    choice.is_certain = is_known && is_plausible && !has_rival();
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
        choice.is_certain = choice.is_certain && candidates.empty();
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
