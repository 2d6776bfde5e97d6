#include "cli/text/history_text.hpp"

#include "cli/text/plain.hpp"
#include "cli/text/wording.hpp"
#include "core/base/format.hpp"
#include "core/json/writer.hpp"

#include <algorithm>
#include <array>

namespace kontingent::cli {
namespace {

struct QuestionWords {
    std::string_view kind, option;
    std::string_view Wording::* sentence;
};

// In the order of HistoryQuestion.
constexpr std::array<QuestionWords, history_question_count> question_words{{
    {"sheet", "--sheet", &Wording::ask_sheet},
    {"date_column", "--date-column", &Wording::ask_date_column},
    {"duration", "--duration-column", &Wording::ask_duration},
    {"date_order", "--date-order", &Wording::ask_date_order},
    {"decimal_mark", "--decimal-mark", &Wording::ask_decimal_mark},
    {"duration_unit", "--unit", &Wording::ask_duration_unit},
    {"day_length", "--minutes-a-day", &Wording::ask_day_length},
    {"sum_rows", "--sum-rows", &Wording::ask_sum_rows},
}};

std::string month_text(std::int32_t month) {
    std::int32_t const number = month % 12 + 1;
    return std::to_string(month / 12) + (number < 10 ? "-0" : "-") + std::to_string(number);
}

QuestionWords const& words_of(HistoryQuestion question) {
    return question_words[static_cast<std::size_t>(question)];
}

template <std::size_t count>
std::vector<std::string> list_of(std::array<std::string_view, count> const& words) {
    return {words.begin(), words.end()};
}

std::vector<std::string> choices_of(History const& history, HistoryQuestion question) {
    switch (question) {
    case HistoryQuestion::sheet:
        return history.sheets;
    case HistoryQuestion::date_column:
        return history.headings;
    case HistoryQuestion::duration:
        return duration_names(history);
    case HistoryQuestion::date_order:
        return list_of(date_order_words);
    case HistoryQuestion::decimal_mark:
        return {"comma", "point"};
    case HistoryQuestion::duration_unit:
        return list_of(unit_words);
    case HistoryQuestion::day_length:
        return {"360", "450", "480", "1440"};
    case HistoryQuestion::sum_rows:
        break;
    }
    return list_of(sum_rows_words);
}

template <class Value>
std::size_t index_of(std::optional<Value> const& value) {
    return value ? static_cast<std::size_t>(*value) : std::size_t{0} - 1;
}

// Past the end where there is none.
std::size_t proposal_of(History const& history, HistoryQuestion question) {
    HistoryOptions const& understood = history.understood;
    switch (question) {
    case HistoryQuestion::sheet:
        return index_of(understood.sheet);
    case HistoryQuestion::date_column:
        return index_of(understood.date_column);
    case HistoryQuestion::duration:
        return index_of(understood.duration);
    case HistoryQuestion::date_order:
        return index_of(understood.date_order);
    case HistoryQuestion::decimal_mark:
        return understood.decimal_mark == ',' ? 0 : 1;
    case HistoryQuestion::duration_unit:
        return index_of(understood.duration_unit);
    case HistoryQuestion::day_length:
        return 2;
    case HistoryQuestion::sum_rows:
        break;
    }
    return index_of(understood.sum_rows);
}

JsonText texts_json(std::vector<std::string> const& texts) {
    std::vector<JsonText> list;
    for (std::string const& text : texts) {
        list.push_back(json_string(text));
    }
    return json_array(list);
}

JsonText questions_json(History const& history) {
    std::vector<JsonText> list;
    for (HistoryQuestion const question : history.questions) {
        auto const choices = choices_of(history, question);
        std::size_t const proposal = proposal_of(history, question);
        list.push_back(
            json_object({{"kind", json_string(words_of(question).kind)},
                         {"option", json_string(words_of(question).option)},
                         {"choices", texts_json(choices)},
                         {"proposal", proposal < choices.size() ? json_string(choices[proposal])
                                                                : JsonText{"null"}}}));
    }
    return json_array(list);
}

JsonText understood_json(History const& history) {
    HistoryOptions const& understood = history.understood;
    std::vector<std::pair<std::string_view, JsonText>> members;
    auto const add = [&](std::string_view name, std::vector<std::string> const& names,
                         std::size_t index) {
        if (index < names.size()) {
            members.emplace_back(name, json_string(names[index]));
        }
    };
    add("sheet", history.sheets, index_of(understood.sheet));
    add("date", history.headings, index_of(understood.date_column));
    add("duration", duration_names(history), index_of(understood.duration));
    add("date_order", list_of(date_order_words), index_of(understood.date_order));
    add("unit", list_of(unit_words), index_of(understood.duration_unit));
    if (understood.decimal_mark) {
        members.emplace_back("decimal_mark",
                             json_string(*understood.decimal_mark == ',' ? "comma" : "point"));
    }
    return json_object(members);
}

} // namespace

std::vector<std::string> duration_names(History const& history) {
    std::vector<std::string> names;
    for (DurationSource const& source : history.durations) {
        names.push_back(name_of(source, history.headings));
    }
    std::vector<std::string> const plain_names = names;
    for (std::size_t index = 0; index < names.size(); ++index) {
        auto const& unit = history.durations[index].break_unit;
        if (unit && std::ranges::count(plain_names, plain_names[index]) > 1) {
            names[index] += " (" + std::string{unit_words[static_cast<std::size_t>(*unit)]} + ")";
        }
    }
    return names;
}

std::string history_text(History const& history, Language language) {
    std::string text;
    for (PastMonth const& past : history.months) {
        text += month_text(past.month) + "  " + format_hours(past.used, language) + "\n";
    }

    Wording const& words = wording(language);

    struct Count {
        std::int64_t rows;
        Counted const& noun;
    };

    for (Count const& count : {Count{history.rows_read, words.rows_read},
                               Count{history.rows_rejected, words.rows_rejected},
                               Count{history.others.sums, words.rows_of_sums},
                               Count{history.others.headings, words.rows_of_headings},
                               Count{history.others.other_table, words.rows_of_other_table},
                               Count{history.rows_without_break, words.rows_without_break}}) {
        if (count.rows > 0) {
            text += counted(count.noun, count.rows, language) + "\n";
        }
    }
    if (!history.months.empty()) {
        std::string const columns =
            duration_names(history)[history.understood.duration.value_or(0)];
        text += filled(words.hours_from, {plain(columns)}) + "\n";
    }
    for (RejectedRow const& row : history.rejected) {
        text += filled(words.row, {std::to_string(row.line), sentence(row.error, language)}) + " " +
                plain(row.text) + "\n";
    }
    return text;
}

std::string history_json_text(History const& history) {
    std::vector<JsonText> months;
    for (PastMonth const& past : history.months) {
        months.push_back(json_object({{"month", json_string(month_text(past.month))},
                                      {"minutes", json_number(past.used.count)}}));
    }
    std::vector<JsonText> rejected;
    for (RejectedRow const& row : history.rejected) {
        rejected.push_back(json_object({{"line", json_number(row.line)},
                                        {"reason", json_string(sentence(row.error, Language{}))},
                                        {"text", json_string(row.text)}}));
    }
    OtherRows const& others = history.others;
    return json_object(
               {{"months", json_array(months)},
                {"rows_read", json_number(history.rows_read)},
                {"rows_rejected", json_number(history.rows_rejected)},
                {"rejected", json_array(rejected)},
                {"rows_without_break", json_number(history.rows_without_break)},
                {"other_rows", json_object({{"above_headings", json_number(others.above)},
                                            {"sums", json_number(others.sums)},
                                            {"repeated_headings", json_number(others.headings)},
                                            {"blank", json_number(others.blank)},
                                            {"other_table", json_number(others.other_table)}})},
                {"questions", questions_json(history)},
                {"understood", understood_json(history)}})
               .text +
           "\n";
}

std::string questions_text(History const& history, Language language) {
    std::string text;
    Wording const& words = wording(language);
    for (HistoryQuestion const question : history.questions) {
        QuestionWords const& asked = words_of(question);
        text += std::string{words.*asked.sentence} + " (" + std::string{asked.option} + ")\n";
        auto const choices = choices_of(history, question);
        for (std::size_t index = 0; index < choices.size(); ++index) {
            bool const is_proposed = index == proposal_of(history, question);
            text += "  " + plain(choices[index]) +
                    (is_proposed ? "  (" + std::string{words.proposed} + ")" : "") + "\n";
        }
    }
    text += std::string{words.first_rows} + ":\n";
    for (std::vector<std::string> const& row : history.sample) {
        std::string line;
        for (std::string const& cell : row) {
            line += (line.empty() ? "  " : " | ") + plain(cell);
        }
        text += line + "\n";
    }
    return text;
}

} // namespace kontingent::cli
