// Words on the screen that are not a control: paragraphs, headings, announcements. Each draws and
// leaves its record; the result is the height it took, CSS pixels.
#pragma once

#include "ui/frame.hpp"
#include "ui/paint.hpp"

#include <string_view>

namespace kontingent::ui {

float paragraph(Frame& frame, float x, float y, float width, std::string_view text,
                TextStyle const& style);
// A paragraph of one line, as wide as it is.
void text_line(Frame& frame, float x, float y, std::string_view text, TextStyle const& style);
// Level 2 to 4: the page's own heading is level 1.
float heading(Frame& frame, float x, float y, float width, std::string_view text,
              std::int32_t level, TextStyle const& style);
// What a part of the page begins with: its title, level 2, and a lead beneath it.
float section_title(Frame& frame, float x, float y, float width, std::string_view title);
float section_head(Frame& frame, float x, float y, float width, std::string_view title,
                   std::string_view lead);
// Read to a screen reader when it changes; draws nothing.
void announcement(Frame& frame, std::string_view key, std::string_view text);
// The same, seen as well; nothing where the text is empty.
float status_line(Frame& frame, std::string_view key, float x, float y, float width,
                  std::string_view text, TextStyle const& style);
// Leads to a place of the page, an address such as "#privacy".
inline constexpr float text_link_height = 36;
void text_link(Frame& frame, std::string_view key, float x, float y, std::string_view text,
               std::string_view address);
// Height the text would take.
float text_height(Frame const& frame, std::string_view text, TextStyle const& style, float width);

enum class MarkKind : std::uint8_t { good, muted };
// A small rounded mark beside a title ("Empfohlen"); returns its width.
float mark(Frame& frame, float x, float y, std::string_view text, MarkKind kind);
inline constexpr float mark_height = 24;

} // namespace kontingent::ui
