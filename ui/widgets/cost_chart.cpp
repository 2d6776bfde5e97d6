#include "ui/widgets/cost_chart.hpp"

#include "core/base/format.hpp"
#include "core/base/small_sort.hpp"
#include "ui/paint.hpp"
#include "ui/widgets/chart_labels.hpp"
#include "ui/widgets/press.hpp"
#include "ui/widgets/scale.hpp"
#include "ui/widgets/slider.hpp"

#include <algorithm>
#include <array>

namespace kontingent::ui {

namespace {

constexpr float title_height = 24;  // the upper axis title
constexpr float banner_height = 26; // the marker's words
constexpr float foot_height = 68;   // the reader's thumb, ticks, the lower axis title
constexpr float leader = 14;        // from a line's end to its name
constexpr float beside_min = 600;   // names are beside the lines from this width on
constexpr float sample = 26;        // of a line, in the legend
constexpr float legend_row = 24;

// Where things stand. Costs are those of the totals; ticks are of what is shown.
struct Layout {
    Rect plot;
    Scale across; // increments
    Scale up;     // minor units
    std::int64_t tick = 1;
    // Beside the curves; else there is a legend, and amounts lack the currency.
    bool has_names = true;
};

std::string tick_words(Frame const& frame, std::int64_t minor, CostChart const& chart,
                       bool has_currency) {
    return has_currency ? whole_money(frame, Money{minor}, chart.currency)
                        : whole_amount(frame, Money{minor}, chart.currency);
}

TextStyle small_style(Frame const& frame) {
    return {.size = type::small, .colour = frame.theme.muted, .line_height = 20};
}

Colour colour_of(Frame const& frame, std::size_t curve) {
    Theme const& theme = frame.theme;
    return std::array{theme.accent, theme.good, theme.warn, theme.text, theme.muted}[curve % 5];
}

paint::Dash dash_of(std::size_t curve) {
    return static_cast<paint::Dash>((curve + 1) % 4);
}

// As high as the dearest curve, but never so high that the cheapest one is pressed to the ground.
Money highest(CostChart const& chart) {
    Money most;
    Money least_most{1};
    for (std::size_t index = 0; index < chart.cheapest.size(); ++index) {
        for (CostCurve const& curve : chart.curves) {
            most = std::max(most, curve.totals[index]);
        }
        least_most = std::max(least_most, chart.curves[chart.cheapest[index]].totals[index]);
    }
    return std::min(most, Money{least_most.minor * 2});
}

Layout layout_of(Frame const& frame, Rect rect, CostChart const& chart) {
    TextStyle const style = small_style(frame);
    auto const end = static_cast<std::int64_t>(chart.cheapest.size()) - 1;
    Layout layout;
    Money const most = highest(chart);
    double const factor = chart.shown_per_total;
    auto const most_shown = static_cast<std::int64_t>(static_cast<double>(most.minor) * factor);
    layout.tick = round_step(std::max<std::int64_t>(most_shown, 1), 5);
    layout.has_names = rect.width >= beside_min;
    float const left =
        paint::width(frame, tick_words(frame, most_shown, chart, layout.has_names), style) + 10;
    float right = 4;
    if (layout.has_names) {
        float names = 0;
        for (CostCurve const& curve : chart.curves) {
            names = std::max(names, paint::width(frame, curve.name, style));
        }
        right = leader + 6 + std::min(names, rect.width * 0.3F);
    }
    float const top = title_height + banner_height;
    layout.plot = {rect.x + left, rect.y + top, rect.width - left - right,
                   rect.height - top - foot_height};
    layout.across = {0, std::max<std::int64_t>(end, 1), layout.plot.x, layout.plot.width};
    layout.up = {0, most.minor + most.minor / 50 + 1, layout.plot.y + layout.plot.height,
                 -layout.plot.height};
    return layout;
}

void draw_grid(Frame& frame, Rect rect, CostChart const& chart, Layout const& layout, Id picture) {
    Rect const& plot = layout.plot;
    TextStyle style = small_style(frame);
    paint::line(frame, rect.x, rect.y, chart.cost_title, style, picture);
    style.align = Align::right;
    double const factor = chart.shown_per_total;
    auto const most = static_cast<std::int64_t>(static_cast<double>(layout.up.last) * factor);
    for (std::int64_t tick = 0; tick <= most; tick += layout.tick) {
        float const y = layout.up.at(static_cast<double>(tick) / factor);
        paint::stroke(frame, plot.x, y, plot.x + plot.width, y, frame.theme.line);
        paint::line(frame, plot.x - 10, y - 10, tick_words(frame, tick, chart, layout.has_names),
                    style, picture);
    }
    std::int64_t const minutes = layout.across.last * chart.increment.count;
    constexpr float tick_min = 56;
    auto const count = std::max<std::int64_t>(1, static_cast<std::int64_t>(plot.width / tick_min));
    std::int64_t const hour = frame.unit == nullptr ? 60 : 1;
    std::int64_t const step = round_step(divide_up(minutes, hour), count);
    style.align = Align::centre;
    float const below = plot.y + plot.height + slider_thumb / 2 + 2;
    for (std::int64_t hours = 0; hours * hour <= minutes; hours += step) {
        float const x = layout.across.at(static_cast<double>(hours * hour) /
                                         static_cast<double>(chart.increment.count));
        paint::stroke(frame, x, plot.y + plot.height, x, plot.y + plot.height + 5,
                      frame.theme.muted);
        std::string const words = frame.unit == nullptr
                                      ? format_hours(Minutes{hours * 60}, frame.language)
                                      : format_integer(hours, frame.language);
        float const room = rect.x + rect.width - paint::width(frame, words, style) / 2;
        paint::line(frame, std::min(x, room), below, words, style, picture);
    }
    float const half = paint::width(frame, chart.hours_title, style) / 2;
    paint::line(frame, std::min(plot.x + plot.width / 2, rect.x + rect.width - half), below + 24,
                chart.hours_title, style, picture);
}

// Steps where increments are wide enough to be seen, since an increment is billed as a whole once
// begun; else a line through the same values.
void append(std::vector<paint::Place>& places, Layout const& layout, CostCurve const& curve,
            std::size_t index) {
    constexpr float step_min = 6;
    bool const has_steps = layout.across.at(1) - layout.across.at(0) >= step_min;
    float const y = layout.up.at(static_cast<double>(curve.totals[index].minor));
    if (has_steps && index > 0) {
        places.push_back({layout.across.at(static_cast<double>(index) - 1), y});
    }
    places.push_back({layout.across.at(static_cast<double>(index)), y});
}

void draw_curves(Frame& frame, CostChart const& chart, Layout const& layout) {
    Rect const clip{layout.plot.x, layout.plot.y - 2, layout.plot.width + 2,
                    layout.plot.height + 4};
    std::vector<paint::Place> places;
    for (std::size_t index = 0; index < chart.curves.size(); ++index) {
        places.clear();
        for (std::size_t at = 0; at < chart.cheapest.size(); ++at) {
            append(places, layout, chart.curves[index], at);
        }
        paint::path(frame, clip, places, colour_of(frame, index), 1.5F, dash_of(index));
    }
    // The cheapest, a piece for each run of one curve; each begins where the one before ends.
    for (std::size_t from = 0; from < chart.cheapest.size();) {
        std::size_t const curve = chart.cheapest[from];
        places.clear();
        if (from > 0) {
            append(places, layout, chart.curves[chart.cheapest[from - 1]], from - 1);
            places.erase(places.begin(), places.end() - 1);
        }
        for (; from < chart.cheapest.size() && chart.cheapest[from] == curve; ++from) {
            append(places, layout, chart.curves[curve], from);
        }
        paint::path(frame, clip, places, colour_of(frame, curve), 3.5F, paint::Dash::whole);
    }
}

// Names beside the lines' ends, moved apart. Where they have no room for all, the dearest lack one.
void draw_names(Frame& frame, Rect rect, CostChart const& chart, Layout const& layout, Id picture) {
    struct End {
        float y = 0;
        std::size_t curve = 0;
        auto operator<=>(End const&) const = default;
    };

    Rect const& plot = layout.plot;
    std::vector<End> ends;
    for (std::size_t index = 0; index < chart.curves.size(); ++index) {
        float const y = layout.up.at(static_cast<double>(chart.curves[index].totals.back().minor));
        ends.push_back({std::max(y, plot.y), index});
    }
    small_sort(ends);
    auto const room = static_cast<std::size_t>(plot.height / chart_label_height);
    if (ends.size() > room) {
        ends.erase(ends.begin(), ends.end() - static_cast<std::ptrdiff_t>(room));
    }
    std::vector<float> heights;
    for (End const& end : ends) {
        heights.push_back(end.y);
    }
    spread(heights, chart_label_height, plot.y, plot.y + plot.height - 10);
    TextStyle style = small_style(frame);
    style.colour = frame.theme.text;
    float const left = plot.x + plot.width;
    for (std::size_t index = 0; index < ends.size(); ++index) {
        std::size_t const curve = ends[index].curve;
        std::array const places{paint::Place{left + 1, ends[index].y},
                                paint::Place{left + leader, heights[index]}};
        paint::path(frame, rect, places, colour_of(frame, curve), 1.5F, paint::Dash::whole);
        float const from = left + leader + 5;
        auto const lines =
            paint::wrap(frame, chart.curves[curve].name, style, rect.x + rect.width - from + 1);
        paint::line(frame, from, heights[index] - 10, lines.front(), style, picture);
    }
}

// Entries side by side, broken into rows; returns the height.
float draw_legend(Frame& frame, Rect rect, CostChart const& chart, Id picture) {
    TextStyle style = small_style(frame);
    style.colour = frame.theme.text;
    float left = rect.x;
    float top = rect.y;
    for (std::size_t index = 0; index < chart.curves.size(); ++index) {
        std::string const name =
            paint::one_line(frame, chart.curves[index].name, style, rect.width - sample - 8);
        float const needed = sample + 8 + paint::width(frame, name, style);
        if (left > rect.x && left + needed > rect.x + rect.width) {
            left = rect.x;
            top += legend_row;
        }
        float const y = top + legend_row / 2;
        std::array const places{paint::Place{left, y}, paint::Place{left + sample, y}};
        paint::path(frame, {left, top, sample, legend_row}, places, colour_of(frame, index), 2,
                    dash_of(index));
        paint::line(frame, left + sample + 8, top + 2, name, style, picture);
        left += needed + 20;
    }
    return top + legend_row - rect.y;
}

void draw_marks(Frame& frame, Rect rect, CostChart const& chart, Layout const& layout, Id picture) {
    TextStyle style = small_style(frame);
    style.colour = frame.theme.text;
    std::vector<ChartLabel> labels;
    std::vector<float> line;
    for (std::size_t at = 0; at < chart.cheapest.size(); ++at) {
        Money const least = chart.curves[chart.cheapest[at]].totals[at];
        line.push_back(layout.up.at(static_cast<double>(least.minor)));
    }
    for (CostMark const& mark : chart.marks) {
        auto const at = static_cast<std::size_t>(mark.at);
        Money const total = chart.curves[mark.curve].totals[at];
        ChartLabel label;
        label.x = layout.across.at(static_cast<double>(mark.at));
        label.y = layout.up.at(static_cast<double>(total.minor));
        label.weight = mark.weight;
        label.width = paint::width(frame, mark.words, style);
        labels.push_back(label);
    }
    float const bottom = layout.plot.y + layout.plot.height - slider_thumb / 2 - 2;
    place_below(labels, line, layout.across, bottom, rect.x + rect.width);
    float const radius = mark_radius(labels);
    for (std::size_t index = 0; index < labels.size(); ++index) {
        ChartLabel const& label = labels[index];
        CostMark const& mark = chart.marks[index];
        if (label.rect.width > 0) {
            paint::stroke(frame, label.x, label.y, label.x, label.rect.y + label.rect.height - 3,
                          frame.theme.muted);
            paint::fill(frame, label.rect, frame.theme.card);
            paint::line(frame, label.rect.x + 2, label.rect.y, mark.words, style, picture);
        }
        Colour const ink = colour_of(frame, mark.curve);
        bool const is_switch = mark.kind == CostMarkKind::switched;
        paint::disc(frame, label.x, label.y, radius, is_switch ? frame.theme.card : ink);
        paint::disc(frame, label.x, label.y, radius * 2 / 3, is_switch ? ink : frame.theme.card);
    }
}

// A line at the reader's place with its words above, and the visitor's own hours beside it.
void draw_marker(Frame& frame, Rect rect, CostChart const& chart, Layout const& layout,
                 Id picture) {
    Rect const& plot = layout.plot;
    float const bottom = plot.y + plot.height;
    // Over the plot, where it has no room beyond its right end.
    float const room = rect.x + rect.width - plot.x;
    auto const left_of = [&](float x, float width) {
        return std::clamp(x - width / 2, plot.x, plot.x + std::max(0.0F, plot.width - width));
    };
    auto const banner = [&](float x, std::string_view words, Colour ink, Weight weight) {
        TextStyle const style{
            .size = type::small, .weight = weight, .colour = ink, .line_height = 20};
        std::string const shown = paint::one_line(frame, words, style, room);
        float const width = paint::width(frame, shown, style);
        float const left = left_of(x, width);
        paint::line(frame, left, plot.y - 24, shown, style, picture);
        return Rect{left - 8, 0, width + 16, 1};
    };
    float const x = layout.across.at(static_cast<double>(chart.now));
    paint::stroke(frame, x, plot.y - 4, x, bottom, frame.theme.text);
    Rect const taken = banner(x, chart.reader_words, frame.theme.text, Weight::semibold);
    if (chart.average_words.empty()) {
        return;
    }
    double const average =
        static_cast<double>(chart.average.count) / static_cast<double>(chart.increment.count);
    float const own = layout.across.at(average);
    std::array const places{paint::Place{own, plot.y - 4}, paint::Place{own, bottom}};
    paint::path(frame, {own - 2, plot.y - 4, 4, plot.height + 4}, places, frame.theme.muted, 1,
                paint::Dash::dots);
    float const width = paint::width(frame, chart.average_words, small_style(frame));
    float const left = left_of(own, width);
    if (width <= room && (left > taken.x + taken.width || left + width < taken.x)) {
        banner(own, chart.average_words, frame.theme.muted, Weight::regular);
    }
}

void draw_thumb(Frame& frame, Id id, CostChart const& chart, Layout const& layout) {
    float const x = layout.across.at(static_cast<double>(chart.now));
    float const y = layout.plot.y + layout.plot.height;
    for (std::size_t index = 0; index < chart.curves.size(); ++index) {
        Money const total = chart.curves[index].totals[static_cast<std::size_t>(chart.now)];
        float const height = layout.up.at(static_cast<double>(total.minor));
        if (height >= layout.plot.y) {
            paint::disc(frame, x, height, 3, colour_of(frame, index));
        }
    }
    constexpr float radius = slider_thumb / 2;
    paint::disc(frame, x, y, radius, frame.theme.accent);
    paint::disc(frame, x, y, radius - 3, frame.theme.card);
    if (frame.shows_focus_ring(id)) {
        paint::focus_ring(frame, {x - radius, y - radius, slider_thumb, slider_thumb}, radius);
    }
}

} // namespace

CostChartDrawn cost_chart(Frame& frame, std::string_view key, float x, float y, float width,
                          CostChart const& chart) {
    Rect const rect{x, y, width, width < beside_min ? 360.0F : 420.0F};
    Layout const layout = layout_of(frame, rect, chart);
    Id const id = frame.id(key);
    Rect const& plot = layout.plot;
    // A range input's thumb lies within it at both ends.
    Rect const area{plot.x - slider_thumb / 2, plot.y, plot.width + slider_thumb,
                    plot.height + slider_thumb / 2};
    std::optional<std::int64_t> wanted = frame.value_set(id);
    if (Drag const drag = drag_area(frame, id, area); drag.is_active) {
        wanted = layout.across.value_at(drag.x);
    }
    if (wanted) {
        wanted = std::clamp<std::int64_t>(*wanted, 0, layout.across.last);
    }
    if (wanted == chart.now) {
        wanted.reset();
    }
    if (wanted) {
        frame.state_changed();
    }
    Id const picture = semantics::derive(id, "picture");
    std::size_t const record = frame.records.size();
    frame.record(picture, Role::image, chart.name, rect);
    draw_grid(frame, rect, chart, layout, picture);
    draw_marker(frame, rect, chart, layout, picture);
    draw_curves(frame, chart, layout);
    float height = rect.height;
    if (layout.has_names) {
        draw_names(frame, rect, chart, layout, picture);
    } else {
        height += 4;
        height += draw_legend(frame, {x, y + height, width, 0}, chart, picture);
        frame.records[record].rect.height = height;
    }
    draw_marks(frame, rect, chart, layout, picture);
    draw_thumb(frame, id, chart, layout);
    frame.record(id, Role::slider, chart.reader_name, area).range =
        semantics::Range{0, layout.across.last, 1, chart.now, std::string{chart.reading}};
    return {height, wanted};
}

} // namespace kontingent::ui
