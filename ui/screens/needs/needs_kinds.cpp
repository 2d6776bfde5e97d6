#include "ui/screens/needs/needs_kinds.hpp"

#include "core/base/format.hpp"
#include "core/base/small_sort.hpp"
#include "ui/paint.hpp"
#include "ui/screens/needs/needs_hours.hpp"
#include "ui/screens/needs/needs_work.hpp"
#include "ui/widgets/hours_field.hpp"
#include "ui/widgets/segmented.hpp"
#include "ui/widgets/slider.hpp"
#include "ui/widgets/text.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace kontingent::ui {

namespace {

constexpr float percent_width = 88;
constexpr std::int64_t whole = 10'000; // basis points
constexpr std::int64_t share_step = 500;

NeededKind* kind_of(Needs& needs, std::size_t kind) {
    auto const found = std::ranges::find(needs.kinds, kind, &NeededKind::kind);
    return found == needs.kinds.end() ? nullptr : &*found;
}

// What takes no share and has no months is left out.
void set_kind(Needs& needs, NeededKind needed) {
    std::erase_if(needs.kinds,
                  [&needed](NeededKind const& other) { return other.kind == needed.kind; });
    if (needed.share.value > 0 || !needed.months.empty()) {
        needs.kinds.push_back(std::move(needed));
        sort_few(needs.kinds, &NeededKind::kind);
    }
}

std::int64_t left_by_others(Needs const& needs, std::size_t kind) {
    std::int64_t left = whole;
    for (NeededKind const& other : needs.kinds) {
        left -= other.kind == kind ? 0 : other.share.value;
    }
    return left;
}

std::int64_t sum_of(std::vector<Minutes> const& months) {
    std::int64_t sum = 0;
    for (Minutes const month : months) {
        sum += month.count;
    }
    return sum;
}

// Each month of the forecast as far as it counts; zeros where nothing is of the kind.
std::vector<Minutes> months_of(Forecast const& forecast, std::size_t kind) {
    auto const& kinds = forecast.work.kinds;
    auto const found = std::ranges::find(kinds, kind, &KindMonths::kind);
    return found == kinds.end() ? std::vector<Minutes>(forecast.typical.size()) : found->months;
}

// One way says about what the other said.
void change_way(Needs& needs, Forecast const& forecast, NeededKind needed) {
    std::vector<Minutes> const months = months_of(forecast, needed.kind);
    if (needed.months.empty()) {
        needed = {.kind = needed.kind, .share = {}, .months = months};
    } else {
        std::int64_t const total = std::max<std::int64_t>(1, sum_of(forecast.typical));
        std::int64_t const steps = divide_half_up(sum_of(months) * (whole / share_step), total);
        std::int64_t const left = left_by_others(needs, needed.kind);
        needed = {.kind = needed.kind, .share = {std::min(steps * share_step, left)}, .months = {}};
    }
    set_kind(needs, std::move(needed));
}

// A slider with its per cent beside it; at most what other kinds leave.
float draw_share(Frame& frame, Needs& needs, NeededKind const& needed, std::string const& name,
                 float x, float y, float width) {
    std::string const percent = format_percent(needed.share, frame.language);
    auto const slid = slider(frame, "share", {x, y, width - percent_width, size::touch},
                             frame.texts.fill(Text::kind_share, {{"kind", name}}),
                             {.minimum = 0,
                              .maximum = left_by_others(needs, needed.kind),
                              .step = share_step,
                              .now = needed.share.value,
                              .text = percent});
    if (slid) {
        set_kind(needs, {.kind = needed.kind, .share = {*slid}, .months = {}});
    }
    paint::line(frame, x + width, y + 11, percent,
                {.size = type::body,
                 .weight = Weight::semibold,
                 .colour = frame.theme.text,
                 .align = Align::right});
    return size::touch;
}

// A field a month, each at most the month's hours; below them what they come to.
float draw_kind_months(Frame& frame, Shop const& shop, NeedsState& state,
                       NeedsContext const& context, NeededKind needed, float x, float y,
                       float width) {
    std::vector<Minutes> const& typical = context.forecast.typical;
    auto& edits = state.kind_edits[needed.kind];
    edits.resize(typical.size());
    needed.months.resize(typical.size());
    std::string const& name = shop.catalogue.kinds[needed.kind].name.in(frame.language);
    MonthGrid const grid(x, y, width, month_field_height);
    bool has_changed = false;
    NumberEdit const* noted = nullptr;
    Minutes noted_maximum;
    for (std::size_t index = 0; index < typical.size(); ++index) {
        auto const month = static_cast<std::int32_t>(index) + 1;
        std::string const month_name = long_month(frame, shop, month);
        Container const group(frame, std::to_string(month), Role::group, month_name);
        Rect const cell = grid.cell(index);
        auto const typed = month_field(frame, shop, month, cell, name + " \u00B7 " + month_name,
                                       needed.months[index], typical[index], edits[index]);
        if (typed) {
            needed.months[index] = *typed;
            has_changed = true;
        }
        if (edits[index].error && noted == nullptr) {
            noted = &edits[index];
            noted_maximum = typical[index];
        }
    }
    float at = y + grid.height(typical.size());
    if (noted != nullptr) {
        at += number_error(frame, *noted,
                           {.measure = Measure::hours_a_month, .maximum = noted_maximum.count},
                           "error", x, at, width) +
              4;
    }
    at += draw_months_summary(frame, months_of(context.forecast, needed.kind), x, at, width);
    if (has_changed) {
        set_kind(state.needs, std::move(needed));
    }
    return at - y;
}

} // namespace

float draw_kind(Frame& frame, Shop const& shop, NeedsState& state, NeedsContext const& context,
                std::size_t kind, float x, float y, float width) {
    Kind const& named = shop.catalogue.kinds[kind];
    std::string const& name = named.name.in(frame.language);
    Container const group(frame, named.id, Role::group, name);
    NeededKind const* const found = kind_of(state.needs, kind);
    NeededKind const needed =
        found != nullptr ? *found : NeededKind{.kind = kind, .share = {}, .months = {}};
    auto const way = [&](char const* id, Text label) {
        std::string const words{frame.texts[label]};
        return Choice{id, words, name + " \u00B7 " + words};
    };
    std::array<Choice, 2> const ways{way("share", Text::kind_by_share),
                                     way("by_month", Text::way_by_month)};
    std::size_t const selected = needed.months.empty() ? 0 : 1;
    float at = y + draw_caption(frame, name, named.summary, x, y, width);
    auto const chosen = segmented_row(frame, "way", x, at, width, name, ways, selected);
    at += segmented_row_height(frame, ways, width) + 4;
    at += selected == 0 ? draw_share(frame, state.needs, needed, name, x, at, width)
                        : draw_kind_months(frame, shop, state, context, needed, x, at, width);
    if (chosen && *chosen != selected) {
        state.kind_edits[kind].clear();
        change_way(state.needs, context.forecast, needed);
    }
    return at - y;
}

} // namespace kontingent::ui
