#include "tests/core/history_generator/around_tables.hpp"

#include "tests/core/history_generator/layout.hpp"

#include <array>

namespace kontingent::tests {

namespace {

std::int64_t week_of(Entry const& entry) {
    return (entry.day.time_since_epoch().count() + 3) / 7;
}

// What lines of a header and week sums are called.
struct Labels {
    std::string_view person, period, total, week_total;
};

constexpr std::array<Labels, table_languages> labels{{
    {"Mitarbeiter:", "Zeitraum:", "Gesamtstunden:", "Summe KW"},
    {"Employee:", "Period:", "Total hours:", "Total week"},
    {"Employé :", "Période :", "Total des heures :", "Total semaine"},
    {"Pracownik:", "Okres:", "Suma godzin:", "Razem tydzień"},
    {"Empleado:", "Periodo:", "Total de horas:", "Total semana"},
    {"Dipendente:", "Periodo:", "Totale ore:", "Totale settimana"},
    {"Medewerker:", "Periode:", "Totaal uren:", "Totaal week"},
}};

} // namespace

GeneratedTable header_block(Draft& draft) {
    fill(draft);
    Labels const& label = labels[draft.writing.language];
    DurationForm const form = any_duration(draft.random);
    Around around{.has_noise = false, .has_blank_column = chance(draft.random, 40)};
    auto const day = [&](Entry const& entry) {
        return written_date(draft.writing, entry.day, entry.begin);
    };
    around.rows_above = {
        {std::string{label.person}, "Ada Brandt"},
        {std::string{label.period}, day(draft.entries.front()), day(draft.entries.back())},
        {std::string{label.total},
         written_duration(draft.writing, form, minutes_of(draft.entries))},
    };
    if (chance(draft.random, 50)) {
        around.rows_above.emplace_back(1, "");
    }
    draft.add_date();
    draft.add_duration(form, true);
    draft.add_text();
    draft.add_decoys();
    return {written(draft, around), months_of(draft.entries), true};
}

GeneratedTable footer(Draft& draft) {
    constexpr std::array<std::array<std::string_view, 3>, table_languages> texts{{
        {"Unterschrift", "Erstellt am", "Seite 1 von 2"},
        {"Signature", "Generated on", "Page 1 of 2"},
        {"Signature", "Généré le", "Page 1 sur 2"},
        {"Podpis", "Wygenerowano", "Strona 1 z 2"},
        {"Firma", "Generado el", "Página 1 de 2"},
        {"Firma", "Generato il", "Pagina 1 di 2"},
        {"Handtekening", "Gemaakt op", "Pagina 1 van 2"},
    }};
    fill(draft);
    DurationForm const form = any_duration(draft.random);
    draft.add_date();
    draft.add_duration(form, true);
    draft.add_text();
    Around around{.has_noise = false};
    add_grand_total(draft, around, 1, form);
    auto const& [signature, made, page] = texts[draft.writing.language];
    around.rows_below = {{""},
                         {std::string{signature}, "", ""},
                         {std::string{made} + " " +
                          written_date(draft.writing, draft.entries.back().end_day(), 600)},
                         {std::string{page}}};
    return {written(draft, around), months_of(draft.entries), true};
}

GeneratedTable weekly_sums(Draft& draft) {
    fill(draft, {.net_max = 240});
    std::size_t const language = draft.writing.language;
    DurationForm const form = any_duration(draft.random);
    std::string const word{chance(draft.random, 50) ? labels[language].week_total
                                                    : period_words(language).week};
    bool const has_dates = chance(draft.random, 50);
    auto const label_of = [&](Entry const& entry) {
        return word + " " + std::to_string(week_of(entry) % 52 + 1);
    };
    std::string text = with_group_sums(
        draft, form, {.group_of = week_of, .label_of = label_of, .has_dates = has_dates});
    return {std::move(text), months_of(draft.entries)};
}

// By project or by month, or what else was spent.
GeneratedTable second_table(Draft& draft) {
    fill(draft);
    DurationForm const form = any_duration(draft.random);
    draft.add_date();
    draft.add_duration(form, true);
    draft.add_text();
    Around around{.has_noise = false};
    if (chance(draft.random, 50)) {
        add_grand_total(draft, around, 1, form);
    }
    std::string const hours{unit_names(WrittenUnit::hours, draft.writing.language)[2]};
    std::string const sum =
        written_duration(draft.writing, DurationForm::decimal_hours, minutes_of(draft.entries));
    around.rows_below.emplace_back(1, "");
    switch (draft.random.between(0, 2)) {
    case 0: {
        std::string const heading{headings_of(Holds::project, draft.writing.language)[0]};
        around.rows_below.push_back({heading, hours});
        around.rows_below.push_back({"Nord", sum});
        around.rows_below.push_back({"Zoo", "0"});
        break;
    }
    case 1: {
        around.rows_below.push_back(
            {std::string{period_words(draft.writing.language).month}, hours});
        for (PastMonth const& past : months_of(draft.entries)) {
            around.rows_below.push_back(
                {two_digits(past.month % 12 + 1) + "/" + std::to_string(past.month / 12),
                 written_duration(draft.writing, DurationForm::decimal_hours, past.used.count)});
        }
        break;
    }
    default: {
        std::string const heading{headings_of(Holds::money, draft.writing.language)[0]};
        around.rows_below.push_back({draft.heading(Holds::date), heading});
        around.rows_below.push_back(
            {draft.columns[0].cells.front(), written_hundredths(draft.writing, 250)});
        around.rows_below.push_back(
            {draft.columns[0].cells.back(), written_hundredths(draft.writing, 475)});
        break;
    }
    }
    return {written(draft, around), months_of(draft.entries)};
}

} // namespace kontingent::tests
