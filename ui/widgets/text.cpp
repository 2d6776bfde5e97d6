#include "ui/widgets/text.hpp"

#include <cfloat>
#include <utility>

namespace kontingent::ui {

namespace {

// A record with its text; returns it, and leaves out the look where nothing is seen.
Record& show(Frame& frame, Id id, Role role, std::string_view name, std::string_view text, Rect box,
             TextStyle const& style) {
    float const anchor = style.align == Align::left    ? box.x
                         : style.align == Align::right ? box.x + box.width
                                                       : box.x + box.width / 2;
    auto const lines = paint::wrap(frame, text, style, box.width);
    paint::Block made = paint::block(frame, anchor, box.y, lines, style);
    Record& record = frame.record(id, role, name, made.box);
    if (!lines.empty()) {
        record.look = std::move(made.look);
    }
    return record;
}

} // namespace

float text_height(Frame const& frame, std::string_view text, TextStyle const& style, float width) {
    return static_cast<float>(paint::wrap(frame, text, style, width).size()) *
           paint::line_height(style);
}

float paragraph(Frame& frame, float x, float y, float width, std::string_view text,
                TextStyle const& style) {
    return show(frame, frame.next_text_id(), Role::text, text, text, {x, y, width, 0}, style)
        .rect.height;
}

void text_line(Frame& frame, float x, float y, std::string_view text, TextStyle const& style) {
    show(frame, frame.next_text_id(), Role::text, text, text, {x, y, FLT_MAX, 0}, style);
}

float heading(Frame& frame, float x, float y, float width, std::string_view text,
              std::int32_t level, TextStyle const& style) {
    Record& made =
        show(frame, frame.next_text_id(), Role::heading, text, text, {x, y, width, 0}, style);
    made.level = level;
    return made.rect.height;
}

float section_title(Frame& frame, float x, float y, float width, std::string_view title) {
    return heading(frame, x, y, width, title, 2,
                   {.size = type::title, .weight = Weight::semibold, .colour = frame.theme.text});
}

float section_head(Frame& frame, float x, float y, float width, std::string_view title,
                   std::string_view lead) {
    float const above = section_title(frame, x, y, width, title) + 4;
    return above + paragraph(frame, x, y + above, width, lead,
                             {.size = type::body, .colour = frame.theme.muted});
}

void announcement(Frame& frame, std::string_view key, std::string_view text) {
    frame.record(frame.id(key), Role::status, "", {0, 0, 1, 1}).value = text;
}

float status_line(Frame& frame, std::string_view key, float x, float y, float width,
                  std::string_view text, TextStyle const& style) {
    Record& made = show(frame, frame.id(key), Role::status, "", text, {x, y, width, 0}, style);
    made.value = text;
    return made.rect.height;
}

void text_link(Frame& frame, std::string_view key, float x, float y, std::string_view text,
               std::string_view address) {
    Id const id = frame.id(key);
    TextStyle const style{.size = type::body, .colour = frame.theme.accent};
    float const line = paint::line_height(style);
    float const top = y + (text_link_height - line) / 2;
    Rect const rect{x, y, paint::width(frame, text, style), text_link_height};
    frame.record(id, Role::link, text, rect).value = address;
    paint::line(frame, x, top, text, style, id);
    paint::stroke(frame, x, top + line - 2, x + rect.width, top + line - 2, style.colour);
    if (frame.shows_focus_ring(id)) {
        paint::focus_ring(frame, rect, size::control_radius);
    }
}

float mark(Frame& frame, float x, float y, std::string_view text, MarkKind kind) {
    Theme const& theme = frame.theme;
    bool const is_good = kind == MarkKind::good;
    Colour const ink = is_good ? theme.good : theme.muted;
    Colour const ground = is_good ? theme.good_soft : theme.sunken;
    TextStyle const style{.size = type::small, .weight = Weight::semibold, .colour = ink};
    float const width = paint::width(frame, text, style) + 20;
    Rect const rect{x, y, width, mark_height};
    paint::fill(frame, rect, ground, mark_height / 2);
    text_line(frame, x + 10, y + (mark_height - paint::line_height(style)) / 2, text, style);
    return width;
}

} // namespace kontingent::ui
