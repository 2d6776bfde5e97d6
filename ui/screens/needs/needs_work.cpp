#include "ui/screens/needs/needs_work.hpp"

#include "core/advice/initial_needs.hpp"
#include "core/base/small_sort.hpp"
#include "ui/paint.hpp"
#include "ui/screens/needs/needs_kinds.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/number_field.hpp"
#include "ui/widgets/text.hpp"

#include <algorithm>
#include <string>

namespace kontingent::ui {

namespace {

constexpr float gap = 16;
constexpr float field_width = 88;

float draw_task(Frame& frame, NeedsState& state, float x, float y, float width) {
    std::string_view const caption = frame.texts[Text::task_size];
    float const text_width = width - field_width - gap;
    TextStyle const style{
        .size = type::small, .weight = Weight::semibold, .colour = frame.theme.muted};
    float const height = text_height(frame, caption, style, text_width);
    paragraph(frame, x, y + std::max(0.0F, (size::touch - height) / 2), text_width, caption, style);
    NumberSpec const spec{Measure::hours_each, state.needs.task_size.count, month_usage_max.count};
    if (auto const typed =
            number_field(frame, "task", {x + width - field_width, y, field_width, size::touch},
                         caption, spec, state.task_edit, FieldLook::roomy)) {
        state.needs.task_size = {*typed};
    }
    return std::max(height, size::touch) +
           number_error(frame, state.task_edit, spec, "task_error", x, y + size::touch, width);
}

void set_number(Needs& needs, std::size_t extra, std::int64_t number) {
    std::erase_if(needs.extras, [extra](ChosenExtra const& other) { return other.extra == extra; });
    needs.extras.push_back({extra, static_cast<std::int32_t>(number)});
    sort_few(needs.extras, &ChosenExtra::extra);
}

// The name, and at its right a number between two buttons.
float draw_extra(Frame& frame, Shop const& shop, NeedsState& state, std::size_t extra, float x,
                 float y, float width) {
    constexpr float number_width = 64;
    constexpr float counter_width = 2 * size::touch + number_width + 8;
    Extra const& named = shop.catalogue.extras[extra];
    std::string const& name = named.name.in(frame.language);
    Container const group(frame, named.id, Role::group, name);
    auto const chosen = std::ranges::find(state.needs.extras, extra, &ChosenExtra::extra);
    std::int64_t const now = chosen == state.needs.extras.end()
                                 ? included_number(shop.catalogue, extra)
                                 : chosen->number;
    NumberEdit& edit = state.extra_edits[extra];
    NumberSpec const spec{Measure::number, now, named.max};
    float const left = x + width - counter_width;
    auto const step = [&](std::string_view key, float at, Text text, Step direction) {
        if (step_button(frame, key, {at, y, size::touch, size::touch},
                        frame.texts.fill(text, {{"extra", name}}), direction)) {
            std::int64_t const wanted = now + (direction == Step::more ? 1 : -1);
            set_number(state.needs, extra, std::clamp<std::int64_t>(wanted, 0, named.max));
            edit = {};
        }
    };
    float const text_width = width - counter_width - gap;
    float const height = draw_caption(frame, name, named.summary, x, y + 10, text_width) + 10;
    step("less", left, Text::extra_less, Step::less);
    auto const typed =
        number_field(frame, "number", {left + size::touch + 4, y, number_width, size::touch}, name,
                     spec, edit, FieldLook::roomy);
    if (typed) {
        set_number(state.needs, extra, *typed);
    }
    step("more", left + size::touch + number_width + 8, Text::extra_more, Step::more);
    float const end = std::max(height, size::touch);
    return end + number_error(frame, edit, spec, "error", x, y + end, width);
}

} // namespace

float draw_caption(Frame& frame, std::string_view caption, LocalizedText const& summary, float x,
                   float y, float width) {
    float at =
        y +
        paragraph(frame, x, y, width, caption,
                  {.size = type::small, .weight = Weight::semibold, .colour = frame.theme.muted});
    if (std::string const& more = summary.in(frame.language); !more.empty()) {
        at += paragraph(frame, x, at, width, more,
                        {.size = type::small, .colour = frame.theme.muted});
    }
    return at + 4 - y;
}

float draw_work(Frame& frame, Shop const& shop, NeedsState& state, NeedsContext const& context,
                float x, float y, float width) {
    Catalogue const& catalogue = shop.catalogue;
    if (!catalogue.has_questions_about_work()) {
        return 0;
    }
    Container const group(frame, "work", Role::group, frame.texts[Text::work_title]);
    float at = y;
    for (std::size_t kind = 1; kind < catalogue.kinds.size(); ++kind) {
        if (catalogue.has_rule_for_kind(kind)) {
            at += draw_kind(frame, shop, state, context, kind, x, at, width) + gap;
        }
    }
    if (catalogue.counts_tasks()) {
        at += draw_task(frame, state, x, at, width) + gap;
    }
    for (std::size_t extra = 0; extra < catalogue.extras.size(); ++extra) {
        if (catalogue.sells_extra(extra)) {
            at += draw_extra(frame, shop, state, extra, x, at, width) + gap;
        }
    }
    return at - gap - y;
}

} // namespace kontingent::ui
