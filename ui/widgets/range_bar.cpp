#include "ui/widgets/range_bar.hpp"

#include "ui/paint.hpp"
#include "ui/widgets/text.hpp"

#include <algorithm>
#include <array>

namespace kontingent::ui {

namespace {

enum class Sign : std::uint8_t { bar, middle, mean };

void draw_bar(Frame& frame, Rect rect) {
    paint::fill(frame, rect, frame.theme.accent, 4, 0.22F);
    paint::border(frame, rect, frame.theme.accent, 4);
}

void draw_middle(Frame& frame, float x, float y, float height) {
    paint::fill(frame, {x - 1.5F, y, 3, height}, frame.theme.text);
}

void draw_mean(Frame& frame, float x, float y) {
    paint::disc(frame, x, y, 6, frame.theme.card);
    paint::disc(frame, x, y, 4.5F, frame.theme.accent);
}

float at(Scale const& scale, Money money) {
    return scale.at(static_cast<double>(money.minor));
}

} // namespace

Scale money_scale(std::span<MoneyRange const> ranges, float x, float width) {
    Money low = ranges.front().low;
    Money high = ranges.front().high;
    for (MoneyRange const& range : ranges) {
        low = std::min({low, range.low, range.mean});
        high = std::max({high, range.high, range.mean});
    }
    std::int64_t const spare = std::max<std::int64_t>((high.minor - low.minor) / 20, 100);
    return {std::max<std::int64_t>(low.minor - spare, 0), high.minor + spare, x, width};
}

void range_bar(Frame& frame, std::string_view key, float y, Scale const& scale,
               MoneyRange const& range, std::string_view name) {
    Rect const rect{scale.start, y, scale.length, range_bar_height};
    float const from = at(scale, range.low);
    float const width = std::max(2.0F, at(scale, range.high) - from);
    draw_bar(frame, {from, y + 7, width, range_bar_height - 14});
    draw_middle(frame, at(scale, range.middle), y + 3, range_bar_height - 6);
    draw_mean(frame, at(scale, range.mean), y + range_bar_height / 2);
    frame.record(frame.id(key), Role::image, name, rect);
}

void money_ticks(Frame& frame, float y, float height, Scale const& scale,
                 std::string_view currency) {
    TextStyle const style{.size = type::small,
                          .colour = frame.theme.muted,
                          .align = Align::centre,
                          .line_height = 20};
    float const widest =
        paint::width(frame, whole_money(frame, Money{scale.last}, currency), style) + 16;
    auto const count = std::max<std::int64_t>(1, static_cast<std::int64_t>(scale.length / widest));
    std::int64_t const step =
        std::max<std::int64_t>(100, round_step(scale.last - scale.first, count));
    for (std::int64_t tick = (scale.first + step - 1) / step * step; tick <= scale.last;
         tick += step) {
        float const x = scale.at(static_cast<double>(tick));
        std::string const words = whole_money(frame, Money{tick}, currency);
        float const half = paint::width(frame, words, style) / 2;
        paint::fill(frame, {x, y + money_scale_height, 1, height - money_scale_height},
                    frame.theme.line);
        if (x - half >= scale.start - 8 && x + half <= scale.start + scale.length + 8) {
            paint::line(frame, x, y, words, style);
        }
    }
}

float range_legend(Frame& frame, float x, float y, float width, std::string_view bar,
                   std::string_view middle, std::string_view mean) {
    TextStyle const style{.size = type::small, .colour = frame.theme.muted};
    constexpr float row_height = 24;
    constexpr float sign_width = 34;
    float left = x;
    float top = y;
    for (Sign const sign : std::array{Sign::bar, Sign::middle, Sign::mean}) {
        std::string_view const words =
            std::array{bar, middle, mean}[static_cast<std::size_t>(sign)];
        float const needed = sign_width + paint::width(frame, words, style);
        if (left > x && left + needed > x + width) {
            left = x;
            top += row_height;
        }
        switch (sign) {
        case Sign::bar:
            draw_bar(frame, {left, top + 5, 26, 14});
            break;
        case Sign::middle:
            draw_middle(frame, left + 13, top + 2, 20);
            break;
        case Sign::mean:
            draw_mean(frame, left + 13, top + 12);
            break;
        }
        text_line(frame, left + sign_width, top + 1, words, style);
        left += needed + 20;
    }
    return top + row_height - y;
}

} // namespace kontingent::ui
