#include "tests/core/history_generator/third_columns.hpp"

#include "tests/core/workbook_writer.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdio>
#include <iterator>
#include <utility>

namespace kontingent::tests {

namespace {

std::string day_fraction(std::int64_t minutes) {
    std::array<char, 40> text{};
    std::snprintf(text.data(), text.size(), "%.16g", static_cast<double>(minutes) / 1440.0);
    return text.data();
}

std::string plain_number(std::string text, char decimal_mark) {
    std::ranges::replace(text, decimal_mark, '.');
    return text;
}

// As a cell of a workbook where it has a number for this form.
ThirdNumber typed_span(Hand const& hand, ThirdSpan form, std::int64_t minutes) {
    if (is_one_of(form, {ThirdSpan::clock, ThirdSpan::clock_padded, ThirdSpan::clock_seconds})) {
        return {day_fraction(minutes), elapsed_style};
    }
    if (is_one_of(form, {ThirdSpan::decimal, ThirdSpan::decimal_long, ThirdSpan::minutes,
                         ThirdSpan::seconds})) {
        return {plain_number(third_span(hand, form, minutes), hand.decimal_mark), number_style};
    }
    return {};
}

std::string hour_name(Hand& hand) {
    constexpr std::array<std::array<std::string_view, 2>, table_languages> names{
        {{"Std.", "Stunden"},
         {"hours", "hrs"},
         {"heures", "h"},
         {"godz.", "godziny"},
         {"horas", "h"},
         {"ore", "h"},
         {"uren", "uur"}}};
    return chance(hand.random, 60) ? "h" : std::string(any_of(hand.random, names[hand.language]));
}

std::string second_name(Hand& hand) {
    constexpr std::array<std::string_view, table_languages> names{
        "Sekunden", "seconds", "secondes", "sekundy", "segundos", "secondi", "seconden"};
    return chance(hand.random, 40) ? "s" : std::string(names[hand.language]);
}

std::string note_of(Hand const& hand, Entry const& entry) {
    constexpr std::array<std::string_view, 12> notes{"Support",
                                                     "Call 14:00-15:30",
                                                     "2h Meeting",
                                                     "Update 3.2",
                                                     "\"Login\" page",
                                                     "a; b, c",
                                                     "Two\nlines",
                                                     "2026-03-02",
                                                     "",
                                                     "50%",
                                                     "-",
                                                     "A|B"};
    std::int64_t const choice = drawn(entry, 0, 14, 7);
    if (choice >= static_cast<std::int64_t>(notes.size())) {
        return std::string(third_words_of(ThirdWord::total, hand.language).front()) + " Layout";
    }
    return std::string(notes[static_cast<std::size_t>(choice)]);
}

std::string text_of(Hand const& hand, ThirdWord word, Entry const& entry) {
    constexpr std::array<std::string_view, 4> names{"Anna Berg", "J. Smith", "Łukasz Ż.",
                                                    "Dupont, Marie"};
    constexpr std::array<std::string_view, 4> things{"Website", "Shop 2", "ACME GmbH", "4711"};
    auto const choice = static_cast<std::size_t>(drawn(entry, 0, 3, static_cast<int>(word)));
    if (word == ThirdWord::person) {
        return std::string(names[choice]);
    }
    if (word == ThirdWord::ticket) {
        return (choice < 2 ? "ABC-" : "#") + std::to_string(drawn(entry, 1, 9999));
    }
    if (word == ThirdWord::number) {
        return std::to_string(drawn(entry, 1000, 99999));
    }
    if (word == ThirdWord::distance) {
        return std::to_string(drawn(entry, 0, 140));
    }
    if (word == ThirdWord::note) {
        return note_of(hand, entry);
    }
    if (word == ThirdWord::yes_no) {
        return choice == 0 ? "No" : "Yes";
    }
    if (word == ThirdWord::weekday) {
        return std::string(third_short_weekdays(
            hand.language)[std::chrono::weekday{entry.day}.iso_encoding() - 1]);
    }
    if (word == ThirdWord::week) {
        auto const january = std::chrono::year_month_day{entry.day}.year() / std::chrono::January;
        return std::to_string((entry.day - std::chrono::sys_days{january / 1}).count() / 7 + 1);
    }
    if (word == ThirdWord::rate) {
        return third_decimal(hand, 8500 + 500 * static_cast<std::int64_t>(choice / 2));
    }
    return std::string(things[choice]);
}

bool takes_labels(ThirdWord word) {
    return word == ThirdWord::note || word == ThirdWord::person || word == ThirdWord::client ||
           word == ThirdWord::project || word == ThirdWord::task;
}

} // namespace

std::vector<Entry> third_entries(Random& random, Habits const& habits) {
    using namespace std::chrono;
    std::vector<Entry> entries;
    sys_days day = sys_days{year{static_cast<int>(random.between(2022, 2026))} / January / 1} +
                   days{random.between(0, 364)};
    std::int64_t const count = random.between(5, 30);
    for (std::int64_t index = 0; index < count; ++index) {
        std::int64_t minute = habits.has_nights && chance(random, 40) ? random.between(1200, 1320)
                                                                      : random.between(400, 600);
        for (std::int64_t part = random.between(1, habits.per_day); part > 0; --part) {
            std::int64_t const pause =
                habits.has_breaks && chance(random, 75) ? 5 * random.between(1, 12) : 0;
            std::int64_t const net =
                habits.step * random.between(std::max<std::int64_t>(15 / habits.step, 1),
                                             habits.net_max / habits.step);
            Entry const entry{day, minute, pause, net};
            if (!habits.has_nights && entry.end() >= 1435) {
                break;
            }
            entries.push_back(entry);
            minute = entry.end() + random.between(5, 60);
            if (minute >= 1400) {
                break;
            }
        }
        day += days{random.between(1, 4)};
        while (weekday{day}.iso_encoding() > 5 && chance(random, 85)) {
            day += days{1};
        }
    }
    return entries;
}

ThirdSheet sheet_of(Hand& hand, Habits const& habits) {
    ThirdSheet sheet{.hand = hand, .entries = third_entries(hand.random, habits), .columns = {}};
    sheet.hand.random = Random{hand.random.bits()};
    return sheet;
}

SpanPlan span_plan(Hand& hand, ThirdSpan form) {
    Random& random = hand.random;
    if (form == ThirdSpan::minutes) {
        return {form, std::string(third_word(hand, ThirdWord::minutes))};
    }
    std::string const duration{third_word(hand, ThirdWord::duration)};
    if (form == ThirdSpan::seconds) {
        return {form, with_unit(random, duration, second_name(hand))};
    }
    if (is_one_of(form,
                  {ThirdSpan::minutes_unit, ThirdSpan::minutes_mark, ThirdSpan::iso_minutes})) {
        return {form, duration};
    }
    if (chance(random, 50)) {
        return {form, std::string(third_word(hand, ThirdWord::hours))};
    }
    bool const is_number =
        is_one_of(form, {ThirdSpan::decimal, ThirdSpan::decimal_long, ThirdSpan::dotted});
    return {form, is_number ? with_unit(random, duration, hour_name(hand)) : duration};
}

SpanPlan span_plan(Hand& hand) {
    constexpr std::array numbers{ThirdSpan::decimal, ThirdSpan::decimal, ThirdSpan::decimal_long,
                                 ThirdSpan::minutes, ThirdSpan::seconds};
    return span_plan(hand, chance(hand.random, 50) ? any_of(hand.random, numbers)
                                                   : span_with_unit(hand.random));
}

ThirdColumn date_column(Hand& hand, std::string heading,
                        std::function<std::chrono::sys_days(Entry const&)> day) {
    bool const is_typed = chance(hand.random, 70);
    return {std::move(heading), [writing = hand, is_typed, day](Entry const& entry) {
                ThirdCell cell{third_date(writing, day(entry))};
                if (is_typed) {
                    cell.number = {std::to_string(day(entry).time_since_epoch().count() + 25569),
                                   writing.date == ThirdDate::serial ? number_style : date_style};
                }
                return cell;
            }};
}

ThirdColumn date_column(Hand& hand) {
    return date_column(hand, std::string(third_word(hand, ThirdWord::date)),
                       [](Entry const& entry) { return entry.day; });
}

ThirdColumn clock_column(Hand& hand, std::string heading, MinutesOf minute) {
    return {std::move(heading), [writing = hand, minute](Entry const& entry) {
                std::int64_t const at = minute(entry) % 1440;
                return ThirdCell{third_clock(writing, at), {day_fraction(at), clock_style}};
            }};
}

ThirdColumn span_column(Hand& hand, SpanPlan const& plan, MinutesOf minutes) {
    auto const cell_of_minutes = [writing = hand, form = plan.form](std::int64_t value) {
        return ThirdCell{third_span(writing, form, value), typed_span(writing, form, value)};
    };
    return {plan.heading, [=](Entry const& entry) { return cell_of_minutes(minutes(entry)); },
            [=](std::span<Entry const> entries) {
                std::int64_t sum = 0;
                for (Entry const& entry : entries) {
                    sum += minutes(entry);
                }
                return cell_of_minutes(sum);
            }};
}

ThirdColumn net_column(Hand& hand, SpanPlan const& plan) {
    return span_column(hand, plan, [](Entry const& entry) { return entry.net; });
}

ThirdColumn signed_column(Hand& hand, std::string heading, ThirdSpan form, MinutesOf minutes) {
    return {std::move(heading), [writing = hand, form, minutes](Entry const& entry) {
                std::int64_t const value = minutes(entry);
                return ThirdCell{(value < 0 ? "-" : "") +
                                 third_span(writing, form, value < 0 ? -value : value)};
            }};
}

ThirdColumn text_column(Hand& hand, ThirdWord word) {
    return {std::string(third_word(hand, word)),
            [writing = hand, word](Entry const& entry) {
                return ThirdCell{text_of(writing, word, entry)};
            },
            {},
            takes_labels(word)};
}

ThirdColumn money_column(Hand& hand) {
    std::int64_t const rate = 100 * hand.random.between(45, 140); // minor units an hour
    auto const amount = [writing = hand, rate](std::int64_t minutes) {
        return ThirdCell{third_decimal(writing, minutes * rate / 60)};
    };
    return {std::string(third_word(hand, ThirdWord::money)),
            [=](Entry const& entry) { return amount(entry.net); },
            [=](std::span<Entry const> entries) {
                std::int64_t minutes = 0;
                for (Entry const& entry : entries) {
                    minutes += entry.net;
                }
                return amount(minutes);
            }};
}

std::vector<ThirdColumn> clock_columns(Hand& hand) {
    auto const begins = third_words_of(ThirdWord::begin, hand.language);
    auto const ends = third_words_of(ThirdWord::end, hand.language);
    auto const pair = static_cast<std::size_t>(
        hand.random.between(0, static_cast<std::int64_t>(begins.size()) - 1));
    return {clock_column(hand, std::string(begins[pair]),
                         [](Entry const& entry) { return entry.begin; }),
            clock_column(hand, std::string(ends[pair]),
                         [](Entry const& entry) { return entry.end(); })};
}

std::vector<ThirdColumn> other_columns(Hand& hand, std::int64_t count) {
    std::vector<ThirdWord> words{ThirdWord::client,   ThirdWord::project, ThirdWord::task,
                                 ThirdWord::person,   ThirdWord::note,    ThirdWord::ticket,
                                 ThirdWord::yes_no,   ThirdWord::week,    ThirdWord::weekday,
                                 ThirdWord::number,   ThirdWord::money,   ThirdWord::rate,
                                 ThirdWord::distance, ThirdWord::created};
    std::vector<ThirdColumn> columns;
    for (std::int64_t left = hand.random.between(0, count); left > 0; --left) {
        auto const index = hand.random.between(0, static_cast<std::int64_t>(words.size()) - 1);
        ThirdWord const word = words[static_cast<std::size_t>(index)];
        words.erase(words.begin() + static_cast<std::ptrdiff_t>(index));
        if (word == ThirdWord::money) {
            columns.push_back(money_column(hand));
        } else if (word == ThirdWord::created) {
            std::int64_t const later = hand.random.between(0, 2) * 20;
            columns.push_back(
                date_column(hand, std::string(third_word(hand, word)), [later](Entry const& entry) {
                    return entry.day + std::chrono::days{1 + later};
                }));
        } else {
            columns.push_back(text_column(hand, word));
        }
    }
    return columns;
}

void append(std::vector<ThirdColumn>& columns, std::vector<ThirdColumn> more) {
    std::ranges::move(more, std::back_inserter(columns));
}

std::int64_t drawn(Entry const& entry, std::int64_t lowest, std::int64_t highest,
                   std::int64_t salt) {
    Random random{static_cast<std::uint64_t>(entry.day.time_since_epoch().count() * 100003 +
                                             entry.begin * 7 + entry.net * 1009 + salt)};
    random.bits();
    return random.between(lowest, highest);
}

GeneratedTable finished(ThirdSheet& sheet, bool has_clear_headings) {
    GeneratedTable table;
    table.months = months_of(sheet.entries);
    table.has_clear_headings = has_clear_headings && is_clear_date(sheet.hand, sheet.entries);
    table.bytes = bytes_of(sheet);
    return table;
}

} // namespace kontingent::tests
