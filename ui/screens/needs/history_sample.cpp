#include "ui/screens/needs/history_sample.hpp"

#include "ui/paint.hpp"
#include "ui/widgets/table.hpp"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kontingent::ui {

namespace {

constexpr float gap = 16;
constexpr float gap_between_tables = 8;
// A column of long texts says enough in this width; one of times needs no more.
constexpr float narrowest_column = 72;
constexpr float widest_column = 168;
constexpr float widest_heading = 112;
constexpr std::size_t offered_columns_max = 8;

// The date, all that the proposal is computed from, and what else is offered as the duration.
std::vector<std::size_t> shown_columns(History const& history) {
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
        most = offered_columns_max; // behind the proposal
    }
    for (std::size_t column = 0; history.durations.empty() && column < offered_columns_max;
         ++column) {
        add(column);
    }
    return columns;
}

// The date first, the others as in the file. (A sort would be a kilobyte of the first visit.)
std::vector<std::size_t> in_order(History const& history, std::vector<std::size_t> const& columns) {
    std::vector<std::size_t> ordered{columns.begin(), columns.begin() + (columns.empty() ? 0 : 1)};
    for (std::size_t column = 0; column < history.headings.size(); ++column) {
        if (std::ranges::find(columns, column) != columns.end() && column != columns.front()) {
            ordered.push_back(column);
        }
    }
    return ordered;
}

std::string_view cell_of(std::vector<std::string> const& row, std::size_t column) {
    return column < row.size() ? std::string_view{row[column]} : std::string_view{};
}

// The width in which neither heading nor cell of the column is cut, as far as that is sensible.
float needed_width(Frame const& frame, History const& history, std::size_t column) {
    float const heading = column_width(frame, history.headings[column]);
    float needed = std::max(narrowest_column, std::min(heading, widest_heading));
    for (std::vector<std::string> const& row : history.sample) {
        needed = std::max(needed, column_width(frame, cell_of(row, column)));
    }
    return std::min(needed, widest_column);
}

// The height of the table. Widths are given by column.
float draw_columns(Frame& frame, History const& history, std::span<std::size_t const> columns,
                   std::span<float const> widths, std::string_view id, float x, float y,
                   float width) {
    float const needed = std::accumulate(widths.begin(), widths.end(), 0.0F);
    auto const text = [&](std::string_view whole, std::size_t index) {
        return shortened(frame, std::string{whole}, type::small,
                         width * widths[index] / needed - column_width(frame, ""));
    };
    std::vector<std::string> titles;
    std::vector<Column> table_columns;
    for (std::size_t index = 0; index < columns.size(); ++index) {
        titles.push_back(text(history.headings[columns[index]], index));
    }
    for (std::size_t index = 0; index < columns.size(); ++index) {
        table_columns.push_back(
            {.title = titles[index], .weight = widths[index], .align = Align::left});
    }
    Table table(frame, id, x, y, width, frame.texts[Text::history_sample], table_columns);
    table.header();
    for (std::vector<std::string> const& row : history.sample) {
        std::vector<std::string> cells;
        for (std::size_t index = 0; index < columns.size(); ++index) {
            cells.push_back(text(cell_of(row, columns[index]), index));
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

// What does not fit side by side goes on in another table below.
float draw_sample(Frame& frame, History const& history, float x, float y, float width) {
    std::vector<std::size_t> const columns = in_order(history, shown_columns(history));
    if (history.sample.empty()) {
        return 0;
    }
    std::vector<float> widths;
    for (std::size_t const column : columns) {
        widths.push_back(std::min(needed_width(frame, history, column), width));
    }
    float height = 0;
    for (std::size_t begin = 0, end = 0; begin < columns.size(); begin = end) {
        for (float used = 0; end < columns.size() && used + widths[end] <= width; ++end) {
            used += widths[end];
        }
        height += height > 0 ? gap_between_tables : 0;
        height += draw_columns(frame, history, std::span{columns}.subspan(begin, end - begin),
                               std::span{widths}.subspan(begin, end - begin),
                               "sample-" + std::to_string(begin), x, y + height, width);
    }
    return height > 0 ? height + gap : 0;
}

} // namespace kontingent::ui
