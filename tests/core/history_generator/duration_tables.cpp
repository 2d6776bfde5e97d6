#include "tests/core/history_generator/duration_tables.hpp"

#include "core/base/ascii.hpp"
#include "tests/core/history_generator/layout.hpp"

#include <array>

namespace kontingent::tests {

namespace {

bool is_whole_number(DurationForm form) {
    return form == DurationForm::minutes || form == DurationForm::seconds;
}

} // namespace

GeneratedTable plain(Draft& draft) {
    fill(draft);
    bool const has_unit = chance(draft.random, 80);
    DurationForm const form = draft.writing.duration;
    draft.add_date();
    draft.add_duration(form, has_unit);
    draft.add_text();
    draft.add_decoys();
    Around around;
    if (chance(draft.random, 30)) {
        add_grand_total(draft, around, 1, form);
    }
    return {written(draft, around), months_of(draft.entries),
            has_unit || (!is_whole_number(form) && form != DurationForm::decimal_hours)};
}

GeneratedTable two_dates(Draft& draft) {
    fill(draft);
    draft.add_date();
    draft.add_decoy(Holds::created);
    draft.add_duration(draft.writing.duration, true);
    draft.add_text();
    return {written(draft, {}), months_of(draft.entries), true};
}

GeneratedTable redundant(Draft& draft) {
    fill(draft);
    draft.add_date();
    draft.add_duration(DurationForm::clock, true);
    draft.add_duration(
        any_of(draft.random, std::array{DurationForm::decimal_hours, DurationForm::minutes,
                                        DurationForm::seconds, DurationForm::units}),
        true);
    draft.add_text();
    return {written(draft, {}), months_of(draft.entries), true};
}

GeneratedTable clock_and_duration(Draft& draft) {
    constexpr std::array<std::string_view, table_languages> time_words{
        "Zeit", "Time", "Heure", "Godzina", "Hora", "Ora", "Tijd"};
    fill(draft);
    draft.add_date();
    draft.add(std::string{time_words[draft.writing.language]},
              [&](Entry const& entry) { return written_clock(draft.writing, entry.begin); });
    draft.add_duration(any_of(draft.random, std::array{DurationForm::decimal_hours,
                                                       DurationForm::minutes, DurationForm::units}),
                       true);
    draft.add_text();
    return {written(draft, {}), months_of(draft.entries), true};
}

GeneratedTable joined_unit(Draft& draft) {
    fill(draft);
    std::size_t const language = draft.writing.language;
    auto const unit = static_cast<WrittenUnit>(draft.random.between(0, 2));
    DurationForm const form = unit == WrittenUnit::hours     ? DurationForm::decimal_hours
                              : unit == WrittenUnit::minutes ? DurationForm::minutes
                                                             : DurationForm::seconds;
    std::string name{headings_of(Holds::duration, language)[0]};
    std::string const unit_name{unit_names(unit, language)[unit == WrittenUnit::hours     ? 2
                                                           : unit == WrittenUnit::minutes ? 1
                                                                                          : 0]};
    std::string capital = unit_name;
    capital[0] = ascii::to_upper(capital[0]);
    name = language == 1 && chance(draft.random, 50) ? capital + "Worked"
           : chance(draft.random, 50)                ? name + capital
                                                     : name + "_" + unit_name;
    draft.add_date();
    draft.add(name,
              [&](Entry const& entry) { return written_duration(draft.writing, form, entry.net); });
    draft.add_text();
    return {written(draft, {}), months_of(draft.entries), true};
}

GeneratedTable bare_numbers(Draft& draft, TableKind kind) {
    bool const are_days = kind == TableKind::day_fractions;
    fill(draft, {.net_min = 5, .net_max = are_days ? 480 : 60, .step = 5});
    draft.add_date();
    draft.add(std::string{headings_of(Holds::duration, draft.writing.language)[0]},
              [&](Entry const& entry) {
                  if (!are_days) {
                      return std::to_string(entry.net);
                  }
                  std::string digits = std::to_string(entry.net * 10'000'000'000 / 1440);
                  digits.insert(0, 10 - digits.size(), '0');
                  return std::string{"0"} + draft.writing.decimal_mark + digits;
              });
    draft.add_text();
    return {written(draft, {}), months_of(draft.entries)};
}

// Splits each entry's minutes among columns.
GeneratedTable parts(Draft& draft, TableKind kind) {
    fill(draft, {.net_min = 60});
    Writing const& writing = draft.writing;
    std::string const hours{unit_names(WrittenUnit::hours, writing.language)[2]};
    draft.add_date();
    draft.add_text();
    if (kind == TableKind::hours_and_minutes) {
        draft.add(hours, [](Entry const& entry) { return std::to_string(entry.net / 60); });
        draft.add(std::string{unit_names(WrittenUnit::minutes, writing.language)[1]},
                  [](Entry const& entry) { return std::to_string(entry.net % 60); });
        return {written(draft, {}), months_of(draft.entries), true};
    }
    bool const is_repeated = kind == TableKind::repeated_heading;
    DurationForm const form = is_repeated ? DurationForm::clock : DurationForm::decimal_hours;
    std::string const name = is_repeated ? draft.heading(Holds::duration) : hours;
    draft.add(name + (is_repeated ? "" : " 1"), [&, form](Entry const& entry) {
        return written_duration(writing, form, entry.net - 30);
    });
    draft.add(name + (is_repeated ? "" : " 2"),
              [&, form](Entry const&) { return written_duration(writing, form, 30); });
    return {written(draft, {}), months_of(draft.entries)};
}

GeneratedTable subtotals(Draft& draft) {
    fill(draft, {.net_max = 240});
    DurationForm const form = any_duration(draft.random);
    bool const has_words = chance(draft.random, 70);
    bool const has_dates = chance(draft.random, 60);
    std::string const label{has_words ? total_words(draft.writing.language)[0] : ""};
    std::string text = with_group_sums(
        draft, form,
        {.group_of = [](Entry const& entry) { return months_of({entry}).front().month; },
         .label_of = [&](Entry const&) { return label; },
         .has_dates = has_dates});
    return {std::move(text), months_of(draft.entries), has_words};
}

} // namespace kontingent::tests
