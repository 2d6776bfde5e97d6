#include "core/history/dates.hpp"

#include <array>

namespace kontingent::history {

namespace {

struct Number {
    std::int32_t value = 0;
    std::size_t digits = 0;
};

struct Numbers {
    std::array<Number, 3> numbers{};
    char separator = '\0';
};

// Leaves `text` behind the digits; more than four are none.
Number take_number(std::string_view& text) {
    Number number;
    while (number.digits < text.size() && text[number.digits] >= '0' &&
           text[number.digits] <= '9') {
        if (number.digits == 4) {
            return {};
        }
        number.value = number.value * 10 + (text[number.digits] - '0');
        ++number.digits;
    }
    text.remove_prefix(number.digits);
    return number;
}

std::optional<Numbers> numbers_of(std::string_view text) {
    Numbers found;
    for (std::size_t index = 0; index < 3; ++index) {
        if (index > 0) {
            if (text.empty() || (index == 2 && text.front() != found.separator)) {
                return std::nullopt;
            }
            found.separator = text.front();
            text.remove_prefix(1);
            // "31. 1. 2026"
            if (found.separator == '.' && text.starts_with(' ')) {
                text.remove_prefix(1);
            }
        }
        found.numbers[index] = take_number(text);
        if (found.numbers[index].digits == 0) {
            return std::nullopt;
        }
    }
    bool const is_parted =
        found.separator == '.' || found.separator == '/' || found.separator == '-';
    bool const is_end = text.empty() || text.front() == ' ' || text.front() == 'T' ||
                        text.front() == ',' || text.front() == '\t';
    return is_parted && is_end ? std::optional{found} : std::nullopt;
}

std::int32_t days_in(std::int32_t year, std::int32_t month) {
    constexpr std::array days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool const is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return days[static_cast<std::size_t>(month) - 1] + (month == 2 && is_leap ? 1 : 0);
}

std::optional<std::int32_t> month_in(Numbers const& found, DateOrder order) {
    auto const& [first, second, third] = found.numbers;
    bool const is_year_first = first.digits == 4 || order == DateOrder::year_month_day;
    bool const is_month_first = order == DateOrder::month_day_year;
    Number const year = is_year_first ? first : third;
    Number const month = is_year_first || !is_month_first ? second : first;
    Number const day = is_year_first ? third : is_month_first ? second : first;
    if ((year.digits != 2 && year.digits != 4) || month.digits > 2 || day.digits > 2 ||
        month.value < 1 || month.value > 12) {
        return std::nullopt;
    }
    std::int32_t const century = year.digits == 4 ? 0 : year.value >= 70 ? 1900 : 2000;
    std::int32_t const whole_year = century + year.value;
    if (whole_year < year_min || whole_year > year_max || day.value < 1 ||
        day.value > days_in(whole_year, month.value)) {
        return std::nullopt;
    }
    return whole_year * 12 + month.value - 1;
}

constexpr std::array orders{DateOrder::year_month_day, DateOrder::day_month_year,
                            DateOrder::month_day_year};

} // namespace

std::optional<std::int32_t> month_of(std::string_view text, DateOrder order) {
    auto const numbers = numbers_of(text);
    return numbers ? month_in(*numbers, order) : std::nullopt;
}

void DateOrderFinder::add(std::string_view text) {
    auto const numbers = numbers_of(text);
    if (!numbers) {
        return;
    }
    std::array<std::optional<std::int32_t>, orders.size()> months;
    for (std::size_t index = 0; index < orders.size(); ++index) {
        months[index] = month_in(*numbers, orders[index]);
        readable_[index] += months[index] ? 1 : 0;
    }
    year_first_ += months[0] && numbers->numbers[0].digits == 4 ? 1 : 0;
    undecided_ += months[1] && months[2] && months[1] != months[2] && numbers->separator != '.';
}

std::optional<DateOrder> DateOrderFinder::order(DateOrder preferred) const {
    auto const [year, day, month] = readable_;
    if (year == 0 && day == 0 && month == 0) {
        return std::nullopt;
    }
    if (year > day && year > month) {
        return DateOrder::year_month_day;
    }
    if (day == year_first_ && month == year_first_) {
        return DateOrder::year_month_day;
    }
    if (is_ambiguous()) {
        return preferred;
    }
    return month > day ? DateOrder::month_day_year : DateOrder::day_month_year;
}

bool DateOrderFinder::is_ambiguous() const {
    return undecided_ > 0 && readable_[1] == readable_[2];
}

} // namespace kontingent::history
