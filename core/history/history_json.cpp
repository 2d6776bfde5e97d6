#include "core/history/history_json.hpp"

#include "core/json/writer.hpp"

#include <initializer_list>
#include <vector>

namespace kontingent {

namespace {

constexpr std::int32_t not_given = -1;

template <class Value>
std::int32_t number_of(std::optional<Value> const& value) {
    return value ? static_cast<std::int32_t>(*value) : not_given;
}

template <class Value>
void set(std::optional<Value>& option, std::int32_t number) {
    if (number >= 0) {
        option = static_cast<Value>(number);
    }
}

} // namespace

HistoryOptionNumbers numbers_of(HistoryOptions const& options) {
    return {number_of(options.delimiter),    number_of(options.date_order),
            number_of(options.decimal_mark), number_of(options.duration_unit),
            number_of(options.date_column),  number_of(options.duration_column)};
}

HistoryOptions options_of(HistoryOptionNumbers const& numbers) {
    HistoryOptions options;
    set(options.delimiter, numbers[0]);
    set(options.date_order, numbers[1]);
    set(options.decimal_mark, numbers[2]);
    set(options.duration_unit, numbers[3]);
    set(options.date_column, numbers[4]);
    set(options.duration_column, numbers[5]);
    return options;
}

std::string history_to_json(History const& history) {
    std::vector<JsonText> numbers;
    for (std::int64_t const number :
         {std::int64_t{static_cast<std::uint8_t>(history.error)}, history.rows_read,
          history.rows_rejected, history.heading_line}) {
        numbers.push_back(json_number(number));
    }
    for (std::int32_t const number : numbers_of(history.understood)) {
        numbers.push_back(json_number(number));
    }
    for (bool const flag : {history.is_date_order_ambiguous, history.is_decimal_mark_ambiguous,
                            history.is_duration_unit_ambiguous}) {
        numbers.push_back(json_number(flag ? 1 : 0));
    }
    std::vector<JsonText> months;
    for (PastMonth const& past : history.months) {
        months.push_back(json_number(past.month));
        months.push_back(json_number(past.used.count));
    }
    std::vector<JsonText> headings;
    for (std::string const& heading : history.headings) {
        headings.push_back(json_string(heading));
    }
    std::vector<JsonText> rejected;
    for (RejectedRow const& row : history.rejected) {
        rejected.push_back(json_number(row.line));
        rejected.push_back(json_number(static_cast<std::uint8_t>(row.error)));
        rejected.push_back(json_string(row.text));
    }
    return json_object({{"numbers", json_array(numbers)},
                        {"months", json_array(months)},
                        {"headings", json_array(headings)},
                        {"rejected", json_array(rejected)}})
        .text;
}

} // namespace kontingent
