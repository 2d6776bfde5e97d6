#include "ui/widgets/list_table.hpp"

#include "ui/widgets/press.hpp"

#include <algorithm>

namespace kontingent::ui {

namespace {

constexpr float cell_gap = 12;
constexpr float row_padding = 12;

// A triangle that points up where the column rises.
void draw_order(Frame& frame, float x, float y, Sorted sorted) {
    float const direction = sorted == Sorted::rising ? 1.0F : -1.0F;
    paint::stroke(frame, x, y + 2 * direction, x + 4, y - 2 * direction, frame.theme.accent, 2);
    paint::stroke(frame, x + 4, y - 2 * direction, x + 8, y + 2 * direction, frame.theme.accent, 2);
}

} // namespace

ListTable::ListTable(Frame& frame, std::string_view key, float x, float y, float width,
                     std::string_view caption, std::span<ListColumnHead const> columns)
    : frame_(frame), columns_(columns), x_(x), top_(y), at_(y), width_(width) {
    frame_.open(key, Role::table, caption);
}

ListTable::~ListTable() {
    frame_.close();
}

float ListTable::edge(std::size_t column) const {
    float all = 0;
    float before = 0;
    for (std::size_t index = 0; index < columns_.size(); ++index) {
        all += columns_[index].weight;
        before += index < column ? columns_[index].weight : 0;
    }
    return x_ + width_ * before / all;
}

std::optional<std::size_t> ListTable::header() {
    std::optional<std::size_t> pressed;
    Container const row(frame_, "header", Role::row, "");
    for (std::size_t column = 0; column < columns_.size(); ++column) {
        ListColumnHead const& head = columns_[column];
        Container const cell(frame_, std::to_string(column), Role::column_header, "");
        Rect const rect{edge(column), at_, edge(column + 1) - edge(column), size::touch};
        Id const id = frame_.id("sort");
        Press const press = press_area(frame_, id, rect);
        if (press.is_activated) {
            pressed = column;
            frame_.state_changed();
        }
        if (press.is_hovered) {
            paint::fill(frame_, rect, frame_.theme.sunken, size::control_radius);
        }
        if (frame_.shows_focus_ring(id)) {
            paint::focus_ring(frame_, rect, size::control_radius);
        }
        frame_.record(id, Role::button, head.name, rect);
        bool const is_right = head.align == Align::right;
        TextStyle const style{.size = type::small,
                              .weight = Weight::semibold,
                              .colour = head.sorted == Sorted::no ? frame_.theme.muted
                                                                  : frame_.theme.text,
                              .align = head.align};
        float const text_x = is_right ? rect.x + rect.width - cell_gap : rect.x + cell_gap;
        float const text_y = at_ + (size::touch - paint::line_height(style)) / 2;
        paint::line(frame_, text_x, text_y, head.title, style, id);
        if (head.sorted != Sorted::no) {
            float const text_width = paint::width(frame_, head.title, style);
            draw_order(frame_, is_right ? text_x - text_width - 16 : text_x + text_width + 8,
                       at_ + size::touch / 2, head.sorted);
        }
    }
    at_ += size::touch;
    paint::stroke(frame_, x_, at_, x_ + width_, at_, frame_.theme.line);
    return pressed;
}

void ListTable::cell(std::size_t column, std::string_view text, Role role, TextStyle style,
                     float top, float row_height) {
    style.align = columns_[column].align;
    float const left = edge(column) + cell_gap;
    float const right = edge(column + 1) - cell_gap;
    auto const lines = paint::wrap(frame_, text, style, right - left);
    float const at =
        top + (row_height - paint::line_height(style) * static_cast<float>(lines.size())) / 2;
    paint::Block made =
        paint::block(frame_, style.align == Align::right ? right : left, at, lines, style);
    frame_.record(frame_.next_text_id(), role, text, made.box).look = std::move(made.look);
}

bool ListTable::row(std::string_view key, std::string_view name, std::span<ListCell const> cells) {
    TextStyle const plain{.size = type::body};
    std::size_t lines = 1;
    for (std::size_t column = 0; column < cells.size(); ++column) {
        float const room = edge(column + 1) - edge(column) - 2 * cell_gap;
        lines = std::max(lines, paint::wrap(frame_, cells[column].text, plain, room).size());
    }
    float const row_height =
        std::max(52.0F, 2 * row_padding + static_cast<float>(lines) * paint::line_height(plain));
    Rect const rect{x_, at_, width_, row_height};
    Container const row(frame_, key, Role::row, "");
    bool is_pressed = false;
    {
        Container const first(frame_, "first", Role::row_header, "");
        Id const id = frame_.id("open");
        Press const press = press_area(frame_, id, rect);
        is_pressed = press.is_activated;
        if (press.is_hovered) {
            paint::fill(frame_, rect, frame_.theme.sunken, size::control_radius);
        }
        if (frame_.shows_focus_ring(id)) {
            paint::focus_ring(frame_, rect, size::control_radius);
        }
        frame_.record(id, Role::button, name, rect);
        TextStyle style{
            .size = type::body, .weight = Weight::semibold, .colour = cells.front().colour};
        float const room = edge(1) - edge(0) - 2 * cell_gap;
        auto const wrapped = paint::wrap(frame_, cells.front().text, style, room);
        float const height = paint::line_height(style) * static_cast<float>(wrapped.size());
        paint::lines(frame_, x_ + cell_gap, at_ + (row_height - height) / 2, room,
                     cells.front().text, style, id);
    }
    for (std::size_t column = 1; column < cells.size(); ++column) {
        ListCell const& one = cells[column];
        cell(column, one.text, Role::cell,
             {.size = type::body, .weight = one.weight, .colour = one.colour}, at_, row_height);
    }
    at_ += row_height;
    paint::stroke(frame_, x_, at_, x_ + width_, at_, frame_.theme.line);
    if (is_pressed) {
        frame_.state_changed();
    }
    return is_pressed;
}

} // namespace kontingent::ui
