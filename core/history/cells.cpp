#include "core/history/cells.hpp"

#include "core/history/csv.hpp"

#include <algorithm>

namespace kontingent::history {
namespace {

constexpr std::int64_t second_ms = 1'000;
constexpr std::int64_t minute_ms = 60 * second_ms;
constexpr std::int64_t hour_ms = 60 * minute_ms;
constexpr std::int64_t number_max = 100'000'000; // far beyond a day of seconds, far from overflow

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// Takes digits off the text; none where it does not begin with one. Larger numbers stop growing.
std::optional<std::int64_t> take_whole(std::string_view& text) {
    if (text.empty() || !is_digit(text.front())) {
        return std::nullopt;
    }
    std::int64_t value = 0;
    while (!text.empty() && is_digit(text.front())) {
        value = std::min(number_max, value * 10 + (text.front() - '0'));
        text.remove_prefix(1);
    }
    return value;
}

// A number with decimals, in thousandths.
struct Decimal {
    std::int64_t thousandths = 0;
    bool is_whole = true;
};

bool is_mark(char c) {
    return c == '.' || c == ',';
}

// Takes "1.234,5" off the text: the last mark is the decimal sign, other marks before it group.
std::optional<Decimal> take_decimal(std::string_view& text) {
    std::size_t end = 0;
    while (end < text.size() && (is_digit(text[end]) || is_mark(text[end]))) {
        ++end;
    }
    std::string_view const number = text.substr(0, end);
    text.remove_prefix(end);
    std::size_t const sign = number.find_last_of(".,");
    bool const has_two =
        number.find('.') != std::string_view::npos && number.find(',') != std::string_view::npos;
    std::size_t const first = number.find_first_of(".,");
    if (number.empty() || (first != sign && !has_two)) {
        return std::nullopt; // nothing, or one mark twice: a date or a version, no number
    }
    Decimal decimal;
    std::int64_t scale = second_ms;
    for (std::size_t at = 0; at < number.size(); ++at) {
        if (is_mark(number[at])) {
            continue;
        }
        std::int64_t const digit = number[at] - '0';
        if (at < sign) {
            decimal.thousandths =
                std::min(number_max * second_ms, decimal.thousandths * 10 + digit * second_ms);
        } else {
            scale /= 10;
            decimal.thousandths += digit * scale;
        }
    }
    decimal.is_whole = sign == std::string_view::npos;
    return number.find_first_of("0123456789") == std::string_view::npos ? std::nullopt
                                                                        : std::optional{decimal};
}

// "30" and "00" of 1:30:00; none where they are no minutes or seconds.
std::optional<std::int64_t> take_sixtieths(std::string_view& text) {
    if (!text.starts_with(':')) {
        return 0;
    }
    text.remove_prefix(1);
    std::string_view const before = text;
    auto const value = take_whole(text);
    bool const is_sound = value && before.size() - text.size() == 2 && *value < 60;
    return is_sound ? value : std::nullopt;
}

std::optional<std::int64_t> read_clock(std::string_view text) {
    auto const hours = take_whole(text);
    auto const minutes = hours ? take_sixtieths(text) : std::nullopt;
    auto const seconds = minutes ? take_sixtieths(text) : std::nullopt;
    if (!seconds || !text.empty()) {
        return std::nullopt;
    }
    return *hours * hour_ms + *minutes * minute_ms + *seconds * second_ms;
}

// The unit a word names, in milliseconds; 0 where it names none.
std::int64_t unit_of(std::string_view word) {
    struct Unit {
        std::string_view word;
        std::int64_t milliseconds;
    };

    constexpr std::array<Unit, 19> units{
        Unit{"h", hour_ms},      Unit{"hr", hour_ms},        Unit{"hrs", hour_ms},
        Unit{"hour", hour_ms},   Unit{"hours", hour_ms},     Unit{"std", hour_ms},
        Unit{"std.", hour_ms},   Unit{"stunde", hour_ms},    Unit{"stunden", hour_ms},
        Unit{"m", minute_ms},    Unit{"min", minute_ms},     Unit{"min.", minute_ms},
        Unit{"mins", minute_ms}, Unit{"minutes", minute_ms}, Unit{"minuten", minute_ms},
        Unit{"s", second_ms},    Unit{"sec", second_ms},     Unit{"sek", second_ms},
        Unit{"sek.", second_ms}};
    for (Unit const& unit : units) {
        if (unit.word.size() == word.size() &&
            std::ranges::equal(unit.word, word, [](char one, char other) {
                return one == (other >= 'A' && other <= 'Z' ? other - 'A' + 'a' : other);
            })) {
            return unit.milliseconds;
        }
    }
    return 0;
}

// "1h 30m", "90 min", "1,5 Std."
std::optional<std::int64_t> read_with_units(std::string_view text) {
    std::int64_t total = 0;
    while (!text.empty()) {
        auto const number = take_decimal(text);
        text = trimmed(text);
        std::size_t const end = std::min(text.find_first_of(" 0123456789"), text.size());
        std::int64_t const unit = unit_of(text.substr(0, end));
        if (!number || unit == 0) {
            return std::nullopt;
        }
        total += number->thousandths * (unit / second_ms);
        text = trimmed(text.substr(end));
    }
    return total;
}

} // namespace

std::optional<DateParts> read_date(std::string_view cell) {
    DateParts parts;
    for (std::size_t index = 0; index < parts.numbers.size(); ++index) {
        std::size_t const before = cell.size();
        auto const number = take_whole(cell);
        std::size_t const digits = before - cell.size();
        if (!number || digits > 4 || digits == 3) {
            return std::nullopt;
        }
        parts.numbers[index] = static_cast<std::int32_t>(*number);
        parts.begins_with_year = parts.begins_with_year || (index == 0 && digits == 4);
        if (index == 2) {
            break;
        }
        bool const is_separated =
            !cell.empty() && (cell.front() == '-' || cell.front() == '/' || cell.front() == '.') &&
            (index == 0 || cell.front() == parts.separator);
        if (!is_separated) {
            return std::nullopt;
        }
        parts.separator = cell.front();
        cell = trimmed(cell.substr(1));
    }
    bool const is_followed_well =
        cell.empty() || cell.front() == ' ' || cell.front() == 'T' || cell.front() == ',';
    return is_followed_well ? std::optional{parts} : std::nullopt;
}

std::optional<std::int32_t> month_of(DateParts const& parts, DateOrder order) {
    auto const& numbers = parts.numbers;
    bool const is_year_first = order == DateOrder::year_month_day;
    std::int32_t year = is_year_first ? numbers[0] : numbers[2];
    std::int32_t const month = order == DateOrder::month_day_year ? numbers[0] : numbers[1];
    std::int32_t const day = is_year_first                        ? numbers[2]
                             : order == DateOrder::month_day_year ? numbers[1]
                                                                  : numbers[0];
    year += year < 100 ? 2000 : 0;
    constexpr std::array<std::int32_t, 12> lengths{31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (year < 1970 || year > 2199 || month < 1 || month > 12 || day < 1 ||
        day > lengths[static_cast<std::size_t>(month) - 1]) {
        return std::nullopt;
    }
    bool const is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    if (month == 2 && day == 29 && !is_leap) {
        return std::nullopt;
    }
    return 12 * year + month - 1;
}

std::optional<Duration> read_duration(std::string_view cell) {
    constexpr std::string_view minus_sign = "\u2212";
    std::int64_t sign = 1;
    if (cell.starts_with('-') || cell.starts_with(minus_sign)) {
        sign = -1;
        cell.remove_prefix(cell.front() == '-' ? 1 : minus_sign.size());
    }
    if (cell.find(':') != std::string_view::npos) {
        auto const clock = read_clock(cell);
        return clock ? std::optional{Duration{.kind = DurationKind::spelled,
                                              .is_whole = false,
                                              .milliseconds = sign * *clock,
                                              .thousandths = 0}}
                     : std::nullopt;
    }
    std::string_view rest = cell;
    auto const number = take_decimal(rest);
    if (number && rest.empty()) {
        return Duration{.kind = DurationKind::number,
                        .is_whole = number->is_whole,
                        .milliseconds = 0,
                        .thousandths = sign * number->thousandths};
    }
    auto const with_units = cell.empty() ? std::nullopt : read_with_units(cell);
    return with_units ? std::optional{Duration{.kind = DurationKind::spelled,
                                               .is_whole = false,
                                               .milliseconds = sign * *with_units,
                                               .thousandths = 0}}
                      : std::nullopt;
}

std::int64_t milliseconds_of(Duration const& duration, DurationUnit unit) {
    if (duration.kind == DurationKind::spelled) {
        return duration.milliseconds;
    }
    constexpr std::array<std::int64_t, 3> seconds{3600, 60, 1};
    return duration.thousandths * seconds[static_cast<std::size_t>(unit)];
}

} // namespace kontingent::history
