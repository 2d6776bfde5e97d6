#include "core/history/durations.hpp"

#include "core/history/csv.hpp"

#include <algorithm>
#include <array>

namespace kontingent::history {

namespace {

constexpr std::int64_t million = 1'000'000;
// Higher numbers are as long as this in any unit: longer than a day.
constexpr std::int64_t whole_max = 1'000'000'000;
constexpr std::array marks{'.', ','};

struct UnitWord {
    std::string_view word;
    DurationUnit unit;
};

constexpr std::array unit_words{
    UnitWord{"h", DurationUnit::hours},         UnitWord{"hr", DurationUnit::hours},
    UnitWord{"hrs", DurationUnit::hours},       UnitWord{"hour", DurationUnit::hours},
    UnitWord{"hours", DurationUnit::hours},     UnitWord{"std", DurationUnit::hours},
    UnitWord{"stunde", DurationUnit::hours},    UnitWord{"stunden", DurationUnit::hours},
    UnitWord{"m", DurationUnit::minutes},       UnitWord{"min", DurationUnit::minutes},
    UnitWord{"mins", DurationUnit::minutes},    UnitWord{"minute", DurationUnit::minutes},
    UnitWord{"minutes", DurationUnit::minutes}, UnitWord{"minuten", DurationUnit::minutes},
    UnitWord{"s", DurationUnit::seconds},       UnitWord{"sec", DurationUnit::seconds},
    UnitWord{"secs", DurationUnit::seconds},    UnitWord{"second", DurationUnit::seconds},
    UnitWord{"seconds", DurationUnit::seconds}, UnitWord{"sek", DurationUnit::seconds},
    UnitWord{"sekunde", DurationUnit::seconds}, UnitWord{"sekunden", DurationUnit::seconds},
};

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

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
    while (size < text.size() &&
           (text[size] == '.' || (lower(text[size]) >= 'a' && lower(text[size]) <= 'z'))) {
        ++size;
    }
    std::string_view const word = text.substr(0, size);
    text.remove_prefix(size);
    return word;
}

struct Number {
    std::int64_t millionths = 0;
    bool has_decimals = false;
};

// The digits of a whole number, thousands parted or not.
struct Whole {
    std::int64_t value = 0;
    std::size_t digits = 0; // of the last group
    char parting = '\0';
};

bool take_whole_digit(Whole& whole, char c) {
    if (is_digit(c)) {
        whole.value = std::min(whole_max, whole.value * 10 + (c - '0'));
        ++whole.digits;
        return whole.parting == '\0' || whole.digits <= 3;
    }
    bool const is_group_full = whole.parting == '\0'
                                   ? whole.digits >= 1 && whole.digits <= 3 && whole.value > 0
                                   : whole.digits == 3 && whole.parting == c;
    whole.parting = c;
    whole.digits = 0;
    return is_group_full;
}

// "1,234,567.5" up to the first character that no number has.
std::optional<Number> take_number(std::string_view& text, char mark) {
    char const other_mark = mark == '.' ? ',' : '.';
    Whole whole;
    bool const is_zero_first = text.starts_with('0');
    while (!text.empty() && (is_digit(text[0]) || text[0] == other_mark || text[0] == '\'')) {
        if (!take_whole_digit(whole, text[0]) || (is_zero_first && whole.parting != '\0')) {
            return std::nullopt;
        }
        text.remove_prefix(1);
    }
    bool const has_decimals = text.starts_with(mark);
    if ((whole.parting != '\0' && whole.digits != 3) || (!has_decimals && whole.digits == 0)) {
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
        std::int64_t const digit = text[0] - '0';
        // The seventh digit rounds: its place is 0 by then.
        number.millionths += place == 1 ? (digit >= 5 ? 1 : 0) : digit * (place / 10);
        place = place > 1 ? place / 10 : 0;
    }
    // Thousands are not parted behind the decimal mark.
    return text.starts_with(mark) || text.starts_with(other_mark) ? std::nullopt
                                                                  : std::optional{number};
}

constexpr std::int64_t seconds_in(DurationUnit unit) {
    return unit == DurationUnit::hours ? 3600 : unit == DurationUnit::minutes ? 60 : 1;
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

// 1h 30m, 1.5 Std., 90, 1h30
std::expected<std::int64_t, RowError> parts_of(std::string_view text, NumberStyle style) {
    constexpr std::unexpected bad{RowError::bad_duration};
    std::int64_t total = 0;
    int last = -1; // the unit before
    do {
        auto const number = take_number(text, style.decimal_mark);
        skip_blanks(text);
        std::string_view const word = take_word(text);
        auto unit = unit_of(word);
        if (word.empty() && text.empty()) {
            unit = last < 0 ? style.unit : static_cast<DurationUnit>(last + 1);
        }
        if (!number || !unit || static_cast<int>(*unit) <= last || last == 2) {
            return bad;
        }
        total += number->millionths * seconds_in(*unit);
        last = static_cast<int>(*unit);
        skip_blanks(text);
    } while (!text.empty());
    return total;
}

} // namespace

std::optional<DurationUnit> unit_of(std::string_view word) {
    if (word.ends_with('.')) {
        word.remove_suffix(1);
    }
    for (UnitWord const& known : unit_words) {
        if (std::ranges::equal(word, known.word, {}, lower)) {
            return known.unit;
        }
    }
    return std::nullopt;
}

std::expected<std::int64_t, RowError> duration_of(std::string_view text, NumberStyle style) {
    if (text.empty()) {
        return std::unexpected{RowError::no_duration};
    }
    bool const is_negative = take_minus(text);
    if (text.starts_with("PT")) {
        text.remove_prefix(2);
    }
    auto const duration =
        text.find(':') != std::string_view::npos ? clock_of(text) : parts_of(text, style);
    if (duration && *duration > 0 && is_negative) {
        return std::unexpected{RowError::negative_duration};
    }
    if (duration && *duration > microseconds_a_day) {
        return std::unexpected{RowError::too_long};
    }
    return duration;
}

void NumberStyleFinder::add(std::string_view text) {
    if (text.find(':') != std::string_view::npos) {
        return;
    }
    take_minus(text);
    std::array<std::optional<Number>, marks.size()> numbers;
    bool is_alone = false;
    for (std::size_t index = 0; index < marks.size(); ++index) {
        std::string_view rest = text;
        numbers[index] = take_number(rest, marks[index]);
        is_alone = is_alone || (numbers[index] && rest.empty());
    }
    for (std::size_t index = 0; index < marks.size(); ++index) {
        Reading& reading = readings_[index];
        if (auto const& number = numbers[index]) {
            reading.evident += numbers[1 - index] ? 0 : 1;
            reading.with_decimals += number->has_decimals ? 1 : 0;
            if (is_alone) {
                reading.highest_alone = std::max(reading.highest_alone, number->millionths);
                reading.has_decimals_alone = reading.has_decimals_alone || number->has_decimals;
            }
        }
    }
    alone_ += is_alone ? 1 : 0;
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

std::optional<DurationUnit> NumberStyleFinder::unit(char decimal_mark) const {
    if (alone_ == 0) {
        return std::nullopt;
    }
    Reading const& reading = readings_[decimal_mark == ',' ? 1 : 0];
    if (reading.has_decimals_alone || reading.highest_alone <= 24 * million) {
        return DurationUnit::hours;
    }
    return reading.highest_alone <= 1440 * million ? DurationUnit::minutes : DurationUnit::seconds;
}

} // namespace kontingent::history
