#include "ui/screens/needs/history_sample.hpp"

#include "ui/paint.hpp"
#include "ui/widgets/table.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace kontingent::ui {

namespace {

constexpr float gap = 16;

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

float draw_sample(Frame& frame, History const& history, float x, float y, float width) {
    std::size_t const columns_max = width < 400 ? 3 : 4;
    std::vector<std::size_t> columns;
    auto const add = [&](std::size_t column) {
        if (columns.size() < columns_max && std::ranges::find(columns, column) == columns.end() &&
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
    }
    for (std::size_t column = 0; history.durations.empty() && column < columns_max; ++column) {
        add(column);
    }
    if (history.sample.empty()) {
        return 0;
    }
    float const room = width / static_cast<float>(columns.size()) - 16;
    std::vector<std::string> titles;
    std::vector<Column> table_columns;
    for (std::size_t const column : columns) {
        titles.push_back(shortened(frame, history.headings[column], type::small, room));
    }
    for (std::string const& title : titles) {
        table_columns.push_back({.title = title, .align = Align::left});
    }
    Table table(frame, "sample", x, y, width, frame.texts[Text::history_sample], table_columns);
    table.header();
    for (std::vector<std::string> const& row : history.sample) {
        std::vector<std::string> cells;
        for (std::size_t const column : columns) {
            std::string const& cell = column < row.size() ? row[column] : std::string{};
            cells.push_back(shortened(frame, cell, type::small, room));
        }
        table.row(cells);
    }
    return table.height() + gap;
}

} // namespace kontingent::ui
