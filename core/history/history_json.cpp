#include "core/history/history_json.hpp"

#include "core/json/writer.hpp"

#include <initializer_list>
#include <string>
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
    return {number_of(options.delimiter),     number_of(options.date_order),
            number_of(options.decimal_mark),  number_of(options.duration_unit),
            number_of(options.date_column),   number_of(options.duration),
            number_of(options.minutes_a_day), number_of(options.sum_rows),
            number_of(options.sheet)};
}

HistoryOptions options_of(HistoryOptionNumbers const& numbers) {
    HistoryOptions options;
    set(options.delimiter, numbers[0]);
    set(options.date_order, numbers[1]);
    set(options.decimal_mark, numbers[2]);
    set(options.duration_unit, numbers[3]);
    set(options.date_column, numbers[4]);
    set(options.duration, numbers[5]);
    set(options.minutes_a_day, numbers[6]);
    set(options.sum_rows, numbers[7]);
    set(options.sheet, numbers[8]);
    return options;
}

namespace {

using List = std::vector<JsonText>;

void add(List& list, std::int64_t number) {
    list.push_back(json_number(number));
}

void add(List& list, std::size_t number) {
    list.push_back(json_number(static_cast<std::int64_t>(number)));
}

List texts_of(std::vector<std::string> const& texts) {
    List list;
    for (std::string const& text : texts) {
        list.push_back(json_string(text));
    }
    return list;
}

List numbers_list(History const& history) {
    List numbers;
    OtherRows const& others = history.others;
    for (std::int64_t const number :
         {std::int64_t{static_cast<std::uint8_t>(history.error)}, history.rows_read,
          history.rows_rejected, history.heading_line, std::int64_t{history.first_day},
          std::int64_t{history.last_day}, others.above, others.sums, others.headings, others.blank,
          others.other_table, history.rows_without_break}) {
        add(numbers, number);
    }
    for (std::int32_t const number : numbers_of(history.understood)) {
        add(numbers, std::int64_t{number});
    }
    return numbers;
}

List months_list(History const& history) {
    List months;
    for (PastMonth const& past : history.months) {
        add(months, std::int64_t{past.month});
        add(months, past.used.count);
    }
    return months;
}

List rejected_list(History const& history) {
    List rejected;
    for (RejectedRow const& row : history.rejected) {
        add(rejected, row.line);
        add(rejected, std::int64_t{static_cast<std::uint8_t>(row.error)});
        rejected.push_back(json_string(row.text));
    }
    return rejected;
}

JsonText duration_list(DurationSource const& source) {
    List numbers;
    for (std::size_t const column : source.columns) {
        add(numbers, column);
    }
    add(numbers, std::int64_t{not_given});
    for (auto const& [begin, end] : source.spans) {
        add(numbers, begin);
        add(numbers, end);
    }
    add(numbers, std::int64_t{not_given});
    if (source.days) {
        add(numbers, source.days->first);
        add(numbers, source.days->second);
    }
    add(numbers, std::int64_t{not_given});
    for (std::size_t const column : source.breaks) {
        add(numbers, column);
    }
    add(numbers, std::int64_t{not_given});
    for (auto const& [begin, end] : source.break_spans) {
        add(numbers, begin);
        add(numbers, end);
    }
    add(numbers, std::int64_t{not_given});
    add(numbers, std::int64_t{number_of(source.break_unit)});
    return json_array(numbers);
}

} // namespace

std::string history_to_json(History const& history) {
    List questions;
    for (HistoryQuestion const question : history.questions) {
        add(questions, std::int64_t{static_cast<std::uint8_t>(question)});
    }
    List durations;
    for (DurationSource const& source : history.durations) {
        durations.push_back(duration_list(source));
    }
    List sample;
    for (std::vector<std::string> const& row : history.sample) {
        sample.push_back(json_array(texts_of(row)));
    }
    return json_object({{"numbers", json_array(numbers_list(history))},
                        {"months", json_array(months_list(history))},
                        {"headings", json_array(texts_of(history.headings))},
                        {"rejected", json_array(rejected_list(history))},
                        {"questions", json_array(questions)},
                        {"durations", json_array(durations)},
                        {"sample", json_array(sample)},
                        {"sheets", json_array(texts_of(history.sheets))}})
        .text;
}

} // namespace kontingent
