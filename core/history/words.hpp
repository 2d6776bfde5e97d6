// The words that exports are written with, of every language at once: headings, units, months,
// weekdays, sums. They are data, languages/LL/history.json; core lists no word of a language. All
// are folded (text.hpp): small, without accents.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace kontingent::history {

// What a word in a heading says about the column. Flags: a heading gathers those of its words.
enum Meaning : std::uint32_t {
    means_nothing = 0,
    means_date = 1U << 0U, // a day
    means_begin = 1U << 1U,
    means_end = 1U << 2U,
    means_break = 1U << 3U,
    means_duration = 1U << 4U, // how long, and nothing else
    means_time = 1U << 5U,     // how long, or a time of day
    means_clock = 1U << 6U,    // a time of day
    means_worked = 1U << 7U,   // actual, spent, net: what was done
    means_planned = 1U << 8U,  // target, plan, estimate, remaining
    means_balance = 1U << 9U,  // over or under the target
    means_running = 1U << 10U, // summed up so far
    means_sum = 1U << 11U,     // total: of a row, or with a period of many
    means_period = 1U << 12U,  // week, month
    means_money = 1U << 13U,
    means_billable = 1U << 14U, // rounded or charged, beside what was worked
    means_recorded = 1U << 15U, // when the row was made or changed
    means_other = 1U << 16U,    // text, names, numbers
    means_hours = 1U << 17U,
    means_minutes = 1U << 18U,
    means_seconds = 1U << 19U,
    means_days = 1U << 20U,
    means_filler = 1U << 21U,  // of, in, the
    means_decimal = 1U << 22U, // how the number is written
    means_weeks = 1U << 23U,   // behind a number: "1w 2d"
};

struct HeadingWord {
    std::string_view word;
    std::uint32_t meaning;
};

struct MonthWord {
    std::string_view word;
    unsigned month; // from 1
};

struct LanguageWords {
    std::span<HeadingWord const> headings;
    std::span<MonthWord const> months;              // every form
    std::span<std::string_view const> weekdays;     // every form
    std::span<std::string_view const> totals;       // a row that repeats those above
    std::span<std::string_view const> joints;       // between the parts of a joined word
    std::span<std::string_view const> day_units;    // working days, behind a number
    std::span<std::string_view const> in_dates;     // between a day and its month
    std::span<std::string_view const> behind_times; // "08:30 Uhr"
    std::span<std::string_view const> before_noon;  // "8:30 AM"
    std::span<std::string_view const> after_noon;
};

// Of every folder of languages/: written by languages/generate.mjs.
std::span<LanguageWords const> word_languages();

// What a word of a heading means in each of word_languages(); nothing where the language does not
// know it.
using WordMeanings = std::vector<std::optional<std::uint32_t>>;

// These look a folded word up in all languages at once. A reader asks for every word of a sample's
// text, so that lists are not gone through.
WordMeanings const* meanings_of(std::string_view word); // null: no language knows it
unsigned month_named(std::string_view word);            // 1 to 12; 0: no month
bool is_weekday(std::string_view word);
bool is_total(std::string_view word);
bool is_day_unit(std::string_view word);
bool is_in_dates(std::string_view word);
bool is_behind_times(std::string_view word);

// "pm (CET)" begins with a word for a half of the day.
enum class DayHalf : std::uint8_t { none, before_noon, after_noon };
DayHalf day_half_in(std::string_view text);

// What may stand between the parts of a joined word; nothing first.
std::span<std::string_view const> joints();

} // namespace kontingent::history
