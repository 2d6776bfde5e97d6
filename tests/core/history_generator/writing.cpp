#include "tests/core/history_generator/writing.hpp"

#include "tests/core/history_generator/words.hpp"

#include <array>

namespace kontingent::tests {

namespace {

constexpr std::size_t english = 1;

std::string text_of(std::int64_t value) {
    return std::to_string(value);
}

struct Day {
    std::int64_t year, month, day;
    std::size_t weekday; // 0 is Monday
};

Day parts_of(std::chrono::sys_days day) {
    std::chrono::year_month_day const date{day};
    return {int{date.year()}, unsigned{date.month()}, unsigned{date.day()},
            std::chrono::weekday{day}.iso_encoding() - 1};
}

std::string named_date(Writing const& writing, Day const& day) {
    std::string const month{month_names(writing.language)[static_cast<std::size_t>(day.month) - 1]};
    constexpr std::array<std::string_view, table_languages> behind_day{". ",   " ", " ", " ",
                                                                       " de ", " ", " "};
    constexpr std::array<std::string_view, table_languages> behind_month{" ",    " ", " ", " ",
                                                                         " de ", " ", " "};
    return text_of(day.day) + std::string{behind_day[writing.language]} + month +
           std::string{behind_month[writing.language]} + text_of(day.year);
}

std::string date_text(Writing const& writing, Day const& day, std::int64_t minute) {
    std::string const dd = two_digits(day.day);
    std::string const mm = two_digits(day.month);
    std::string const yyyy = text_of(day.year);
    std::string const yy = two_digits(day.year % 100);
    std::string const clock = two_digits(minute / 60 % 24) + ":" + two_digits(minute % 60);
    std::string const month{
        short_month_names(writing.language)[static_cast<std::size_t>(day.month) - 1]};
    switch (writing.date) {
    case DateForm::iso:
        return yyyy + "-" + mm + "-" + dd;
    case DateForm::day_first_points:
        return dd + "." + mm + "." + yyyy;
    case DateForm::day_first_short_year:
        return dd + "." + mm + "." + yy;
    case DateForm::day_first_slashes:
        return dd + "/" + mm + "/" + yyyy;
    case DateForm::month_first_slashes:
        return mm + "/" + dd + "/" + yyyy;
    case DateForm::with_weekday:
        return std::string{weekday_names(writing.language)[day.weekday]} +
               (writing.language == english ? " " + dd + " " + month + " " + yyyy
                                            : ", " + dd + "." + mm + "." + yyyy);
    case DateForm::month_named:
        return named_date(writing, day);
    case DateForm::month_named_first:
        return month + " " + text_of(day.day) + ", " + yyyy;
    case DateForm::month_abbreviated_slashes:
        return dd + "/" + month + "/" + yy;
    case DateForm::year_first_short:
        return yy + "-" + mm + "-" + dd;
    case DateForm::year_first_slashes:
        return yyyy + "/" + mm + "/" + dd;
    case DateForm::iso_with_time:
        return yyyy + "-" + mm + "-" + dd + "T" + clock + ":00+01:00";
    case DateForm::iso_with_blank_and_time:
        return yyyy + "-" + mm + "-" + dd + " " + clock;
    case DateForm::year_first_points:
        return yyyy + "." + mm + "." + dd;
    case DateForm::day_first_dashes:
        return dd + "-" + mm + "-" + yyyy;
    case DateForm::eight_digits:
        return yyyy + mm + dd;
    case DateForm::weekday_behind:
        return dd + "." + mm + "." + yyyy + " (" +
               std::string{weekday_names(writing.language)[day.weekday]} + ")";
    case DateForm::weekday_full:
        return std::string{full_weekday_names(writing.language)[day.weekday]} + ", " +
               named_date(writing, day);
    case DateForm::day_first_single_digits:
        return text_of(day.day) + "." + text_of(day.month) + "." + yyyy;
    case DateForm::serial_number:
        break;
    }
    return {};
}

} // namespace

Writing random_writing(Random& random) {
    Writing writing;
    writing.language = static_cast<std::size_t>(random.between(0, table_languages - 1));
    writing.delimiter = any_of(random, std::string_view{";;,\t|"});
    writing.decimal_mark = writing.language == english || writing.delimiter == ',' ? '.'
                           : chance(random, 85)                                    ? ','
                                                                                   : '.';
    do {
        writing.date = static_cast<DateForm>(random.between(0, date_forms - 1));
    } while (writing.language == english ? writing.date == DateForm::day_first_points ||
                                               writing.date == DateForm::day_first_short_year ||
                                               writing.date == DateForm::weekday_behind
                                         : writing.date == DateForm::month_first_slashes ||
                                               writing.date == DateForm::month_named_first);
    writing.duration = static_cast<DurationForm>(random.between(0, duration_forms - 1));
    writing.marks_dates = chance(random, 5);
    writing.quotes_all = chance(random, 25);
    writing.pads_clock = chance(random, 80);
    writing.line_break = any_of(random, std::array<std::string, 2>{"\n", "\r\n"});
    return writing;
}

std::string two_digits(std::int64_t value) {
    return (value < 10 ? "0" : "") + text_of(value);
}

std::string written_date(Writing const& writing, std::chrono::sys_days day, std::int64_t minute) {
    using namespace std::chrono;
    std::string const text = writing.date == DateForm::serial_number
                                 ? text_of((day - sys_days{year{1899} / December / 30}).count())
                                 : date_text(writing, parts_of(day), minute);
    return (writing.marks_dates ? "\u200E" : "") + text;
}

std::string written_clock(Writing const& writing, std::int64_t minute_of_day) {
    std::int64_t const hour = minute_of_day / 60 % 24;
    return (writing.pads_clock ? two_digits(hour) : text_of(hour)) + ":" +
           two_digits(minute_of_day % 60);
}

std::string written_hundredths(Writing const& writing, std::int64_t hundredths) {
    return text_of(hundredths / 100) + writing.decimal_mark + two_digits(hundredths % 100);
}

std::string written_duration(Writing const& writing, DurationForm form, std::int64_t minutes) {
    std::string const hours = text_of(minutes / 60);
    std::string const rest = text_of(minutes % 60);
    switch (form) {
    case DurationForm::clock:
        return hours + ":" + two_digits(minutes % 60);
    case DurationForm::clock_seconds:
        return (writing.pads_clock ? two_digits(minutes / 60) : hours) + ":" +
               two_digits(minutes % 60) + ":00";
    case DurationForm::units:
        return minutes < 60 ? rest + "m" : hours + "h" + (minutes % 60 > 0 ? " " + rest + "m" : "");
    case DurationForm::units_joined:
        return hours + "h" + two_digits(minutes % 60);
    case DurationForm::decimal_hours:
        return written_hundredths(writing, minutes * 100 / 60);
    case DurationForm::decimal_with_unit:
        return written_hundredths(writing, minutes * 100 / 60) + " " +
               std::string{unit_names(WrittenUnit::hours, writing.language)[1]};
    case DurationForm::minutes:
        return text_of(minutes);
    case DurationForm::minutes_with_unit:
        return text_of(minutes) + " " +
               std::string{unit_names(WrittenUnit::minutes, writing.language)[0]};
    case DurationForm::seconds:
        return text_of(minutes * 60);
    case DurationForm::iso:
        return "PT" + (minutes >= 60 ? hours + "H" : "") +
               (minutes % 60 > 0 || minutes == 0 ? rest + "M" : "");
    case DurationForm::units_apart:
        return (minutes >= 60 ? hours + " h " : "") + rest + " min";
    case DurationForm::units_in_words: {
        constexpr std::array<std::string_view, table_languages> hour{
            "Stunden", "hours", "heures", "godz.", "horas", "ore", "uur"};
        constexpr std::array<std::string_view, table_languages> minute{
            "Minuten", "minutes", "minutes", "minut", "minutos", "minuti", "minuten"};
        return (minutes >= 60 ? hours + " " + std::string{hour[writing.language]} + " " : "") +
               rest + " " + std::string{minute[writing.language]};
    }
    case DurationForm::clock_with_unit:
        return hours + ":" + two_digits(minutes % 60) + " h";
    }
    return {};
}

std::string cell_of(Writing const& writing, std::string_view text) {
    bool const needs_quotes = text.find(writing.delimiter) != std::string_view::npos ||
                              text.find_first_of("\"\n") != std::string_view::npos;
    if (!needs_quotes && !writing.quotes_all) {
        return std::string{text};
    }
    std::string quoted = "\"";
    for (char const c : text) {
        quoted += c;
        if (c == '"') {
            quoted += c;
        }
    }
    return quoted + '"';
}

} // namespace kontingent::tests
