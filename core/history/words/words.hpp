// The words of a language that exports are written with. Data: a file a language, and nothing else
// in this room knows a word of it. All are folded (text.hpp): small, without accents.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

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

struct LanguageWords {
    std::span<HeadingWord const> headings;
    std::array<std::string_view, 12> months;        // from January, in full
    std::span<std::string_view const> other_months; // "nr:name": other forms
    std::span<std::string_view const> weekdays;     // every form
    std::span<std::string_view const> totals;       // a row that repeats those above
};

extern LanguageWords const words_de, words_en, words_fr, words_pl, words_es, words_it, words_nl;

inline constexpr std::size_t word_language_count = 7;

// What a word of a heading means in each language, in the order of words.cpp; nothing where the
// language does not know it.
using WordMeanings = std::array<std::optional<std::uint32_t>, word_language_count>;

// These look a folded word up in all languages at once. A reader asks for every word of a sample's
// text, so that lists are not gone through.
WordMeanings const* meanings_of(std::string_view word); // null: no language knows it
unsigned month_named(std::string_view word);            // 1 to 12; 0: no month
bool is_weekday(std::string_view word);
bool is_total(std::string_view word);

} // namespace kontingent::history
