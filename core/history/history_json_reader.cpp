#include "core/history/history_json.hpp"
#include "core/json/reader.hpp"

#include <cstddef>

namespace kontingent {

namespace {

// A hundred rows and 256 headings take much less.
constexpr std::size_t bytes_max = std::size_t{1} << 20U;

constexpr std::size_t own_numbers = 4; // before the options
constexpr std::size_t number_count = 13;

void take_numbers(History& history, std::array<std::int64_t, number_count> const& numbers) {
    history.error = static_cast<HistoryError>(numbers[0]);
    history.rows_read = numbers[1];
    history.rows_rejected = numbers[2];
    history.heading_line = numbers[3];
    HistoryOptionNumbers options{};
    for (std::size_t index = 0; index < options.size(); ++index) {
        options[index] = static_cast<std::int32_t>(numbers[own_numbers + index]);
    }
    history.understood = options_of(options);
    history.is_date_order_ambiguous = numbers[10] != 0;
    history.is_decimal_mark_ambiguous = numbers[11] != 0;
    history.is_duration_unit_ambiguous = numbers[12] != 0;
}

void take_item(History& history, std::array<std::int64_t, number_count>& numbers, std::size_t list,
               json::Value const& item) {
    std::size_t const at = item.position;
    if (list == 0 && at < number_count) {
        numbers[at] = item.integer;
    } else if (list == 1) {
        if (at % 2 == 0) {
            history.months.emplace_back();
            history.months.back().month = static_cast<std::int32_t>(item.integer);
        } else {
            history.months.back().used.count = item.integer;
        }
    } else if (list == 2) {
        history.headings.emplace_back(item.text);
    } else if (list == 3) {
        if (at % 3 == 0) {
            history.rejected.emplace_back();
        }
        RejectedRow& row = history.rejected.back();
        if (at % 3 == 0) {
            row.line = item.integer;
        } else if (at % 3 == 1) {
            row.error = static_cast<RowError>(item.integer);
        } else {
            row.text = item.text;
        }
    }
}

} // namespace

std::optional<History> parse_history(std::string_view json) {
    auto const document = json::read(json, bytes_max);
    if (!document) {
        return std::nullopt;
    }
    History history;
    std::array<std::int64_t, number_count> numbers{};
    for (json::Value const& list : document->items(document->root())) {
        for (json::Value const& item : document->items(list)) {
            take_item(history, numbers, list.position, item);
        }
    }
    take_numbers(history, numbers);
    return history;
}

} // namespace kontingent
