#include "core/history/dates.hpp"

#include "core/base/ascii.hpp"
#include "core/history/durations.hpp"
#include "core/history/text.hpp"
#include "core/history/words.hpp"

#include <algorithm>
#include <string>

namespace kontingent::history {

namespace {

using namespace std::chrono;

constexpr std::int64_t microseconds_a_second = 1'000'000;
// An export's dates are at most so many days apart.
constexpr std::int64_t years_near = 3 * 366;

using ascii::is_digit;

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           static_cast<unsigned char>(c) >= 0x80;
}

// Leaves `text` behind the digits; more than `digits_max` are none.
DateNumber take_number(std::string_view& text, std::size_t digits_max) {
    DateNumber number;
    while (number.digits < text.size() && is_digit(text[number.digits])) {
        if (number.digits == digits_max) {
            return {};
        }
        number.value = number.value * 10 + (text[number.digits] - '0');
        ++number.digits;
    }
    text.remove_prefix(number.digits);
    return number;
}

std::string_view take_word(std::string_view& text) {
    std::size_t size = 0;
    while (size < text.size() && is_letter(text[size])) {
        ++size;
    }
    std::string_view const word = text.substr(0, size);
    text.remove_prefix(size);
    return word;
}

void skip(std::string_view& text, std::string_view characters) {
    while (!text.empty() && characters.find(text.front()) != std::string_view::npos) {
        text.remove_prefix(1);
    }
}

std::optional<sys_days> day_at(std::int32_t year_number, std::int32_t month_number,
                               std::int32_t day_number) {
    year_month_day const date{year{year_number}, month{static_cast<unsigned>(month_number)},
                              std::chrono::day{static_cast<unsigned>(day_number)}};
    if (year_number < year_min || year_number > year_max || !date.ok()) {
        return std::nullopt;
    }
    return sys_days{date};
}

std::optional<std::int32_t> whole_year(DateNumber number) {
    if (number.digits != 2 && number.digits != 4) {
        return std::nullopt;
    }
    std::int32_t const century = number.digits == 4 ? 0 : number.value >= 70 ? 1900 : 2000;
    return century + number.value;
}

// The three numbers of 31.1.2026; `text` is left behind them.
std::optional<WrittenDate> take_numbers(std::string_view& text) {
    WrittenDate found;
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
        found.numbers[index] = take_number(text, 4);
        if (found.numbers[index].digits == 0) {
            return std::nullopt;
        }
    }
    bool const is_parted =
        found.separator == '.' || found.separator == '/' || found.separator == '-';
    return is_parted ? std::optional{found} : std::nullopt;
}

// 20260131
std::optional<WrittenDate> take_eight_digits(std::string_view& text) {
    DateNumber const number = take_number(text, 8);
    if (number.digits != 8) {
        return std::nullopt;
    }
    WrittenDate found;
    found.day = day_at(number.value / 10'000, number.value / 100 % 100, number.value % 100);
    return found.day ? std::optional{found} : std::nullopt;
}

// "1st", "1er", "1º": a short word joined to a day that is no month.
void skip_ordinal_ending(std::string_view& text) {
    constexpr std::size_t ending_max = 3; // bytes
    std::string_view rest = text;
    std::string_view const word = take_word(rest);
    if (word.size() <= ending_max && month_named(folded(word)) == 0) {
        text = rest;
    }
}

// 31 January 2026, Jan 31st, 1er janvier 2026, 31/Jan/26, 2026-Jan-31, 31 de enero de 2026
std::optional<WrittenDate> take_named(std::string_view& text) {
    std::array<DateNumber, 2> numbers{};
    std::size_t count = 0;
    unsigned month = 0;
    while (count < 2 || month == 0) {
        if (text.empty()) {
            return std::nullopt;
        }
        if (is_digit(text.front())) {
            if (count == 2) {
                return std::nullopt;
            }
            numbers[count++] = take_number(text, 4);
            if (numbers[count - 1].digits == 0) {
                return std::nullopt;
            }
            skip_ordinal_ending(text);
        } else if (is_letter(text.front())) {
            std::string const word = folded(take_word(text));
            if (!is_in_dates(word) && (month != 0 || (month = month_named(word)) == 0)) {
                return std::nullopt;
            }
        } else if (std::string_view{" .,/-'"}.find(text.front()) != std::string_view::npos) {
            text.remove_prefix(1);
        } else {
            return std::nullopt;
        }
    }
    bool const is_year_first = numbers[0].digits == 4;
    auto const year = whole_year(numbers[is_year_first ? 0 : 1]);
    WrittenDate found;
    found.day =
        year ? day_at(*year, static_cast<std::int32_t>(month), numbers[is_year_first ? 1 : 0].value)
             : std::nullopt;
    return found.day ? std::optional{found} : std::nullopt;
}

// Nothing, a time of day, a weekday, or a weekday and a time of day.
bool take_rest(WrittenDate& found, std::string_view text) {
    if (text.empty()) {
        return true;
    }
    if (std::string_view{" T,\t("}.find(text.front()) == std::string_view::npos) {
        return false;
    }
    bool const is_joined = text.front() == 'T';
    text.remove_prefix(is_joined ? 1 : 0);
    skip(text, " ,\t(");
    if (text.empty()) {
        return true;
    }
    if (is_letter(text.front())) {
        std::string_view const word = take_word(text);
        skip(text, " .,)");
        if (!is_weekday(folded(word))) {
            return false;
        }
        found.time_of_day = time_of_day(text);
        return text.empty() || found.time_of_day.has_value();
    }
    found.time_of_day = time_of_day(text);
    // Any other text behind a date leaves it a date.
    return found.time_of_day.has_value() || !is_joined;
}

using Take = std::optional<WrittenDate> (*)(std::string_view&);

std::optional<WrittenDate> read_plain_date(std::string_view text) {
    for (Take const take : {take_numbers, take_eight_digits, take_named}) {
        std::string_view rest = text;
        auto found = take(rest);
        if (found && take_rest(*found, rest)) {
            return found;
        }
    }
    return std::nullopt;
}

constexpr std::array orders{DateOrder::year_month_day, DateOrder::day_month_year,
                            DateOrder::month_day_year};

} // namespace

std::optional<WrittenDate> read_date(std::string_view text) {
    std::string plain;
    if (has_marks(text)) {
        plain = without_marks(text);
        text = plain;
    }
    if (text.size() > 60 || !has_digit(text)) {
        return std::nullopt;
    }
    auto found = read_plain_date(text);
    if (found || !is_letter(text.front())) {
        return found;
    }
    std::string_view const word = take_word(text);
    skip(text, " .,");
    return is_weekday(folded(word)) ? read_plain_date(text) : std::nullopt;
}

std::optional<sys_days> day_in(WrittenDate const& written, DateOrder order) {
    if (written.day) {
        return written.day;
    }
    auto const& [first, second, third] = written.numbers;
    bool const is_year_first = first.digits == 4 || order == DateOrder::year_month_day;
    bool const is_month_first = order == DateOrder::month_day_year;
    auto const year = whole_year(is_year_first ? first : third);
    DateNumber const month = is_year_first || !is_month_first ? second : first;
    DateNumber const day = is_year_first ? third : is_month_first ? second : first;
    if (!year || month.digits > 2 || day.digits > 2) {
        return std::nullopt;
    }
    return day_at(*year, month.value, day.value);
}

std::optional<sys_days> serial_day(std::string_view text) {
    constexpr sys_days day_zero{year{1899} / December / 30};
    DateNumber const number = take_number(text, 5);
    bool const is_cut = text.size() > 1 && (text.front() == '.' || text.front() == ',') &&
                        std::ranges::all_of(text.substr(1), is_digit);
    if (number.digits != 5 || (!text.empty() && !is_cut) || number.value < 25'569 ||
        number.value > 73'050) {
        return std::nullopt;
    }
    return day_zero + days{number.value};
}

std::int32_t month_of(sys_days day) {
    year_month_day const date{day};
    return int{date.year()} * 12 + static_cast<std::int32_t>(unsigned{date.month()}) - 1;
}

std::optional<std::int32_t> month_of(std::string_view text, DateOrder order) {
    auto const written = read_date(text);
    auto const day = written ? day_in(*written, order) : std::nullopt;
    return day ? std::optional{month_of(*day)} : std::nullopt;
}

std::optional<std::int64_t> time_of_day(std::string_view text) {
    std::array<std::int64_t, 3> fields{};
    std::size_t count = 0;
    for (;; text.remove_prefix(1)) {
        DateNumber const number = take_number(text, 2);
        if (number.digits == 0 || (count > 0 && (number.digits != 2 || number.value > 59))) {
            return std::nullopt;
        }
        fields[count++] = number.value;
        if (count == 3 || !text.starts_with(':')) {
            break;
        }
    }
    if (count < 2) {
        return std::nullopt;
    }
    if (text.starts_with('.') || text.starts_with(',')) { // parts of a second
        text.remove_prefix(1);
        skip(text, "0123456789");
    }
    skip(text, " ");
    std::string const ending = folded(text);
    DayHalf const half = day_half_in(ending);
    bool const is_half_day = half != DayHalf::none;
    bool const is_zone = ending.empty() || ending[0] == 'z' || ending[0] == '+' ||
                         ending[0] == '-' || is_behind_times(ending) || ending == "utc" ||
                         ending == "cet" || ending == "cest" || ending == "gmt";
    if ((!is_half_day && !is_zone) || fields[0] > (is_half_day ? 12 : 23)) {
        return std::nullopt;
    }
    std::int64_t const hour =
        is_half_day ? fields[0] % 12 + (half == DayHalf::after_noon ? 12 : 0) : fields[0];
    return ((hour * 60 + fields[1]) * 60 + fields[2]) * microseconds_a_second;
}

std::optional<std::int64_t> clock_time(std::string_view text) {
    if (auto const time = time_of_day(text)) {
        return time;
    }
    auto const letter =
        static_cast<std::size_t>(std::ranges::find_if_not(text, is_digit) - text.begin());
    if (letter == 0 || letter > 2 || unit_of(text.substr(letter, 1)) != DurationUnit::hours) {
        return std::nullopt;
    }
    std::string clock{text};
    clock[letter] = ':';
    return time_of_day(clock.size() == letter + 1 ? clock + "00" : clock);
}

std::optional<TimeRange> range_of(std::string_view text) {
    constexpr std::string_view dashes[] = {"-", "–", "—"};
    for (std::string_view const dash : dashes) {
        std::size_t const at = text.find(dash);
        if (at == std::string_view::npos || at < 4 || text.find(':') > at) {
            continue;
        }
        std::string_view const last = trimmed(text.substr(at + dash.size()));
        auto const begin = time_of_day(trimmed(text.substr(0, at)));
        auto const end = last == "24:00" ? std::optional{microseconds_a_day} : time_of_day(last);
        if (begin && end && *begin < *end) {
            return TimeRange{*begin, *end};
        }
    }
    return std::nullopt;
}

void DateOrderFinder::add(std::string_view text) {
    auto const written = read_date(text);
    if (!written) {
        return;
    }
    std::array<std::optional<sys_days>, orders.size()> days;
    for (std::size_t index = 0; index < orders.size(); ++index) {
        days[index] = day_in(*written, orders[index]);
        Reading& reading = readings_[index];
        if (days[index]) {
            bool const is_first = reading.readable++ == 0;
            reading.first = is_first ? *days[index] : std::min(reading.first, *days[index]);
            reading.last = is_first ? *days[index] : std::max(reading.last, *days[index]);
        }
    }
    ++dates_;
    bool const is_clear = written->day || written->numbers[0].digits == 4;
    clear_ += is_clear ? 1 : 0;
    bool const is_short = !is_clear && written->numbers[0].digits == 2 &&
                          written->numbers[1].digits == 2 && written->numbers[2].digits == 2;
    short_years_ += is_short ? 1 : 0;
    short_points_ += is_short && written->separator == '.' ? 1 : 0;
    short_dashes_ += is_short && written->separator == '-' ? 1 : 0;
    undecided_ +=
        days[1] && days[2] && month_of(*days[1]) != month_of(*days[2]) && written->separator != '.';
}

bool DateOrderFinder::is_year_first_evident() const {
    auto const& [year, day, month] = readings_;
    if (short_years_ == 0 || year.readable < std::max(day.readable, month.readable)) {
        return false;
    }
    bool is_nearest = year.days() <= years_near;
    for (Reading const& other : {day, month}) {
        bool const is_near = other.readable == year.readable && other.days() <= years_near;
        is_nearest = is_nearest &&
                     (!is_near || (short_dashes_ == short_years_ && year.days() <= other.days()));
    }
    return is_nearest;
}

std::optional<DateOrder> DateOrderFinder::order(DateOrder preferred) const {
    auto const& [year, day, month] = readings_;
    if (year.readable == 0 && day.readable == 0 && month.readable == 0) {
        return std::nullopt;
    }
    if ((day.readable == clear_ && month.readable == clear_) || is_year_first_evident() ||
        (year.readable > day.readable && year.readable > month.readable)) {
        return DateOrder::year_month_day;
    }
    if (is_ambiguous()) {
        return preferred;
    }
    return month.readable > day.readable ? DateOrder::month_day_year : DateOrder::day_month_year;
}

bool DateOrderFinder::is_ambiguous() const {
    auto const& [year, day, month] = readings_;
    bool const is_day_or_month = undecided_ > 0 && day.readable == month.readable;
    // 05-06-07: each of the three could be the year.
    bool const may_be_year_first =
        short_years_ > short_points_ && year.readable == day.readable && year.days() <= years_near;
    return !is_year_first_evident() && (is_day_or_month || may_be_year_first);
}

} // namespace kontingent::history
