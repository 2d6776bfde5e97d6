#include "ui/screens/needs/needs_incidents.hpp"

#include "core/advice/forecast.hpp"
#include "core/base/format.hpp"
#include "ui/paint.hpp"
#include "ui/quantity.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/number_field.hpp"
#include "ui/widgets/text.hpp"

#include <algorithm>

namespace kontingent::ui {

namespace {

constexpr float gap = 16;
constexpr float field_width = 64;
constexpr float counter_width = 2 * size::touch + field_width + 8;
constexpr float effort_width = 88;
constexpr float row_min = 480; // from here on a level is one row

TextStyle caption_style(Frame const& frame, Align align) {
    return {.size = type::small, .colour = frame.theme.muted, .align = align};
}

void draw_captions(Frame& frame, float counter_x, float right, float y) {
    paint::line(frame, counter_x, y, frame.texts[Text::incidents_times],
                caption_style(frame, Align::left));
    paint::line(frame, right, y, frame.texts[Text::incidents_effort],
                caption_style(frame, Align::right));
}

// To the next multiple of 0.5.
std::int32_t stepped(std::int32_t tenths, Step step) {
    constexpr std::int32_t half = 5;
    std::int32_t const next =
        step == Step::more ? (tenths / half + 1) * half : (tenths + half - 1) / half * half - half;
    return std::clamp(next, 0, incident_tenths_max);
}

NumberSpec times_spec(Incidents const& incidents) {
    return {Measure::times_a_month, incidents.tenths_a_month, incident_tenths_max};
}

NumberSpec effort_spec(Incidents const& incidents) {
    return {Measure::hours_each, incidents.effort.count, incident_effort_max.count};
}

void draw_counter(Frame& frame, std::string_view level, Incidents& incidents, NumberEdit& edit,
                  float x, float y) {
    auto const step = [&](std::string_view key, float left, Text name, Step direction) {
        if (step_button(frame, key, {left, y, size::touch, size::touch},
                        frame.texts.fill(name, {{"level", level}}), direction)) {
            incidents.tenths_a_month = stepped(incidents.tenths_a_month, direction);
            edit = {};
        }
    };
    step("less", x, Text::incidents_less, Step::less);
    auto const typed =
        number_field(frame, "times", {x + size::touch + 4, y, field_width, size::touch},
                     frame.texts.fill(Text::incidents_times_name, {{"level", level}}),
                     times_spec(incidents), edit, FieldLook::roomy);
    if (typed) {
        incidents.tenths_a_month = static_cast<std::int32_t>(*typed);
    }
    step("more", x + size::touch + field_width + 8, Text::incidents_more, Step::more);
}

float draw_level(Frame& frame, SupportLevel const& level, Incidents& incidents, NumberEdit& times,
                 NumberEdit& effort, Rect room) {
    std::string const name =
        frame.texts.fill(Text::level_name, {{"level", format_integer(level.level, frame.language)},
                                            {"name", level.name.in(frame.language)}});
    Container const group(frame, std::to_string(level.level), Role::group, name);
    bool const is_row = room.width >= row_min;
    float const right = room.x + room.width;
    float const counter_x = is_row ? right - effort_width - 32 - counter_width : room.x;
    TextStyle const style{
        .size = type::body, .weight = Weight::semibold, .colour = frame.theme.text};
    float at = room.y;
    if (is_row) {
        float const name_width = counter_x - room.x - gap;
        float const height = text_height(frame, name, style, name_width);
        paragraph(frame, room.x, at + std::max(0.0F, (size::touch - height) / 2), name_width, name,
                  style);
    } else {
        at += paragraph(frame, room.x, at, room.width, name, style);
        draw_captions(frame, counter_x, right, at);
        at += 24;
    }
    draw_counter(frame, name, incidents, times, counter_x, at);
    auto const typed =
        number_field(frame, "effort", {right - effort_width, at, effort_width, size::touch},
                     frame.texts.fill(Text::incidents_effort_name, {{"level", name}}),
                     effort_spec(incidents), effort, FieldLook::roomy);
    if (typed) {
        incidents.effort = {*typed};
    }
    at += size::touch;
    at += number_error(frame, times, times_spec(incidents), "times_error", room.x, at, room.width);
    at +=
        number_error(frame, effort, effort_spec(incidents), "effort_error", room.x, at, room.width);
    return at - room.y;
}

} // namespace

float draw_incidents(Frame& frame, Shop const& shop, Needs& needs, IncidentEdits& edits, float x,
                     float y, float width) {
    Container const group(frame, "incidents", Role::group, frame.texts[Text::incidents_title]);
    float at = y;
    at += paragraph(frame, x, at, width, frame.texts[Text::incidents_lead],
                    caption_style(frame, Align::left)) +
          gap;
    if (width >= row_min) {
        draw_captions(frame, x + width - effort_width - 32 - counter_width, x + width, at);
        at += 24;
    }
    for (std::size_t index = 0; index < needs.incidents.size(); ++index) {
        at += draw_level(frame, shop.catalogue.levels[index], needs.incidents[index],
                         edits.times[index], edits.efforts[index], {x, at, width, 0}) +
              (width >= row_min ? 12 : gap);
    }
    at += status_line(frame, "average", x, at, width,
                      frame.texts.fill(Text::incidents_average,
                                       {{"hours", quantity(frame, incidents_average(needs))}}),
                      {.size = type::body, .weight = Weight::semibold, .colour = frame.theme.text});
    return at - y;
}

} // namespace kontingent::ui
