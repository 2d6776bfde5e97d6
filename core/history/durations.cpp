#include "core/history/durations.hpp"

#include "core/base/ascii.hpp"
#include "core/history/dates.hpp"
#include "core/history/text.hpp"
#include "core/history/words.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace kontingent::history {

namespace {

constexpr std::int64_t million = 1'000'000;
// Higher numbers are as long as this in any unit: longer than a day.
constexpr std::int64_t whole_max = 10'000'000;
constexpr std::array marks{'.', ','};

using ascii::is_digit;

void skip_blanks(std::string_view& text) {
    text = trimmed(text);
}

// Whether there was a sign; a plus is left aside.
bool take_minus(std::string_view& text) {
    constexpr std::string_view long_minus = "\u2212";
    std::size_t const size = text.starts_with('-')          ? 1
                             : text.starts_with(long_minus) ? long_minus.size()
                                                            : 0;
    text.remove_prefix(text.starts_with('+') ? 1 : size);
    skip_blanks(text);
    return size > 0;
}

std::string_view take_word(std::string_view& text) {
    std::size_t size = 0;
    while (size < text.size() && !is_digit(text[size]) && text[size] != ' ' && text[size] != ',' &&
           text[size] != ':') {
        ++size;
    }
    std::string_view const word = text.substr(0, size);
    text.remove_prefix(size);
    return word;
}

struct Number {
    std::int64_t millionths = 0;
    bool has_decimals = false;
    std::size_t places = 0; // digits behind the mark
};

// The digits of a whole number, with or without thousands separators.
struct Whole {
    std::int64_t value = 0;
    std::size_t digits = 0; // of the last group
    char separator = '\0';
};

bool take_whole_digit(Whole& whole, char c) {
    if (is_digit(c)) {
        whole.value = std::min(whole_max, whole.value * 10 + (c - '0'));
        ++whole.digits;
        return whole.separator == '\0' || whole.digits <= 3;
    }
    bool const is_group_full = whole.separator == '\0'
                                   ? whole.digits >= 1 && whole.digits <= 3 && whole.value > 0
                                   : whole.digits == 3 && whole.separator == c;
    whole.separator = c;
    whole.digits = 0;
    return is_group_full;
}

// "1,234,567.5" up to the first character that no number has.
std::optional<Number> take_number(std::string_view& text, char mark) {
    char const other_mark = mark == '.' ? ',' : '.';
    Whole whole;
    bool const is_zero_first = text.starts_with('0');
    while (!text.empty() && (is_digit(text[0]) || text[0] == other_mark || text[0] == '\'')) {
        if (!take_whole_digit(whole, text[0]) || (is_zero_first && whole.separator != '\0')) {
            return std::nullopt;
        }
        text.remove_prefix(1);
    }
    bool const has_decimals = text.starts_with(mark);
    if ((whole.separator != '\0' && whole.digits != 3) || (!has_decimals && whole.digits == 0)) {
        return std::nullopt;
    }
    Number number{.millionths = whole.value * million, .has_decimals = has_decimals};
    if (!has_decimals) {
        return number;
    }
    text.remove_prefix(1);
    if (text.empty() || !is_digit(text[0])) {
        return std::nullopt;
    }
    std::int64_t place = million;
    for (; !text.empty() && is_digit(text[0]); text.remove_prefix(1)) {
        ++number.places;
        std::int64_t const digit = text[0] - '0';
        // The seventh digit rounds: its place is 0 by then.
        number.millionths += place == 1 ? (digit >= 5 ? 1 : 0) : digit * (place / 10);
        place = place > 1 ? place / 10 : 0;
    }
    // There are no thousands separators behind the decimal mark.
    return text.starts_with(mark) || text.starts_with(other_mark) ? std::nullopt
                                                                  : std::optional{number};
}

std::int64_t seconds_in(DurationUnit unit, NumberStyle style) {
    switch (unit) {
    case DurationUnit::hours:
        return 3600;
    case DurationUnit::minutes:
        return 60;
    case DurationUnit::seconds:
        return 1;
    case DurationUnit::days:
        return 86'400;
    case DurationUnit::working_days:
        return std::int64_t{style.minutes_a_day} * 60;
    case DurationUnit::hours_and_minutes:
        break;
    }
    return 60; // turn_into_minutes()
}

constexpr std::int64_t working_days_a_week = 5;
constexpr int rank_of_weeks = 0;

// Days behind weeks, then hours, minutes, seconds.
int rank_of(DurationUnit unit) {
    return unit == DurationUnit::days || unit == DurationUnit::working_days
               ? 1
               : 2 + static_cast<int>(unit);
}

// What a number alone counts behind a part of this rank: "1h30".
DurationUnit unit_behind(int rank) {
    return rank == rank_of_weeks ? DurationUnit::working_days
           : rank == 1           ? DurationUnit::hours
                                 : static_cast<DurationUnit>(rank - 1);
}

bool is_week(std::string_view word) {
    WordMeanings const* const meanings = meanings_of(folded(word));
    return meanings != nullptr && std::ranges::any_of(*meanings, [](auto const& meaning) {
               return (meaning.value_or(means_nothing) & means_weeks) != 0;
           });
}

// 1:30, 1:30:00, 18:25 min
std::expected<std::int64_t, RowError> clock_of(std::string_view text) {
    constexpr std::unexpected bad{RowError::bad_duration};
    std::int64_t total = 0;
    std::size_t fields = 0;
    for (;; text.remove_prefix(1)) {
        std::int64_t value = 0;
        std::size_t digits = 0;
        for (; !text.empty() && is_digit(text[0]); text.remove_prefix(1)) {
            value = std::min(whole_max, value * 10 + (text[0] - '0'));
            ++digits;
        }
        if (digits == 0 || (fields > 0 && (digits != 2 || value > 59)) || fields == 3) {
            return bad;
        }
        total = total * 60 + value;
        ++fields;
        if (!text.starts_with(':')) {
            break;
        }
    }
    skip_blanks(text);
    std::string_view const word = take_word(text);
    auto const unit = unit_of(word);
    if (!text.empty() || fields < 2 ||
        (!word.empty() && (!unit || *unit == DurationUnit::seconds))) {
        return bad;
    }
    bool const is_in_minutes = unit == DurationUnit::minutes;
    if (fields == 3 && is_in_minutes) {
        return bad;
    }
    return total * (fields == 3 || is_in_minutes ? 1 : 60) * million;
}

// 7.30 in minutes, as 7:30; false where the decimals are no minutes.
bool turn_into_minutes(Number& number) {
    std::int64_t const hours = number.millionths / million;
    std::int64_t const minutes = number.millionths % million / 10'000;
    number.millionths = (hours * 60 + minutes) * million;
    return minutes < 60 && number.places <= 2;
}

// 1h 30m, 1.5 Std., 90, 1h30, 1d 2h
std::expected<std::int64_t, RowError> parts_of(std::string_view text, NumberStyle style) {
    constexpr std::unexpected bad{RowError::bad_duration};
    std::int64_t total = 0;
    int last = -1; // the rank of the unit before
    do {
        auto number = take_number(text, style.decimal_mark);
        skip_blanks(text);
        std::string_view const word = take_word(text);
        auto unit = unit_of(word);
        bool const counts_weeks = !unit && !word.empty() && is_week(word);
        unit = counts_weeks ? DurationUnit::working_days : unit;
        if (word.empty() && text.empty() && last < rank_of(DurationUnit::seconds)) {
            unit = last < 0 ? style.unit : unit_behind(last);
        }
        if (number && unit == DurationUnit::hours_and_minutes) {
            unit = DurationUnit::minutes;
            if (!turn_into_minutes(*number)) {
                return bad;
            }
        }
        int const rank = counts_weeks ? rank_of_weeks : unit ? rank_of(*unit) : last;
        if (!number || rank <= last) {
            return bad;
        }
        total += number->millionths * seconds_in(*unit, style) *
                 (counts_weeks ? working_days_a_week : 1);
        last = rank;
        skip_blanks(text);
    } while (!text.empty());
    return total;
}

// P1DT1H30M without its letters that are no units.
std::string without_iso_letters(std::string_view text) {
    std::string plain;
    for (char const c : text.substr(1)) {
        if (c != 'T') {
            plain += c;
        }
    }
    return plain;
}

bool is_iso(std::string_view text) {
    return text.size() > 2 && text[0] == 'P' && (text[1] == 'T' || is_digit(text[1]));
}

} // namespace

std::optional<DurationUnit> unit_of(std::string_view word) {
    while (word.ends_with('.')) {
        word.remove_suffix(1);
    }
    if (word.empty() || word.size() > 20) {
        return std::nullopt;
    }
    std::string const plain = folded(word);
    if (is_day_unit(plain)) {
        return DurationUnit::working_days;
    }
    WordMeanings const* const meanings = meanings_of(plain);
    for (std::size_t language = 0; meanings && language < meanings->size(); ++language) {
        std::uint32_t const meaning = (*meanings)[language].value_or(means_nothing);
        if ((meaning & (means_hours | means_minutes | means_seconds | means_days)) != 0) {
            return (meaning & means_hours) != 0     ? DurationUnit::hours
                   : (meaning & means_minutes) != 0 ? DurationUnit::minutes
                   : (meaning & means_seconds) != 0 ? DurationUnit::seconds
                                                    : DurationUnit::working_days;
        }
    }
    return std::nullopt;
}

std::expected<std::int64_t, RowError> sum_of(std::string_view text, NumberStyle style) {
    std::string plain;
    if (has_marks(text)) {
        plain = without_marks(text);
        text = plain;
    }
    if (text.empty()) {
        return std::unexpected{RowError::no_duration};
    }
    if (text.size() > 60 || !has_digit(text)) {
        return std::unexpected{RowError::bad_duration};
    }
    if (is_iso(text)) {
        return parts_of(without_iso_letters(text), style);
    }
    if (auto const range = range_of(text)) {
        return range->end - range->begin;
    }
    bool const is_negative = take_minus(text);
    auto const duration =
        text.find(':') != std::string_view::npos ? clock_of(text) : parts_of(text, style);
    if (duration && *duration > 0 && is_negative) {
        return std::unexpected{RowError::negative_duration};
    }
    return duration;
}

std::expected<std::int64_t, RowError> duration_of(std::string_view text, NumberStyle style) {
    auto const duration = sum_of(text, style);
    if (duration && *duration > microseconds_a_day) {
        return std::unexpected{RowError::too_long};
    }
    return duration;
}

bool says_its_unit(std::string_view text) {
    for (char const mark : marks) {
        auto const as_hours = sum_of(text, {mark, DurationUnit::hours});
        if (as_hours) {
            return text.find(':') != std::string_view::npos ||
                   (*as_hours > 0 && as_hours == sum_of(text, {mark, DurationUnit::minutes}));
        }
    }
    return false;
}

bool names_days(std::string_view text) {
    NumberStyle longer;
    longer.minutes_a_day *= 2;
    auto const duration = sum_of(text, {});
    return duration && duration != sum_of(text, longer);
}

void NumberStyleFinder::Reading::add_places(std::size_t places, std::int64_t hundredths) {
    if (places == 0) {
        return;
    }
    bool const is_clock_like = places == 2 && hundredths < 60;
    clock_like += is_clock_like ? 1 : 0;
    beyond_clock += is_clock_like ? 0 : 1;
    quarters += is_clock_like && hundredths % 25 == 0 ? 1 : 0;
}

void NumberStyleFinder::add(std::string_view text) {
    if (text.find(':') != std::string_view::npos) {
        return;
    }
    take_minus(text);
    std::array<std::optional<Number>, marks.size()> numbers;
    std::array<bool, marks.size()> are_alone{};
    for (std::size_t index = 0; index < marks.size(); ++index) {
        std::string_view rest = text;
        numbers[index] = take_number(rest, marks[index]);
        are_alone[index] = numbers[index] && rest.empty();
    }
    for (std::size_t index = 0; index < marks.size(); ++index) {
        Reading& reading = readings_[index];
        auto const& number = numbers[index];
        if (!number) {
            continue;
        }
        reading.evident += numbers[1 - index] ? 0 : 1;
        reading.with_decimals += number->has_decimals ? 1 : 0;
        if (are_alone[index]) {
            Alone& alone = reading.alone;
            reading.add_places(number->places, number->millionths % million / 10'000);
            ++alone.count;
            alone.highest = std::max(alone.highest, number->millionths);
            alone.has_decimals = alone.has_decimals || number->has_decimals;
            alone.are_fives = alone.are_fives && number->millionths % (5 * million) == 0;
            // Two decimal places make a minute of 0.02 hours: off by at most 0.3 minutes.
            std::int64_t const beyond = number->millionths * 60 % million;
            std::int64_t const off = std::min(beyond, million - beyond);
            bool const is_two_places = number->millionths % 10'000 == 0;
            alone.are_exact_hours =
                alone.are_exact_hours && (is_two_places || off <= million / 1000 * 61);
        }
    }
}

std::optional<char> NumberStyleFinder::decimal_mark() const {
    auto const& [point, comma] = readings_;
    if (point.evident != comma.evident) {
        return point.evident > comma.evident ? '.' : ',';
    }
    if (point.with_decimals == 0 && comma.with_decimals == 0) {
        return std::nullopt;
    }
    return comma.with_decimals > point.with_decimals ? ',' : '.';
}

bool NumberStyleFinder::is_mark_ambiguous() const {
    auto const& [point, comma] = readings_;
    return point.evident == comma.evident && point.with_decimals + comma.with_decimals > 0;
}

NumberStyleFinder::Alone NumberStyleFinder::alone(char decimal_mark) const {
    Reading const& reading = readings_[decimal_mark == ',' ? 1 : 0];
    Alone alone = reading.alone;
    alone.may_be_clock = reading.clock_like > reading.quarters && reading.beyond_clock == 0;
    return alone;
}

} // namespace kontingent::history
