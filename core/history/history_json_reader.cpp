#include "core/history/history_json.hpp"
#include "core/json/reader.hpp"

#include <array>
#include <cstddef>
#include <utility>
#include <vector>

namespace kontingent {

namespace {

// A hundred rows, three samples and 256 columns of each kind take much less.
constexpr std::size_t bytes_max = std::size_t{1} << 20U;

constexpr std::size_t own_numbers = 12; // before the options
constexpr std::size_t number_count = own_numbers + HistoryOptionNumbers{}.size();
using Numbers = std::array<std::int64_t, number_count>;

void take_numbers(History& history, Numbers const& numbers) {
    history.error = static_cast<HistoryError>(numbers[0]);
    history.rows_read = numbers[1];
    history.rows_rejected = numbers[2];
    history.heading_line = numbers[3];
    history.first_day = static_cast<std::int32_t>(numbers[4]);
    history.last_day = static_cast<std::int32_t>(numbers[5]);
    history.others = {numbers[6], numbers[7], numbers[8], numbers[9], numbers[10]};
    history.rows_without_break = numbers[11];
    HistoryOptionNumbers options{};
    for (std::size_t index = 0; index < options.size(); ++index) {
        options[index] = static_cast<std::int32_t>(numbers[own_numbers + index]);
    }
    history.understood = options_of(options);
}

void take_month(History& history, json::Value const& item) {
    if (item.position % 2 == 0) {
        history.months.emplace_back();
        history.months.back().month = static_cast<std::int32_t>(item.integer);
    } else {
        history.months.back().used.count = item.integer;
    }
}

void take_rejected(History& history, json::Value const& item) {
    if (item.position % 3 == 0) {
        history.rejected.emplace_back();
    }
    RejectedRow& row = history.rejected.back();
    if (item.position % 3 == 0) {
        row.line = item.integer;
    } else if (item.position % 3 == 1) {
        row.error = static_cast<RowError>(item.integer);
    } else {
        row.text = item.text;
    }
}

using Columns = std::vector<std::size_t>;

std::vector<std::pair<std::size_t, std::size_t>> pairs_in(Columns const& columns) {
    std::vector<std::pair<std::size_t, std::size_t>> pairs;
    for (std::size_t index = 0; index + 1 < columns.size(); index += 2) {
        pairs.emplace_back(columns[index], columns[index + 1]);
    }
    return pairs;
}

// Columns up to each -1, and the unit.
DurationSource duration_in(json::Document const& document, json::Value const& list) {
    std::array<Columns, 5> parts;
    std::size_t part = 0;
    DurationSource source;
    for (json::Value const& item : document.items(list)) {
        if (part == parts.size()) {
            if (item.integer >= 0) {
                source.break_unit = static_cast<DurationUnit>(item.integer);
            }
        } else if (item.integer < 0) {
            ++part;
        } else {
            parts[part].push_back(static_cast<std::size_t>(item.integer));
        }
    }
    source.columns = parts[0];
    source.spans = pairs_in(parts[1]);
    if (parts[2].size() == 2) {
        source.days = {parts[2][0], parts[2][1]};
    }
    source.breaks = parts[3];
    source.break_spans = pairs_in(parts[4]);
    return source;
}

std::vector<std::string> texts_in(json::Document const& document, json::Value const& list) {
    std::vector<std::string> texts;
    for (json::Value const& item : document.items(list)) {
        texts.emplace_back(item.text);
    }
    return texts;
}

void take_item(History& history, Numbers& numbers, json::Document const& document, std::size_t list,
               json::Value const& item) {
    switch (list) {
    case 0:
        if (item.position < number_count) {
            numbers[item.position] = item.integer;
        }
        return;
    case 1:
        take_month(history, item);
        return;
    case 2:
        history.headings.emplace_back(item.text);
        return;
    case 3:
        take_rejected(history, item);
        return;
    case 4:
        history.questions.push_back(static_cast<HistoryQuestion>(item.integer));
        return;
    case 5:
        history.durations.push_back(duration_in(document, item));
        return;
    case 6:
        history.sample.push_back(texts_in(document, item));
        return;
    default:
        history.sheets.emplace_back(item.text);
    }
}

} // namespace

std::optional<History> parse_history(std::string_view json) {
    auto const document = json::read(json, bytes_max);
    if (!document) {
        return std::nullopt;
    }
    History history;
    Numbers numbers{};
    for (std::size_t index = own_numbers; index < number_count; ++index) {
        numbers[index] = -1;
    }
    for (json::Value const& list : document->items(document->root())) {
        for (json::Value const& item : document->items(list)) {
            take_item(history, numbers, *document, list.position, item);
        }
    }
    take_numbers(history, numbers);
    return history;
}

} // namespace kontingent
