#include "ui/paint.hpp"

#include <imgui.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace kontingent::ui::paint {

namespace {

ImU32 packed(Colour colour, float alpha = 1) {
    return IM_COL32((colour >> 16) & 0xFF, (colour >> 8) & 0xFF, colour & 0xFF,
                    static_cast<int>(alpha * 255 + 0.5F));
}

ImFont* font_of(Frame const& frame, Weight weight) {
    return weight == Weight::regular ? frame.fonts.regular : frame.fonts.semibold;
}

semantics::Ink ink_of(Theme const& theme, Colour colour) {
    using semantics::Ink;
    for (auto const& [ink, value] : {std::pair{Ink::text, theme.text},
                                     {Ink::muted, theme.muted},
                                     {Ink::accent, theme.accent},
                                     {Ink::on_accent, theme.on_accent},
                                     {Ink::good, theme.good},
                                     {Ink::warn, theme.warn}}) {
        if (colour == value) {
            return ink;
        }
    }
    return Ink::bad;
}

ImVec2 upper_left(Frame const& frame, Rect rect) {
    return {frame.x(rect.x), frame.y(rect.y)};
}

ImVec2 lower_right(Frame const& frame, Rect rect) {
    return {frame.x(rect.x + rect.width), frame.y(rect.y + rect.height)};
}

} // namespace

float line_height(TextStyle const& style) {
    if (style.line_height > 0) {
        return style.line_height;
    }
    return style.size <= type::body ? std::round(style.size * 1.5F)
                                    : std::round(style.size * 1.25F);
}

float width(Frame const& frame, std::string_view text, TextStyle const& style) {
    return font_of(frame, style.weight)
        ->CalcTextSizeA(style.size, FLT_MAX, 0, text.data(), text.data() + text.size())
        .x;
}

namespace {

constexpr std::string_view no_break_space = "\u00A0";

// Bytes of the UTF-8 character that begins here.
std::size_t character_size(std::string_view text) {
    std::size_t size = 1;
    while (size < text.size() && (static_cast<unsigned char>(text[size]) & 0xC0U) == 0x80U) {
        ++size;
    }
    return size;
}

// The longest beginning of a word that fits, at least one character.
std::size_t fitting(Frame const& frame, std::string_view word, TextStyle const& style,
                    float max_width) {
    std::size_t size = character_size(word);
    while (size < word.size()) {
        std::size_t const longer = size + character_size(word.substr(size));
        if (width(frame, word.substr(0, longer), style) > max_width) {
            break;
        }
        size = longer;
    }
    return size;
}

} // namespace

// Breaks at blanks alone: ImGui's own wrapping would part 1.|575,00.
std::vector<std::string_view> wrap(Frame const& frame, std::string_view text,
                                   TextStyle const& style, float max_width) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        std::size_t end = 0; // of the line so far
        float used = 0;
        for (std::size_t at = 0; at < text.size();) {
            std::size_t const stop = std::min(text.find(' ', at), text.size());
            used += width(frame, text.substr(end, stop - end), style);
            if (used > max_width) {
                break;
            }
            end = stop;
            at = stop + 1;
        }
        if (end == 0) {
            std::string_view const word = text.substr(0, text.find(' '));
            end = fitting(frame, word, style, max_width);
            // Better between a number and its unit than within either.
            std::size_t const bound = word.substr(0, end).rfind(no_break_space);
            if (end < word.size() && bound != std::string_view::npos && bound > 0) {
                lines.push_back(text.substr(0, bound));
                text.remove_prefix(bound + no_break_space.size());
                continue;
            }
        }
        lines.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end, text.size()));
        text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
    }
    return lines;
}

std::string_view widest_word(Frame const& frame, std::string_view text, TextStyle const& style) {
    std::string_view widest = text.substr(0, text.find(' '));
    while (!text.empty()) {
        std::string_view const word = text.substr(0, text.find(' '));
        if (width(frame, word, style) > width(frame, widest, style)) {
            widest = word;
        }
        text.remove_prefix(std::min(text.size(), word.size() + 1));
    }
    return widest;
}

std::string one_line(Frame const& frame, std::string_view text, TextStyle const& style,
                     float max_width) {
    if (width(frame, text, style) <= max_width) {
        return std::string{text};
    }
    std::string_view const ellipsis = "…";
    std::size_t const size = fitting(frame, text, style, max_width - width(frame, ellipsis, style));
    return std::string{text.substr(0, size)} + std::string{ellipsis};
}

Block block(Frame const& frame, float x, float y, std::span<std::string_view const> lines,
            TextStyle const& style) {
    Block made;
    made.look = {.size = style.size,
                 .line_height = line_height(style),
                 .weight = style.weight,
                 .ink = ink_of(frame.theme, style.colour),
                 .align = style.align,
                 .lines = {}};
    float widest = 0;
    for (std::size_t index = 0; index < lines.size(); ++index) {
        widest = std::max(widest, width(frame, lines[index], style));
        if (lines.size() > 1) {
            bool const follows_at_once =
                index > 0 &&
                lines[index].data() == lines[index - 1].data() + lines[index - 1].size();
            made.look.lines += index == 0 ? "" : follows_at_once ? "\r" : "\n";
            made.look.lines += lines[index];
        }
    }
    float const before = style.align == Align::left     ? 0
                         : style.align == Align::centre ? widest / 2
                                                        : widest;
    made.box = {x - before, y, widest, made.look.line_height * static_cast<float>(lines.size())};
    return made;
}

void line(Frame& frame, float x, float y, std::string_view text, TextStyle const& style, Id owner) {
    if (text.empty()) {
        return;
    }
    Block made = block(frame, x, y, {&text, 1}, style);
    frame.words(text, made.box, owner).look = std::move(made.look);
}

float lines(Frame& frame, float x, float y, float width, std::string_view text,
            TextStyle const& style, Id owner) {
    auto const broken = wrap(frame, text, style, width);
    if (broken.empty()) {
        return 0;
    }
    Block made = block(frame, x, y, broken, style);
    frame.words(text, made.box, owner).look = std::move(made.look);
    return made.box.height;
}

void fill(Frame& frame, Rect rect, Colour colour, float radius, float alpha) {
    if (rect.width <= 0 || rect.height <= 0) {
        return;
    }
    frame.draw->AddRectFilled(upper_left(frame, rect), lower_right(frame, rect),
                              packed(colour, alpha), radius * frame.viewport.pixels_per_css_pixel);
}

void border(Frame& frame, Rect rect, Colour colour, float radius, float thickness) {
    float const pixels = frame.length(thickness);
    // AddRect() draws the middle of its line half a pixel further in.
    float const inset = (pixels - 1) / 2;
    ImVec2 const from = upper_left(frame, rect);
    ImVec2 const to = lower_right(frame, rect);
    frame.draw->AddRect({from.x + inset, from.y + inset}, {to.x - inset, to.y - inset},
                        packed(colour), radius * frame.viewport.pixels_per_css_pixel, 0, pixels);
}

void stroke(Frame& frame, float x1, float y1, float x2, float y2, Colour colour, float thickness) {
    float const pixels = frame.length(thickness);
    if (y1 == y2) {
        float const top = frame.y(y1);
        frame.draw->AddRectFilled({frame.x(x1), top}, {frame.x(x2), top + pixels}, packed(colour));
        return;
    }
    frame.draw->AddLine({frame.x(x1), frame.y(y1)}, {frame.x(x2), frame.y(y2)}, packed(colour),
                        pixels);
}

namespace {

// Lengths drawn and left out in turn, CSS pixels.
constexpr std::array<std::array<float, 4>, 4> rhythms{
    std::array<float, 4>{1, 0, 1, 0}, {9, 5, 9, 5}, {2, 4, 2, 4}, {10, 4, 2, 4}};

} // namespace

namespace {

// Whether a line from `from` to `to` passes `between` so closely that nobody sees a difference.
bool is_straight(ImVec2 from, ImVec2 between, ImVec2 to) {
    constexpr float unseen = 0.02F; // pixels
    float const x = to.x - from.x;
    float const y = to.y - from.y;
    float const area = x * (between.y - from.y) - y * (between.x - from.x);
    bool const goes_on = x * (to.x - between.x) + y * (to.y - between.y) >= 0;
    return goes_on && area * area <= unseen * unseen * (x * x + y * y);
}

} // namespace

void path(Frame& frame, Rect clip, std::span<Place const> places, Colour colour, float thickness,
          Dash dash) {
    float const scale = frame.viewport.pixels_per_css_pixel;
    std::vector<ImVec2> points;
    points.reserve(places.size());
    for (Place const& place : places) {
        // Not rounded to whole pixels: neighbours on a slope would become stairs.
        ImVec2 const point{place.x * scale + frame.x(0), place.y * scale + frame.y(0)};
        std::size_t const count = points.size();
        if (count >= 2 && is_straight(points[count - 2], points[count - 1], point)) {
            points.back() = point;
        } else {
            points.push_back(point);
        }
    }
    frame.draw->PushClipRect(upper_left(frame, clip), lower_right(frame, clip), true);
    if (dash == Dash::whole) {
        frame.draw->AddPolyline(points.data(), static_cast<int>(points.size()), packed(colour), 0,
                                thickness * scale);
    } else {
        auto const& rhythm = rhythms[static_cast<std::size_t>(dash)];
        std::size_t turn = 0;
        float rest = rhythm[0] * scale;
        for (std::size_t index = 1; index < points.size(); ++index) {
            ImVec2 from = points[index - 1];
            ImVec2 const to = points[index];
            float const x = to.x - from.x;
            float const y = to.y - from.y;
            float const length = std::sqrt(x * x + y * y);
            for (float left = length; left > 0;) {
                float const step = std::min(rest, left);
                ImVec2 const end{from.x + x * step / length, from.y + y * step / length};
                if (turn % 2 == 0) {
                    frame.draw->AddLine(from, end, packed(colour), thickness * scale);
                }
                from = end;
                left -= step;
                rest -= step;
                if (rest <= 0) {
                    turn = (turn + 1) % rhythm.size();
                    rest = rhythm[turn] * scale;
                }
            }
        }
    }
    frame.draw->PopClipRect();
}

void disc(Frame& frame, float centre_x, float centre_y, float radius, Colour colour) {
    frame.draw->AddCircleFilled({frame.x(centre_x), frame.y(centre_y)},
                                radius * frame.viewport.pixels_per_css_pixel, packed(colour), 32);
}

void hatch(Frame& frame, Rect rect, Colour colour) {
    if (rect.width <= 0) {
        return;
    }
    ImVec2 const from = upper_left(frame, rect);
    ImVec2 const to = lower_right(frame, rect);
    float const gap = std::max(4.0F, 5 * frame.viewport.pixels_per_css_pixel);
    float const height = to.y - from.y;
    frame.draw->PushClipRect(from, to, true);
    for (float left = from.x - height; left < to.x; left += gap) {
        frame.draw->AddLine({left, to.y}, {left + height, from.y}, packed(colour),
                            1.25F * frame.viewport.pixels_per_css_pixel);
    }
    frame.draw->PopClipRect();
}

void check_mark(Frame& frame, float centre_x, float centre_y, float size, Colour colour) {
    float const unit = size / 2;
    ImVec2 const points[3] = {{frame.x(centre_x - unit), frame.y(centre_y + unit * 0.1F)},
                              {frame.x(centre_x - unit * 0.25F), frame.y(centre_y + unit * 0.75F)},
                              {frame.x(centre_x + unit), frame.y(centre_y - unit * 0.7F)}};
    frame.draw->AddPolyline(points, 3, packed(colour), 0,
                            1.75F * frame.viewport.pixels_per_css_pixel);
}

void chevron(Frame& frame, float centre_x, float centre_y, float size, Chevron direction,
             Colour colour) {
    float const unit = size / 2;
    bool const is_down = direction == Chevron::down;
    float const along = unit * 0.5F;
    ImVec2 const points[3] = {
        {frame.x(centre_x - (is_down ? unit : along)),
         frame.y(centre_y - (is_down ? along : unit))},
        {frame.x(centre_x + (is_down ? 0 : along)), frame.y(centre_y + (is_down ? along : 0))},
        {frame.x(centre_x + (is_down ? unit : -along)),
         frame.y(centre_y + (is_down ? -along : unit))}};
    frame.draw->AddPolyline(points, 3, packed(colour), 0,
                            1.75F * frame.viewport.pixels_per_css_pixel);
}

void focus_ring(Frame& frame, Rect rect, float radius) {
    border(frame, {rect.x - 3, rect.y - 3, rect.width + 6, rect.height + 6}, frame.theme.accent,
           radius + 3, 2);
}

struct Behind::Splitter {
    ImDrawListSplitter channels;
};

Behind::Behind(Frame& frame) : frame_(frame), splitter_(new Splitter) {
    splitter_->channels.Split(frame_.draw, 2);
    splitter_->channels.SetCurrentChannel(frame_.draw, 1);
}

void Behind::now() {
    splitter_->channels.SetCurrentChannel(frame_.draw, 0);
}

Behind::~Behind() {
    splitter_->channels.Merge(frame_.draw);
    delete splitter_;
}

} // namespace kontingent::ui::paint
