#include "ui/screens/needs/needs_hours.hpp"

#include "core/base/format.hpp"
#include "core/base/limits.hpp"
#include "core/base/utf8.hpp"
#include "ui/paint.hpp"
#include "ui/quantity.hpp"
#include "ui/widgets/hours_field.hpp"
#include "ui/widgets/segmented.hpp"
#include "ui/widgets/slider.hpp"
#include "ui/widgets/text.hpp"

#include <algorithm>

namespace kontingent::ui {

namespace {

constexpr float bar_height = 96; // of a month
constexpr float letter_height = 28;
constexpr float cell_gap = 6;
constexpr std::size_t bars_in_a_row = 12; // a year side by side, so that months can be compared

struct MonthBars {
    float x, y, width;

    // Of the bar; its letter is below.
    Rect cell(std::size_t index, float height) const {
        float const step = width / static_cast<float>(bars_in_a_row);
        float const gap = std::min(8.0F, step / 4);
        return {x + static_cast<float>(index % bars_in_a_row) * step + gap / 2,
                y + static_cast<float>(index / bars_in_a_row) * row_height(height), step - gap,
                height};
    }

    static float row_height(float height) { return height + letter_height; }

    static float rows_height(std::size_t months, float height) {
        std::size_t const rows = (months + bars_in_a_row - 1) / bars_in_a_row;
        return static_cast<float>(rows) * row_height(height);
    }
};

// The month's first letter below its bar; its name is the bar's own and the field's.
void draw_letter(Frame& frame, Shop const& shop, std::int32_t month, Rect bar) {
    std::string const name = short_month(frame, shop, month);
    std::size_t end = 1;
    while (end < name.size() && utf8::continues(name[end])) {
        ++end;
    }
    paint::line(frame, bar.x + bar.width / 2, bar.y + bar.height + 4, name.substr(0, end),
                {.size = type::small, .colour = frame.theme.muted, .align = Align::centre});
}

semantics::Range hours_range(Frame const& frame, Shop const& shop, Minutes now, Minutes step) {
    return {.minimum = 0,
            .maximum = slider_maximum(shop.catalogue).count,
            .step = step.count,
            .now = now.count,
            .text = quantity(frame, now)};
}

void draw_month(Frame& frame, Shop const& shop, NeedsState& state, std::size_t index,
                std::int64_t mark, Rect bar, Rect field) {
    auto const month = static_cast<std::int32_t>(index) + 1;
    std::string const name = long_month(frame, shop, month);
    Container const group(frame, std::to_string(month), Role::group, name);
    Minutes& minutes = state.needs.months[index];
    NumberEdit& edit = state.month_edits[index];
    auto const dragged =
        upright_bar(frame, "bar", bar, frame.texts.fill(Text::month_slider, {{"month", name}}),
                    hours_range(frame, shop, minutes, Minutes{shop.catalogue.hour()}), mark);
    if (dragged) {
        minutes = {*dragged};
        edit = {};
    }
    draw_letter(frame, shop, month, bar);
    if (auto const typed =
            month_field(frame, shop, month, field, name, minutes, month_usage_max, edit)) {
        minutes = *typed;
    }
}

// --- season

std::size_t season_index(Shop const& shop, NeedsState const& state) {
    auto const& seasons = shop.catalogue.seasons;
    if (state.is_season_own) {
        return seasons.size();
    }
    auto const found = std::ranges::find_if(seasons, [&state](NamedSeason const& season) {
        return season.weights == state.needs.season;
    });
    return static_cast<std::size_t>(found - seasons.begin());
}

// A bar for each month's weight, in the forecast's order; its text is the month as a percentage of
// an average one.
float draw_own_season(Frame& frame, Shop const& shop, Season& season, float x, float y,
                      float width) {
    constexpr float weight_height = 64;
    constexpr std::int64_t weight_end = 300;
    std::int64_t year = 0;
    for (std::int32_t const weight : season) {
        year += weight;
    }
    MonthBars const bars{x, y, width};
    Container const group(frame, "own_season", Role::group, frame.texts[Text::season_own]);
    for (std::size_t index = 0; index < season.size(); ++index) {
        auto const month = static_cast<std::int32_t>(index) + 1;
        std::int32_t& weight =
            season[(static_cast<std::size_t>(shop.first_month) + index) % season.size()];
        Rect const bar = bars.cell(index, weight_height);
        std::int64_t const percent =
            year > 0 ? (weight * std::int64_t{1200} + year / 2) / year : 100;
        auto const dragged = upright_bar(
            frame, std::to_string(month), bar,
            frame.texts.fill(Text::season_month, {{"month", long_month(frame, shop, month)}}),
            {.minimum = 0,
             .maximum = weight_end,
             .step = 10,
             .now = weight,
             .text = format_integer(percent, frame.language) + " %"},
            year / 12);
        // At least one weight must stay above zero.
        if (dragged && year - weight + *dragged > 0) {
            weight = static_cast<std::int32_t>(*dragged);
        }
        draw_letter(frame, shop, month, bar);
    }
    float const height = MonthBars::rows_height(season.size(), weight_height);
    return height + paragraph(frame, x, y + height, width, frame.texts[Text::season_line],
                              {.size = type::small, .colour = frame.theme.muted});
}

// "Am meisten im Dezember …"; empty where all months are equal.
std::string season_words(Frame const& frame, Shop const& shop, std::vector<Minutes> const& months) {
    auto const [least, most] = std::ranges::minmax_element(months);
    if (months.empty() || *least == *most) {
        return {};
    }
    auto const name = [&](std::vector<Minutes>::const_iterator month) {
        return long_month(frame, shop, static_cast<std::int32_t>(month - months.begin()) + 1);
    };
    return frame.texts.fill(Text::season_words,
                            {{"most", name(most)},
                             {"most_hours", average_quantity(frame, *most, 1)},
                             {"least", name(least)},
                             {"least_hours", average_quantity(frame, *least, 1)}});
}

} // namespace

MonthGrid::MonthGrid(float x, float y, float width, float row_height)
    : x_(x),
      y_(y),
      row_height_(row_height),
      cell_width_(0),
      columns_(width >= 600   ? 12
               : width >= 300 ? 6
                              : 4) {
    auto const count = static_cast<float>(columns_);
    cell_width_ = (width - cell_gap * (count - 1)) / count;
}

Rect MonthGrid::cell(std::size_t index) const {
    return {x_ + static_cast<float>(index % columns_) * (cell_width_ + cell_gap),
            y_ + static_cast<float>(index / columns_) * row_height_, cell_width_, row_height_};
}

float MonthGrid::height(std::size_t months) const {
    return static_cast<float>((months + columns_ - 1) / columns_) * row_height_;
}

std::optional<Minutes> month_field(Frame& frame, Shop const& shop, std::int32_t month, Rect place,
                                   std::string_view name, Minutes now, Minutes maximum,
                                   NumberEdit& edit) {
    paint::line(frame, place.x + place.width / 2, place.y + 4, short_month(frame, shop, month),
                {.size = type::small, .colour = frame.theme.muted, .align = Align::centre});
    return hours_field(frame, "hours", {place.x, place.y + 28, place.width, size::touch},
                       frame.texts.fill(Text::month_hours, {{"month", name}}), now, maximum, edit,
                       FieldLook::compact);
}

float draw_months_summary(Frame& frame, std::vector<Minutes> const& months, float x, float y,
                          float width) {
    Minutes total;
    for (Minutes const month : months) {
        total.count += month.count;
    }
    auto const count = static_cast<std::int64_t>(months.size());
    HoursForm const form = common_form(std::array{total, readable_average(total, count)});
    return paragraph(frame, x, y, width,
                     frame.texts.fill(Text::months_summary,
                                      {{"total", quantity(frame, total, form)},
                                       {"average", average_quantity(frame, total, count, form)},
                                       {"period", counted(frame, Text::per_period, count)}}),
                     {.size = type::small, .colour = frame.theme.muted});
}

float draw_average(Frame& frame, Shop const& shop, NeedsState& state, float x, float y,
                   float width) {
    Container const group(frame, "average", Role::group, frame.texts[Text::hours_per_month]);
    TextStyle const caption{
        .size = type::small, .weight = Weight::semibold, .colour = frame.theme.muted};
    paint::line(frame, x, y, frame.texts[Text::hours_per_month], caption);
    constexpr float field_width = 88;
    float const top = y + 28;
    Minutes const half_hour{std::max<std::int64_t>(1, shop.catalogue.hour() / 2)};
    auto const slid = slider(frame, "slider", {x, top, width - field_width - 16, size::touch},
                             frame.texts[Text::hours_per_month_slider],
                             hours_range(frame, shop, state.needs.average, half_hour));
    if (slid) {
        state.needs.average = {*slid};
        state.average_edit = {};
    }
    auto const typed =
        hours_field(frame, "hours", {x + width - field_width, top, field_width, size::touch},
                    frame.texts[Text::hours_per_month], state.needs.average, month_usage_max,
                    state.average_edit, FieldLook::roomy);
    if (typed) {
        state.needs.average = *typed;
    }
    return 28 + size::touch + hours_error(frame, state.average_edit, x, top + size::touch, width);
}

// What is wrong comes before what was understood.
NumberEdit const* edit_to_note(Frame const& frame, std::vector<NumberEdit> const& edits) {
    NumberEdit const* found = nullptr;
    for (NumberEdit const& edit : edits) {
        if (edit.error) {
            return &edit;
        }
        if (!number_note(frame, edit, {.maximum = month_usage_max.count}).empty()) {
            found = &edit;
        }
    }
    return found;
}

float draw_months(Frame& frame, Shop const& shop, NeedsState& state, NeedsContext const& context,
                  float x, float y, float width) {
    Container const group(frame, "months", Role::group, frame.texts[Text::hours_by_month]);
    std::size_t const months = state.needs.months.size();
    MonthBars const bars{x, y, width};
    float const fields = y + MonthBars::rows_height(months, bar_height);
    MonthGrid const grid(x, fields, width, month_field_height);
    std::int64_t const mark = context.included ? context.included->count : -1;
    for (std::size_t index = 0; index < months; ++index) {
        draw_month(frame, shop, state, index, mark, bars.cell(index, bar_height), grid.cell(index));
    }
    float at = fields + grid.height(months);
    if (NumberEdit const* edit = edit_to_note(frame, state.month_edits)) {
        at += hours_error(frame, *edit, x, at, width) + 4;
    }
    at += draw_months_summary(frame, state.needs.months, x, at, width);
    if (context.included) {
        at += paragraph(
            frame, x, at, width,
            frame.texts.fill(Text::line_explained, {{"hours", quantity(frame, *context.included)}}),
            {.size = type::small, .colour = frame.theme.muted});
    }
    return at - y;
}

float draw_season(Frame& frame, Shop const& shop, NeedsState& state, NeedsContext const& context,
                  float x, float y, float width) {
    auto const& seasons = shop.catalogue.seasons;
    std::vector<Choice> choices;
    for (NamedSeason const& season : seasons) {
        choices.push_back({season.id, season.name.in(frame.language), {}});
    }
    choices.push_back({"=own",
                       std::string{frame.texts[Text::season_own]},
                       {}}); // not an id that a season can have
    auto const chosen = segmented(frame, "season", x, y, width, frame.texts[Text::season_caption],
                                  choices, season_index(shop, state));
    if (chosen) {
        state.is_season_own = *chosen == seasons.size();
        if (!state.is_season_own) {
            state.needs.season = seasons[*chosen].weights;
        }
    }
    float at = y + segmented_height(frame, frame.texts[Text::season_caption], choices, width);
    if (state.is_season_own) {
        at += 12;
        at += draw_own_season(frame, shop, state.needs.season, x, at, width);
    }
    std::string const words = season_words(frame, shop, context.forecast.typical);
    if (!words.empty()) {
        at += 6 + paragraph(frame, x, at + 6, width, words,
                            {.size = type::small, .colour = frame.theme.muted});
    }
    return at - y;
}

} // namespace kontingent::ui
