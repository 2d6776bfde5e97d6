#include "core/history/history.hpp"

#include <array>

namespace kontingent {

namespace {

using Sentence = std::array<std::string_view, language_count>;

// In the order of the enumerators.
constexpr std::array row_sentences{
    Sentence{"Das Datum fehlt.", "The date is missing."},
    Sentence{"Das ist kein Datum.", "This is not a date."},
    Sentence{"Die Dauer fehlt.", "The duration is missing."},
    Sentence{"Das ist keine Dauer.", "This is not a duration."},
    Sentence{"Die Dauer ist negativ.", "The duration is negative."},
    Sentence{"Die Dauer ist länger als ein Tag.", "The duration is longer than a day."},
    Sentence{"Beginn oder Ende ist keine Uhrzeit.", "The begin or the end is not a time of day."},
    Sentence{"Die Zeile hat mehr Felder als die Überschriften.",
             "The row has more cells than there are headings."},
};
static_assert(row_sentences.size() == static_cast<std::size_t>(RowError::too_wide) + 1);

constexpr std::array history_sentences{
    Sentence{},
    Sentence{"In der Datei steht keine Zeile mit Daten.", "The file has no row of data."},
    Sentence{"Die Datei ist zu groß: höchstens 64 MiB.", "The file is too large: at most 64 MiB."},
    Sentence{"Keine Spalte enthält Daten wie 31.01.2026.",
             "No column has dates such as 2026-01-31."},
    Sentence{"Keine Spalte enthält eine Dauer oder Beginn und Ende.",
             "No column has durations, or begin and end."},
    Sentence{"Ein Monat hat mehr als 1.000 Stunden.", "A month has more than 1,000 hours."},
    Sentence{"Die Datei war nicht zu lesen.", "The file could not be read."},
    Sentence{"Diese Arbeitsmappe ist weder .xlsx noch CSV. Speichern Sie sie als .xlsx oder CSV.",
             "This workbook is neither .xlsx nor CSV. Save it as .xlsx or CSV."},
    Sentence{"Die Arbeitsmappe ist beschädigt, verschlüsselt oder zu groß.",
             "The workbook is damaged, encrypted or too large."},
};
static_assert(history_sentences.size() == static_cast<std::size_t>(HistoryError::bad_workbook) + 1);

std::string_view in(Sentence const& sentence, Language language) {
    return sentence[static_cast<std::size_t>(language)];
}

} // namespace

std::int32_t missing_months(History const& history) {
    if (history.months.empty()) {
        return 0;
    }
    std::int32_t const span = history.months.back().month - history.months.front().month + 1;
    return span - static_cast<std::int32_t>(history.months.size());
}

std::string name_of(DurationSource const& source, std::vector<std::string> const& headings) {
    auto const heading = [&](std::size_t column) {
        return column < headings.size() ? headings[column] : std::string{};
    };
    std::string name;
    for (std::size_t const column : source.columns) {
        name += (name.empty() ? "" : " + ") + heading(column);
    }
    for (auto const& [begin, end] : source.spans) {
        name += (name.empty() ? "" : " + ") + heading(end) + " − " + heading(begin);
    }
    for (std::size_t const column : source.breaks) {
        name += " − " + heading(column);
    }
    for (auto const& [begin, end] : source.break_spans) {
        name += " − (" + heading(end) + " − " + heading(begin) + ")";
    }
    return name;
}

std::string_view sentence(RowError error, Language language) {
    return in(row_sentences[static_cast<std::size_t>(error)], language);
}

std::string_view sentence(HistoryError error, Language language) {
    return in(history_sentences[static_cast<std::size_t>(error)], language);
}

} // namespace kontingent
