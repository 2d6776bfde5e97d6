#include "ui/widgets/text.hpp"

#include <algorithm>

namespace kontingent::ui {

namespace {

float draw_lines(Frame& frame, float x, float y, float width, std::string_view text,
                 TextStyle const& style) {
    float const height = paint::line_height(style);
    float const anchor = style.align == Align::left    ? x
                         : style.align == Align::right ? x + width
                                                       : x + width / 2;
    float at = y;
    for (std::string_view const piece : paint::wrap(frame, text, style, width)) {
        paint::line(frame, anchor, at, piece, style);
        at += height;
    }
    return at - y;
}

} // namespace

float text_height(Frame const& frame, std::string_view text, TextStyle const& style, float width) {
    return static_cast<float>(paint::wrap(frame, text, style, width).size()) *
           paint::line_height(style);
}

float paragraph(Frame& frame, float x, float y, float width, std::string_view text,
                TextStyle const& style) {
    float const height = draw_lines(frame, x, y, width, text, style);
    frame.record(frame.next_text_id(), Role::text, text, {x, y, width, height}).text_size =
        static_cast<std::int32_t>(style.size);
    return height;
}

float heading(Frame& frame, float x, float y, float width, std::string_view text,
              std::int32_t level, TextStyle const& style) {
    float const height = draw_lines(frame, x, y, width, text, style);
    Record& made = frame.record(frame.next_text_id(), Role::heading, text, {x, y, width, height});
    made.level = level;
    made.text_size = static_cast<std::int32_t>(style.size);
    return height;
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
    float const height = text.empty() ? 0 : draw_lines(frame, x, y, width, text, style);
    Record& made =
        frame.record(frame.id(key), Role::status, "", {x, y, width, std::max(1.0F, height)});
    made.value = text;
    made.text_size = static_cast<std::int32_t>(style.size);
    return height;
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
    paint::line(frame, x + 10, y + (mark_height - paint::line_height(style)) / 2, text, style);
    frame.record(frame.next_text_id(), Role::text, text, rect).text_size =
        static_cast<std::int32_t>(style.size);
    return width;
}

} // namespace kontingent::ui
