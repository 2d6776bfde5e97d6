#include "ui/screens/needs/history_sample.hpp"

#include "ui/paint.hpp"
#include "ui/widgets/table.hpp"

#include <algorithm>
#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace kontingent::ui {

namespace {

constexpr float gap = 16;
constexpr float gap_between_tables = 8;

// The date, all that the proposal is computed from, and what else may be the duration as far as
// `wanted` columns.
std::vector<std::size_t> shown_columns(History const& history, std::size_t wanted) {
    std::vector<std::size_t> columns;
    std::size_t most = history.headings.size();
    auto const add = [&](std::size_t column) {
        if (columns.size() < most && std::ranges::find(columns, column) == columns.end() &&
            column < history.headings.size()) {
            columns.push_back(column);
        }
    };
    add(history.understood.date_column.value_or(0));
    for (DurationSource const& source : history.durations) {
        for (auto const& [begin, end] : source.spans) {
            add(begin);
            add(end);
        }
        std::ranges::for_each(source.columns, add);
        std::ranges::for_each(source.breaks, add);
        for (auto const& [begin, end] : source.break_spans) {
            add(begin);
            add(end);
        }
        most = wanted; // behind the proposal
    }
    for (std::size_t column = 0; history.durations.empty() && column < wanted; ++column) {
        add(column);
    }
    return columns;
}

// The height of the table.
float draw_columns(Frame& frame, History const& history, std::span<std::size_t const> columns,
                   std::string_view id, float x, float y, float width) {
    float const room = width / static_cast<float>(columns.size()) - 16;
    std::vector<std::string> titles;
    std::vector<Column> table_columns;
    for (std::size_t const column : columns) {
        titles.push_back(shortened(frame, history.headings[column], type::small, room));
    }
    for (std::string const& title : titles) {
        table_columns.push_back({.title = title, .align = Align::left});
    }
    Table table(frame, id, x, y, width, frame.texts[Text::history_sample], table_columns);
    table.header();
    for (std::vector<std::string> const& row : history.sample) {
        std::vector<std::string> cells;
        for (std::size_t const column : columns) {
            std::string const& cell = column < row.size() ? row[column] : std::string{};
            cells.push_back(shortened(frame, cell, type::small, room));
        }
        table.row(cells);
    }
    return table.height();
}

} // namespace

std::string shortened(Frame const& frame, std::string const& text, float size, float width) {
    TextStyle const style{.size = size, .weight = Weight::semibold};
    constexpr std::string_view rest = " …";
    if (paint::width(frame, text, style) <= width) {
        return text;
    }
    auto const lines = paint::wrap(frame, text, style, width - paint::width(frame, rest, style));
    return lines.size() < 2 ? text : std::string{lines.front()} + std::string{rest};
}

// What does not fit side by side goes on in a second table below.
float draw_sample(Frame& frame, History const& history, float x, float y, float width) {
    std::size_t const side_by_side = width < 400 ? 3 : 4;
    std::vector<std::size_t> const columns = shown_columns(history, side_by_side);
    if (history.sample.empty() || columns.empty()) {
        return 0;
    }
    std::span<std::size_t const> const all{columns};
    auto const first = all.first(std::min(all.size(), side_by_side));
    auto const second =
        all.subspan(first.size(), std::min(all.size() - first.size(), side_by_side));
    float height = draw_columns(frame, history, first, "sample", x, y, width);
    if (!second.empty()) {
        height += gap_between_tables;
        height += draw_columns(frame, history, second, "sample-2", x, y + height, width);
    }
    return height + gap;
}

} // namespace kontingent::ui
