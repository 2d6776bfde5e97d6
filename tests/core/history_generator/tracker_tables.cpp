#include "tests/core/history_generator/tracker_tables.hpp"

#include "core/base/ascii.hpp"
#include "tests/core/history_generator/layout.hpp"

#include <algorithm>
#include <array>
#include <ranges>

namespace kontingent::tests {

namespace {

using Words = std::vector<std::string_view>;

enum class NameStyle : std::uint8_t { camel, pascal, snake, capitals, joined };

std::string name_in(NameStyle style, Words const& words) {
    std::string name;
    for (std::string word :
         words | std::views::transform([](auto one) { return std::string{one}; })) {
        bool const is_first = name.empty();
        if (style == NameStyle::pascal || (style == NameStyle::camel && !is_first)) {
            word[0] = ascii::to_upper(word[0]);
        }
        if (style == NameStyle::capitals) {
            std::ranges::transform(word, word.begin(), ascii::to_upper);
        }
        bool const is_apart = style == NameStyle::snake || style == NameStyle::capitals;
        name += (is_apart && !is_first ? "_" : "") + word;
    }
    return name;
}

struct NamedDuration {
    Words words;
    DurationForm form;
};

std::string clock_or_nothing(Draft const& draft, bool is_there, std::int64_t minute) {
    return is_there ? written_clock(draft.writing, minute) : std::string{};
}

// Where the first of two spans ends.
std::int64_t noon_of(Entry const& entry) {
    return entry.begin + std::max<std::int64_t>(entry.net / 30 * 15, 5);
}

} // namespace

GeneratedTable api_names(Draft& draft) {
    fill(draft, {.has_breaks = true});
    std::vector<NamedDuration> const durations{
        {{"hours", "worked"}, DurationForm::decimal_hours},
        {{"duration", "minutes"}, DurationForm::minutes},
        {{"time", "spent", "seconds"}, DurationForm::seconds},
        {{"total", "minutes"}, DurationForm::minutes},
        {{"net", "hours"}, DurationForm::decimal_hours},
        {{"worked", "minutes"}, DurationForm::minutes},
        {{"duration", "in", "hours"}, DurationForm::decimal_hours},
        {{"actual", "hours"}, DurationForm::clock},
        {{"time", "spent"}, DurationForm::units},
        {{"duration"}, DurationForm::iso},
    };
    auto const style = static_cast<NameStyle>(draft.random.between(0, 4));
    auto const& [words, form] = any_of(draft.random, durations);
    auto const at = [&](Words const& name) { return name_in(style, name); };
    draft.add(
        any_of(draft.random, std::vector{at({"date"}), at({"work", "date"}), at({"entry", "date"}),
                                         at({"spent", "date"})}),
        [&](Entry const& entry) { return written_date(draft.writing, entry.day, entry.begin); });
    if (chance(draft.random, 50)) {
        draft.add(at({"start", "time"}),
                  [&](Entry const& entry) { return written_clock(draft.writing, entry.begin); });
        draft.add(at({"end", "time"}),
                  [&](Entry const& entry) { return written_clock(draft.writing, entry.end()); });
        draft.add(at({"break", "minutes"}),
                  [](Entry const& entry) { return std::to_string(entry.pause); });
    }
    draft.add(at(words),
              [&](Entry const& entry) { return written_duration(draft.writing, form, entry.net); });
    draft.add(at({"project", "name"}), [](Entry const&) { return std::string{"Shop"}; });
    draft.add(at({"user", "id"}),
              [&](Entry const&) { return std::to_string(draft.random.between(1, 90)); });
    return {written(draft, {}), months_of(draft.entries), style != NameStyle::joined};
}

// "1d 2h": how long is a day?
GeneratedTable working_days(Draft& draft) {
    fill(draft, {.net_max = 900});
    bool const has_weeks = chance(draft.random, 20);
    bool has_days = false;
    draft.add_date();
    draft.add(duration_heading(draft, DurationForm::units, false), [&](Entry const& entry) {
        std::int64_t const days = entry.net / 480;
        std::int64_t const rest = entry.net % 480;
        bool const is_week = has_weeks && chance(draft.random, 10);
        has_days = has_days || days > 0 || is_week;
        std::string text = is_week ? "1w" : "";
        text += days > 0 ? (text.empty() ? "" : " ") + std::to_string(days) + "d" : "";
        return rest == 0 && !text.empty()
                   ? text
                   : text + (text.empty() ? "" : " ") +
                         written_duration(draft.writing, DurationForm::units, rest);
    });
    draft.add_text();
    draft.add_decoys();
    std::string text = written(draft, {});
    return {std::move(text), has_days ? std::nullopt : std::optional{months_of(draft.entries)}};
}

// In, out, in, out.
GeneratedTable split_days(Draft& draft) {
    fill(draft, {.net_min = 60, .net_max = 600, .has_breaks = true});
    bool const is_numbered = chance(draft.random, 50);
    std::string const begin = draft.heading(Holds::begin);
    std::string const end = draft.heading(Holds::end);
    auto const heading = [&](std::string const& name, int number) {
        return name + (is_numbered ? " " + std::to_string(number) : "");
    };
    draft.add_date();
    draft.add(heading(begin, 1),
              [&](Entry const& entry) { return written_clock(draft.writing, entry.begin); });
    draft.add(heading(end, 1), [&](Entry const& entry) {
        return written_clock(draft.writing, entry.pause > 0 ? noon_of(entry) : entry.end());
    });
    draft.add(heading(begin, 2), [&](Entry const& entry) {
        return clock_or_nothing(draft, entry.pause > 0, noon_of(entry) + entry.pause);
    });
    draft.add(heading(end, 2), [&](Entry const& entry) {
        return clock_or_nothing(draft, entry.pause > 0, entry.end());
    });
    if (chance(draft.random, 30)) {
        draft.add_duration(any_duration(draft.random), true);
    }
    draft.add_text();
    return {written(draft, {.shuffles = is_numbered}), months_of(draft.entries)};
}

GeneratedTable break_from_to(Draft& draft) {
    using Pair = std::pair<std::string_view, std::string_view>;
    constexpr std::array<std::array<Pair, 2>, table_languages> names{{
        {Pair{"Pause von", "Pause bis"}, Pair{"Pausenbeginn", "Pausenende"}},
        {Pair{"Break Start", "Break End"}, Pair{"Lunch from", "Lunch to"}},
        {Pair{"Début pause", "Fin pause"}, Pair{"Pause de", "Pause à"}},
        {Pair{"Przerwa od", "Przerwa do"}, Pair{"Początek przerwy", "Koniec przerwy"}},
        {Pair{"Inicio pausa", "Fin pausa"}, Pair{"Pausa desde", "Pausa hasta"}},
        {Pair{"Inizio pausa", "Fine pausa"}, Pair{"Pausa dalle", "Pausa alle"}},
        {Pair{"Pauze van", "Pauze tot"}, Pair{"Begin pauze", "Einde pauze"}},
    }};
    fill(draft, {.net_min = 60, .has_breaks = true});
    auto const& [from, to] = any_of(draft.random, names[draft.writing.language]);
    draft.add_date();
    draft.add_begin();
    draft.add_end();
    draft.add(std::string{from}, [&](Entry const& entry) {
        return clock_or_nothing(draft, entry.pause > 0, noon_of(entry));
    });
    draft.add(std::string{to}, [&](Entry const& entry) {
        return clock_or_nothing(draft, entry.pause > 0, noon_of(entry) + entry.pause);
    });
    if (chance(draft.random, 40)) {
        draft.add_duration(any_duration(draft.random), true);
    }
    draft.add_text();
    return {written(draft, {}), months_of(draft.entries)};
}

// The date is in begin and end alone.
GeneratedTable moments(Draft& draft) {
    fill(draft, {.has_breaks = false});
    if (draft.writing.date == DateForm::iso_with_time ||
        draft.writing.date == DateForm::serial_number) {
        draft.writing.date = DateForm::iso;
    }
    auto const moment = [&](std::chrono::sys_days day, std::int64_t minute) {
        bool const has_clock = draft.writing.date == DateForm::iso_with_blank_and_time;
        return written_date(draft.writing, day, minute) +
               (has_clock ? "" : " " + written_clock(draft.writing, minute));
    };
    draft.add(draft.heading(Holds::begin),
              [&](Entry const& entry) { return moment(entry.day, entry.begin); });
    draft.add(draft.heading(Holds::end),
              [&](Entry const& entry) { return moment(entry.end_day(), entry.end()); });
    if (chance(draft.random, 50)) {
        draft.add_duration(any_duration(draft.random), true);
    }
    draft.add_text();
    draft.add_decoys();
    return {written(draft, {}), months_of(draft.entries)};
}

} // namespace kontingent::tests
