#include "tests/core/history_generator/third_forms.hpp"

#include <algorithm>

namespace kontingent::tests {

namespace {

constexpr std::size_t german = 0;
constexpr std::size_t english = 1;
constexpr std::size_t french = 2;
constexpr std::size_t dutch = 6;

struct Calendar {
    std::string day, month, year;
    unsigned day_number = 0;
    std::size_t month_index = 0, weekday_index = 0;
};

Calendar calendar_of(std::chrono::sys_days day) {
    std::chrono::year_month_day const date{day};
    unsigned const number = static_cast<unsigned>(date.day());
    unsigned const month = static_cast<unsigned>(date.month());
    return {two_digits(number),
            two_digits(month),
            std::to_string(static_cast<int>(date.year())),
            number,
            month - 1,
            std::chrono::weekday{day}.iso_encoding() - 1};
}

std::string local_mark(std::size_t language) {
    constexpr std::array<std::string_view, table_languages> marks{".", "/", "/", ".",
                                                                  "/", "/", "-"};
    return std::string(marks[language]);
}

std::string ordinal(unsigned day) {
    bool const is_teen = day >= 11 && day <= 13;
    unsigned const last = is_teen ? 0 : day % 10;
    return std::to_string(day) + (last == 1 ? "st" : last == 2 ? "nd" : last == 3 ? "rd" : "th");
}

std::string named(std::size_t language, Calendar const& date) {
    std::string const month{third_months(language)[date.month_index]};
    std::string const day = std::to_string(date.day_number);
    if (language == german) {
        return day + ". " + month + " " + date.year;
    }
    if (language == french) {
        return (date.day_number == 1 ? "1er" : day) + " " + month + " " + date.year;
    }
    if (language == 4) {
        return day + " de " + month + " de " + date.year;
    }
    return day + " " + month + " " + date.year;
}

std::string local(std::size_t language, Calendar const& date, ThirdDate form) {
    std::string const mark = local_mark(language);
    if (form == ThirdDate::local_unpadded) {
        return std::to_string(date.day_number) + mark + std::to_string(date.month_index + 1) +
               mark + date.year;
    }
    std::string const year = form == ThirdDate::local_short_year ? date.year.substr(2) : date.year;
    return date.day + mark + date.month + mark + year;
}

std::string year_first(Calendar const& date, ThirdDate form) {
    std::string const iso = date.year + "-" + date.month + "-" + date.day;
    if (form == ThirdDate::iso_midnight) {
        return iso + "T00:00:00";
    }
    if (form == ThirdDate::iso_blank_time) {
        return iso + " 00:00:00";
    }
    if (form == ThirdDate::iso_zone) {
        return iso + "T00:00:00+01:00";
    }
    if (form == ThirdDate::eight_digits) {
        return date.year + date.month + date.day;
    }
    if (form == ThirdDate::slashes_year_first) {
        return date.year + "/" + date.month + "/" + date.day;
    }
    if (form == ThirdDate::points_year_first) {
        return date.year + "." + date.month + "." + date.day;
    }
    if (form == ThirdDate::short_year_first) {
        return iso.substr(2);
    }
    return iso;
}

std::string with_words(std::size_t language, Calendar const& date, ThirdDate form) {
    std::string const month{third_months(language)[date.month_index]};
    std::string const short_month{third_short_months(language)[date.month_index]};

    if (form == ThirdDate::named) {
        return named(language, date);
    }
    if (form == ThirdDate::weekday_named) {
        return std::string(third_weekdays(language)[date.weekday_index]) +
               (language == french || language == dutch ? " " : ", ") + named(language, date);
    }
    if (form == ThirdDate::abbreviated) {
        return date.day + " " + short_month + " " + date.year;
    }
    if (form == ThirdDate::abbreviated_dashes) {
        return date.day + "-" + short_month + "-" + date.year;
    }
    if (form == ThirdDate::english_named) {
        return month + " " + std::to_string(date.day_number) + ", " + date.year;
    }
    if (form == ThirdDate::english_ordinal) {
        return month + " " + ordinal(date.day_number) + ", " + date.year;
    }
    return std::string(third_short_weekdays(language)[date.weekday_index]) +
           (language == german ? ", " : " ") + local(language, date, ThirdDate::local);
}

std::string decimal_hours(Hand const& hand, std::int64_t minutes, bool is_short) {
    std::string text = third_decimal(hand, minutes * 100 / 60);
    if (is_short) {
        text.erase(text.find_last_not_of('0') + 1);
        if (!text.empty() && text.back() == hand.decimal_mark) {
            text.pop_back();
        }
    }
    return text;
}

struct UnitWords {
    std::string_view hour, minute;
};

constexpr std::array<UnitWords, table_languages> unit_words{{{"Std.", "Min."},
                                                             {"hrs", "min"},
                                                             {"h", "min"},
                                                             {"godz.", "min"},
                                                             {"h", "min"},
                                                             {"ore", "min"},
                                                             {"uur", "min"}}};

} // namespace

Hand random_hand(std::uint64_t seed) {
    Hand hand{.random = Random{seed}};
    Random& random = hand.random;
    hand.language = static_cast<std::size_t>(random.between(0, table_languages - 1));
    hand.decimal_mark = hand.language == english || chance(random, 25) ? '.' : ',';
    bool const is_english = hand.language == english;
    do {
        hand.date = static_cast<ThirdDate>(random.between(0, is_english ? 19 : 16));
    } while (is_english && hand.date == ThirdDate::points_year_first);
    if (is_english && chance(random, 20)) {
        hand.date = ThirdDate::english_numeric;
    }
    hand.clock = static_cast<ThirdClock>(random.between(0, 2));
    if (chance(random, 25)) {
        switch (hand.language) {
        case german:
            hand.clock = chance(random, 50) ? ThirdClock::word : ThirdClock::point;
            break;
        case english:
            hand.clock = chance(random, 80) ? ThirdClock::half_days : ThirdClock::digits;
            break;
        case french:
            hand.clock = ThirdClock::letter;
            break;
        default:
            hand.clock = chance(random, 50) ? ThirdClock::point : ThirdClock::colon;
        }
    }
    return hand;
}

std::string third_date(Hand const& hand, std::chrono::sys_days day) {
    Calendar const date = calendar_of(day);

    if (is_one_of(hand.date,
                  {ThirdDate::local, ThirdDate::local_unpadded, ThirdDate::local_short_year})) {
        return local(hand.language, date, hand.date);
    }
    if (hand.date == ThirdDate::serial) {
        return std::to_string(day.time_since_epoch().count() + 25569);
    }
    if (hand.date == ThirdDate::english_numeric) {
        return std::to_string(date.month_index + 1) + "/" + std::to_string(date.day_number) + "/" +
               date.year;
    }
    if (is_one_of(hand.date, {ThirdDate::weekday_short, ThirdDate::named, ThirdDate::weekday_named,
                              ThirdDate::abbreviated, ThirdDate::abbreviated_dashes,
                              ThirdDate::english_named, ThirdDate::english_ordinal})) {
        return with_words(hand.language, date, hand.date);
    }
    return year_first(date, hand.date);
}

bool is_clear_date(Hand const& hand, std::vector<Entry> const& entries) {
    bool const is_numeric =
        hand.date == ThirdDate::local || hand.date == ThirdDate::local_unpadded ||
        hand.date == ThirdDate::local_short_year || hand.date == ThirdDate::english_numeric;
    if (hand.date == ThirdDate::local_short_year && hand.language == dutch) {
        return false; // 26-03-02?
    }
    return hand.language != english || !is_numeric ||
           std::ranges::any_of(
               entries, [](Entry const& entry) { return calendar_of(entry.day).day_number > 12; });
}

std::string third_clock(Hand const& hand, std::int64_t minute_of_day) {
    std::int64_t const hour = minute_of_day / 60 % 24;
    std::string const minute = two_digits(minute_of_day % 60);

    if (hand.clock == ThirdClock::unpadded) {
        return std::to_string(hour) + ":" + minute;
    }
    if (hand.clock == ThirdClock::seconds) {
        return two_digits(hour) + ":" + minute + ":00";
    }
    if (hand.clock == ThirdClock::point) {
        return two_digits(hour) + "." + minute;
    }
    if (hand.clock == ThirdClock::word) {
        return two_digits(hour) + ":" + minute + " Uhr";
    }
    if (hand.clock == ThirdClock::letter) {
        return std::to_string(hour) + "h" + minute;
    }
    if (hand.clock == ThirdClock::half_days) {
        return std::to_string(hour % 12 == 0 ? 12 : hour % 12) + ":" + minute +
               (hour < 12 ? " AM" : " PM");
    }
    if (hand.clock == ThirdClock::digits) {
        return two_digits(hour) + minute;
    }
    return two_digits(hour) + ":" + minute;
}

std::string third_span(Hand const& hand, ThirdSpan form, std::int64_t minutes) {
    std::string const hour = std::to_string(minutes / 60), minute = two_digits(minutes % 60);
    UnitWords const& words = unit_words[hand.language];
    if (form == ThirdSpan::clock) {
        return hour + ":" + minute;
    }
    if (is_one_of(form, {ThirdSpan::clock_padded, ThirdSpan::clock_seconds})) {
        return two_digits(minutes / 60) + ":" + minute +
               (form == ThirdSpan::clock_seconds ? ":00" : "");
    }
    if (form == ThirdSpan::letters) {
        return minutes < 60
                   ? std::to_string(minutes) + "m"
                   : hour + "h" +
                         (minutes % 60 == 0 ? "" : " " + std::to_string(minutes % 60) + "m");
    }
    if (form == ThirdSpan::joined) {
        return hour + "h" + minute;
    }
    if (form == ThirdSpan::in_words) {
        return hour + " " + std::string(words.hour) + " " + std::to_string(minutes % 60) + " " +
               std::string(words.minute);
    }
    if (form == ThirdSpan::clock_unit) {
        return hour + ":" + minute + " h";
    }
    if (form == ThirdSpan::decimal) {
        return decimal_hours(hand, minutes, false);
    }
    if (form == ThirdSpan::decimal_long) {
        return decimal_hours(hand, minutes, false) + "00";
    }
    if (form == ThirdSpan::decimal_unit) {
        return decimal_hours(hand, minutes, true) + " " + std::string(words.hour);
    }
    if (form == ThirdSpan::decimal_letter) {
        return decimal_hours(hand, minutes, true) + "h";
    }
    if (form == ThirdSpan::minutes) {
        return std::to_string(minutes);
    }
    if (form == ThirdSpan::minutes_unit) {
        return std::to_string(minutes) + " " + std::string(words.minute);
    }
    if (form == ThirdSpan::minutes_mark) {
        return std::to_string(minutes) + "'";
    }
    if (form == ThirdSpan::seconds) {
        return std::to_string(minutes * 60);
    }
    if (form == ThirdSpan::iso) {
        return "PT" + hour + "H" + std::to_string(minutes % 60) + "M";
    }
    if (form == ThirdSpan::iso_minutes) {
        return "PT" + std::to_string(minutes) + "M";
    }
    if (form == ThirdSpan::dotted) {
        return hour + "." + minute;
    }
    return {};
}

ThirdSpan span_with_unit(Random& random) {
    constexpr std::array forms{
        ThirdSpan::clock,        ThirdSpan::clock_padded, ThirdSpan::clock_seconds,
        ThirdSpan::letters,      ThirdSpan::joined,       ThirdSpan::in_words,
        ThirdSpan::clock_unit,   ThirdSpan::decimal_unit, ThirdSpan::decimal_letter,
        ThirdSpan::minutes_unit, ThirdSpan::iso,          ThirdSpan::iso_minutes};
    return any_of(random, forms);
}

std::int64_t exact_step(ThirdSpan form) {

    if (is_one_of(form, {ThirdSpan::decimal, ThirdSpan::decimal_long, ThirdSpan::decimal_unit,
                         ThirdSpan::decimal_letter})) {
        return 3;
    }
    return 1;
}

std::string third_decimal(Hand const& hand, std::int64_t hundredths) {
    std::int64_t const size = hundredths < 0 ? -hundredths : hundredths;
    return (hundredths < 0 ? "-" : "") + std::to_string(size / 100) + hand.decimal_mark +
           two_digits(size % 100);
}

std::string_view third_word(Hand& hand, ThirdWord word) {
    return any_of(hand.random, third_words_of(word, hand.language));
}

} // namespace kontingent::tests
