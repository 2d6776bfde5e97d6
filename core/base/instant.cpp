#include "core/base/instant.hpp"

#include "core/base/ascii.hpp"

#include <chrono>
#include <cstddef>

namespace kontingent {
namespace {

using std::chrono::sys_days;
using std::chrono::year_month_day;

constexpr std::int64_t day_milliseconds = 86'400'000;

// So many digits at `from`; none where there are others.
std::optional<std::int64_t> digits_at(std::string_view text, std::size_t from, std::size_t count) {
    std::int64_t number = 0;
    for (char const digit : text.substr(from, count)) {
        if (!ascii::is_digit(digit)) {
            return std::nullopt;
        }
        number = number * 10 + (digit - '0');
    }
    return number;
}

std::string padded(std::int64_t number, std::size_t width) {
    std::string text = std::to_string(number);
    return std::string(width > text.size() ? width - text.size() : 0, '0') + text;
}

// "21:59:59" as seconds of the day.
std::optional<std::int64_t> seconds_of(std::string_view text) {
    if (text.size() != 8 || text[2] != ':' || text[5] != ':') {
        return std::nullopt;
    }
    auto const hour = digits_at(text, 0, 2);
    auto const minute = digits_at(text, 3, 2);
    auto const second = digits_at(text, 6, 2);
    if (!hour || !minute || !second || *hour > 23 || *minute > 59 || *second > 59) {
        return std::nullopt;
    }
    return (*hour * 60 + *minute) * 60 + *second;
}

} // namespace

std::optional<Day> parse_day(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') {
        return std::nullopt;
    }
    auto const year = digits_at(text, 0, 4);
    auto const month = digits_at(text, 5, 2);
    auto const day = digits_at(text, 8, 2);
    if (!year || !month || !day || *year == 0) {
        return std::nullopt;
    }
    year_month_day const date(std::chrono::year(static_cast<int>(*year)),
                              std::chrono::month(static_cast<unsigned>(*month)),
                              std::chrono::day(static_cast<unsigned>(*day)));
    if (!date.ok()) {
        return std::nullopt;
    }
    return Day{static_cast<std::int32_t>(sys_days(date).time_since_epoch().count())};
}

std::string to_text(Day day) {
    year_month_day const date{sys_days(std::chrono::days(day.number))};
    return padded(static_cast<int>(date.year()), 4) + "-" +
           padded(static_cast<unsigned>(date.month()), 2) + "-" +
           padded(static_cast<unsigned>(date.day()), 2);
}

std::optional<Instant> parse_instant(std::string_view text) {
    constexpr std::size_t plain_length = 20;
    constexpr std::size_t exact_length = 24;
    bool const is_exact = text.size() == exact_length && text[19] == '.';
    if ((text.size() != plain_length && !is_exact) || text[10] != 'T' || text.back() != 'Z') {
        return std::nullopt;
    }
    auto const day = parse_day(text.substr(0, 10));
    auto const seconds = seconds_of(text.substr(11, 8));
    auto const decimals = is_exact ? digits_at(text, 20, 3) : 0;
    if (!day || !seconds || !decimals) {
        return std::nullopt;
    }
    return Instant{day->number * day_milliseconds + *seconds * 1'000 + *decimals};
}

std::string to_text(Instant instant) {
    std::int64_t day = instant.milliseconds / day_milliseconds;
    std::int64_t rest = instant.milliseconds % day_milliseconds;
    if (rest < 0) {
        rest += day_milliseconds;
        --day;
    }
    std::int64_t const seconds = rest / 1'000;
    return to_text(Day{static_cast<std::int32_t>(day)}) + "T" + padded(seconds / 3'600, 2) + ":" +
           padded(seconds / 60 % 60, 2) + ":" + padded(seconds % 60, 2) + "." +
           padded(rest % 1'000, 3) + "Z";
}

} // namespace kontingent
