#include "tests/core/history_generator/beside_tables.hpp"

#include "tests/core/history_generator/layout.hpp"

#include <array>

namespace kontingent::tests {

// Net and gross, which can be said of working hours, too.
GeneratedTable money_beside(Draft& draft) {
    using Pair = std::array<std::string_view, 2>;
    constexpr std::array<Pair, table_languages> names{
        Pair{"Netto", "Brutto"}, Pair{"Net", "Gross"},  Pair{"HT", "TTC"},
        Pair{"Netto", "Brutto"}, Pair{"Neto", "Bruto"}, Pair{"Netto", "Lordo"},
        Pair{"Netto", "Bruto"},
    };
    fill(draft);
    std::int64_t const cents_a_minute = draft.random.between(1, 3) * 40;
    draft.add_date();
    draft.add_duration(any_duration(draft.random), true);
    draft.add(std::string{names[draft.writing.language][0]}, [&](Entry const& entry) {
        return written_hundredths(draft.writing, entry.net * cents_a_minute);
    });
    draft.add(std::string{names[draft.writing.language][1]}, [&](Entry const& entry) {
        return written_hundredths(draft.writing, entry.net * cents_a_minute * 119 / 100);
    });
    draft.add_text();
    return {written(draft, {}), months_of(draft.entries)};
}

// Weeks, years, months and quantities are small whole numbers, too.
GeneratedTable numbers_beside(Draft& draft) {
    constexpr std::array<std::string_view, table_languages> quantity{
        "Anzahl", "Quantity", "Quantité", "Ilość", "Cantidad", "Quantità", "Aantal"};
    fill(draft);
    PeriodWords const& name = period_words(draft.writing.language);
    auto const date_of = [](Entry const& entry) { return std::chrono::year_month_day{entry.day}; };
    draft.add_date();
    draft.add_duration(any_duration(draft.random), true);
    if (chance(draft.random, 60)) {
        draft.add(std::string{name.weekday}, [&](Entry const& entry) {
            auto const weekday = std::chrono::weekday{entry.day}.iso_encoding() - 1;
            return std::string{full_weekday_names(draft.writing.language)[weekday]};
        });
    }
    if (chance(draft.random, 60)) {
        draft.add(std::string{name.week}, [&](Entry const& entry) {
            auto const first = std::chrono::sys_days{date_of(entry).year() / 1 / 1};
            return std::to_string((entry.day - first).count() / 7 + 1);
        });
    }
    if (chance(draft.random, 40)) {
        draft.add(std::string{name.year},
                  [&](Entry const& entry) { return std::to_string(int{date_of(entry).year()}); });
        draft.add(std::string{name.month}, [&](Entry const& entry) {
            return std::to_string(unsigned{date_of(entry).month()});
        });
    }
    if (chance(draft.random, 60)) {
        draft.add(std::string{quantity[draft.writing.language]},
                  [&](Entry const&) { return std::to_string(draft.random.between(1, 5)); });
    }
    draft.add_text();
    return {written(draft, {}), months_of(draft.entries), true};
}

// The hours, and what is charged for them.
GeneratedTable rounded_beside(Draft& draft) {
    constexpr std::array<std::array<std::string_view, 2>, table_languages> names{{
        {"Abrechenbare Stunden", "Fakturierte Stunden"},
        {"Billable Hours", "Rounded Hours"},
        {"Heures facturables", "Heures facturées"},
        {"Godziny płatne", "Godziny rozliczone"},
        {"Horas facturables", "Horas facturadas"},
        {"Ore fatturabili", "Ore fatturate"},
        {"Factureerbare uren", "Gefactureerde uren"},
    }};
    fill(draft);
    draft.add_date();
    draft.add_duration(any_duration(draft.random), true);
    draft.add(std::string{any_of(draft.random, names[draft.writing.language])},
              [&](Entry const& entry) {
                  return written_duration(draft.writing, DurationForm::decimal_hours,
                                          (entry.net + 59) / 60 * 60);
              });
    draft.add_text();
    return {written(draft, {}), months_of(draft.entries)};
}

} // namespace kontingent::tests
