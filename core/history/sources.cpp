#include "core/history/sources.hpp"

#include "core/base/ascii.hpp"
#include "core/history/agreement.hpp"
#include "core/history/candidates.hpp"
#include "core/history/spans.hpp"

#include <algorithm>
#include <utility>

namespace kontingent::history {

namespace {

struct Finder {
    Table const& table;
    DateOrder date_order;
    SpanChoice span;
    std::vector<Candidate> candidates;
    SourceChoice choice;

    void find_candidates();
    void confirm(Candidate& candidate);
    void confirm_net();
    bool is_same(Candidate const& first, Candidate const& second) const;
    bool exceeds_span(DurationSource const& source, std::optional<DurationUnit> unit) const;
    std::optional<DurationSource> parts() const;
    bool have_own_numbers(DurationSource const& parts) const;
    bool has_rival_of(DurationSource const& parts) const;
    bool has_rival() const;
    bool has_breaks() const;
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
                return gross.column != net.column && is_net_of(table, net, gross);
            });
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

// "Hours 1", "Hours 2", and not "Hours", "Hours".
bool Finder::have_own_numbers(DurationSource const& parts) const {
    std::vector<std::string> numbers;
    for (std::size_t const column : parts.columns) {
        std::vector<std::string> const& words = table.columns[column].heading.words;
        bool const has_number = words.size() > 1 && ascii::is_digit(words.back()[0]);
        if (!has_number || std::ranges::find(numbers, words.back()) != numbers.end()) {
            return false;
        }
        numbers.push_back(words.back());
    }
    return true;
}

// A column beside the parts that is named as the duration, too: perhaps their sum.
bool Finder::has_rival_of(DurationSource const& parts) const {
    return std::ranges::any_of(candidates, [&](Candidate const& other) {
        return (other.is_named || other.is_confirmed) && !other.is_charged &&
               std::ranges::find(parts.columns, other.column) == parts.columns.end();
    });
}

// Another column that might as well be it.
bool Finder::has_rival() const {
    Candidate const& best = candidates.front();
    return std::ranges::any_of(candidates, [&](Candidate const& other) {
        bool const is_weaker =
            (best.is_named || best.is_confirmed) &&
            ((!other.is_named && !other.is_confirmed) || (other.is_charged && !best.is_charged));
        return other.column != best.column && !is_weaker && !is_same(best, other) &&
               !is_net_of(table, best, other);
    });
}

bool Finder::has_breaks() const {
    return std::ranges::any_of(table.columns, [](Column const& column) {
        return column.heading.role == Role::pause && column.filled > 0;
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
        bool const is_numbered = best.is_named && have_own_numbers(*sum);
        choice.is_certain = is_confirmed || ((is_hour_and_minute || is_numbered) &&
                                             span.sources.empty() && !has_rival_of(*sum));
        add({.columns = {best.column}});
        return;
    }
    if (auto const sum = with_overtime(table, candidates)) {
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
                return may_be_of_span(table, span, date_order, candidate);
            });
    } else if (!candidates.empty()) {
        choose_column();
        // From and to in one cell, unless a break is still to be taken off.
        choice.is_certain = candidates.size() == 1 &&
                            are_ranges(table.columns[candidates.front().column]) && !has_breaks();
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
