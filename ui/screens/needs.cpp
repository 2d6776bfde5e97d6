#include "ui/screens/needs.hpp"

#include "core/format.hpp"
#include "ui/paint.hpp"
#include "ui/widgets/card.hpp"
#include "ui/widgets/hours_field.hpp"
#include "ui/widgets/segmented.hpp"
#include "ui/widgets/slider.hpp"
#include "ui/widgets/text.hpp"

#include <algorithm>
#include <array>

namespace kontingent::ui {

namespace {

constexpr float gap = 24;

semantics::Range hours_range(Frame const& frame, Shop const& shop, Minutes now, Minutes step) {
    return {.minimum = 0,
            .maximum = slider_maximum(shop.catalogue).count,
            .step = step.count,
            .now = now.count,
            .text = format_hours(now, frame.language)};
}

float fault_line(Frame& frame, HoursEdit const& edit, float x, float y, float width) {
    if (!edit.fault) {
        return 0;
    }
    Container const alert(frame, "fault", Role::alert, "");
    return paragraph(frame, x, y, width, hours_fault_text(frame, *edit.fault, month_usage_max),
                     {.size = type::small, .colour = frame.theme.bad});
}

float draw_even(Frame& frame, Shop const& shop, NeedsState& needs, float x, float y, float width) {
    Container const group(frame, "even", Role::group, frame.texts[Text::hours_per_month]);
    TextStyle const caption{
        .size = type::small, .weight = Weight::semibold, .colour = frame.theme.muted};
    paint::line(frame, x, y, frame.texts[Text::hours_per_month], caption);
    constexpr float field_width = 88;
    float const top = y + 28;
    Minutes const half_hour{30};
    auto const slid = slider(frame, "slider", {x, top, width - field_width - 16, size::touch},
                             frame.texts[Text::hours_per_month_slider],
                             hours_range(frame, shop, needs.even, half_hour));
    if (slid) {
        needs.even = {*slid};
        needs.even_edit = {};
    }
    auto const typed =
        hours_field(frame, "hours", {x + width - field_width, top, field_width, size::touch},
                    frame.texts[Text::hours_per_month], needs.even, month_usage_max,
                    needs.even_edit, FieldLook::roomy);
    if (typed) {
        needs.even = *typed;
    }
    return 28 + size::touch + fault_line(frame, needs.even_edit, x, top + size::touch + 4, width);
}

void draw_month(Frame& frame, Shop const& shop, NeedsState& needs, std::size_t index,
                std::int64_t mark, Rect cell) {
    constexpr float bar_height = 88;
    auto const month = static_cast<std::int32_t>(index) + 1;
    std::string const name = long_month(frame, shop, month);
    Container const group(frame, std::to_string(month), Role::group, name);
    Minutes& minutes = needs.months[index];
    HoursEdit& edit = needs.month_edits[index];
    auto const dragged = upright_bar(frame, "bar", {cell.x + 4, cell.y, cell.width - 8, bar_height},
                                     frame.texts.fill(Text::month_slider, {{"month", name}}),
                                     hours_range(frame, shop, minutes, Minutes{60}), mark);
    if (dragged) {
        minutes = {*dragged};
        edit = {};
    }
    TextStyle const label{.size = type::small, .colour = frame.theme.muted, .align = Align::centre};
    paint::line(frame, cell.x + cell.width / 2, cell.y + bar_height + 4,
                short_month(frame, shop, month), label);
    auto const typed =
        hours_field(frame, "hours", {cell.x, cell.y + bar_height + 28, cell.width, size::touch},
                    frame.texts.fill(Text::month_hours, {{"month", name}}), minutes,
                    month_usage_max, edit, FieldLook::compact);
    if (typed) {
        minutes = *typed;
    }
}

float draw_summary(Frame& frame, NeedsState const& needs, float x, float y, float width) {
    Minutes total;
    for (Minutes const month : needs.months) {
        total.count += month.count;
    }
    auto const months = static_cast<std::int64_t>(needs.months.size());
    // To a tenth of an hour: this is for reading, nothing is computed from it.
    constexpr std::int64_t tenth = 6;
    Minutes const average{(total.count + months * tenth / 2) / (months * tenth) * tenth};
    return paragraph(
        frame, x, y, width,
        frame.texts.fill(Text::months_summary, {{"total", format_hours(total, frame.language)},
                                                {"average", format_hours(average, frame.language)},
                                                {"n", format_integer(months, frame.language)}}),
        {.size = type::small, .colour = frame.theme.muted});
}

float draw_months(Frame& frame, Shop const& shop, NeedsState& needs,
                  std::optional<Minutes> included, float x, float y, float width) {
    Container const group(frame, "months", Role::group, frame.texts[Text::hours_by_month]);
    std::size_t const columns = width >= 600 ? 12 : width >= 300 ? 6 : 4;
    constexpr float row_height = 88 + 28 + size::touch + 16;
    constexpr float cell_gap = 6;
    auto const count = static_cast<float>(columns);
    float const cell_width = (width - cell_gap * (count - 1)) / count;
    std::int64_t const mark = included ? included->count : -1;
    for (std::size_t index = 0; index < needs.months.size(); ++index) {
        Rect const cell{x + static_cast<float>(index % columns) * (cell_width + cell_gap),
                        y + static_cast<float>(index / columns) * row_height, cell_width,
                        row_height};
        draw_month(frame, shop, needs, index, mark, cell);
    }
    std::size_t const rows = (needs.months.size() + columns - 1) / columns;
    float at = y + static_cast<float>(rows) * row_height;
    auto const faulty = std::find_if(needs.month_edits.begin(), needs.month_edits.end(),
                                     [](HoursEdit const& edit) { return edit.fault.has_value(); });
    if (faulty != needs.month_edits.end()) {
        at += fault_line(frame, *faulty, x, at, width) + 4;
    }
    at += draw_summary(frame, needs, x, at, width);
    if (included) {
        at += paragraph(frame, x, at, width,
                        frame.texts.fill(Text::line_explained,
                                         {{"hours", format_hours(*included, frame.language)}}),
                        {.size = type::small, .colour = frame.theme.muted});
    }
    return at - y;
}

std::vector<Choice> term_choices(Frame const& frame, Shop const& shop) {
    std::vector<Choice> choices;
    for (Term const& term : shop.catalogue.terms) {
        std::string const months = format_integer(term.months, frame.language);
        choices.push_back(
            {months, months,
             frame.texts.fill(term.months == 1 ? Text::months_one : Text::months_other,
                              {{"n", months}})});
    }
    std::string const all{frame.texts[Text::all_terms]};
    choices.push_back({"all", all, std::string{frame.texts[Text::all_terms_name]}});
    return choices;
}

float draw_term(Frame& frame, Shop const& shop, NeedsState& needs, float x, float y, float width) {
    std::vector<Choice> const choices = term_choices(frame, shop);
    auto const& terms = shop.catalogue.terms;
    auto const found = std::find_if(terms.begin(), terms.end(), [&needs](Term const& term) {
        return needs.term_months == term.months;
    });
    auto const chosen = segmented(frame, "term", x, y, width, frame.texts[Text::term_caption],
                                  choices, static_cast<std::size_t>(found - terms.begin()));
    if (chosen) {
        needs.term_months =
            *chosen < terms.size() ? std::optional{terms[*chosen].months} : std::nullopt;
    }
    float height = segmented_height(frame, choices, width);
    if (found != terms.end() && found->discount.value > 0) {
        std::string const note = frame.texts.fill(
            Text::discount_note, {{"percent", format_percent(found->discount, frame.language)}});
        height += 6 + paragraph(frame, x, y + height + 6, width, note,
                                {.size = type::small, .colour = frame.theme.muted});
    }
    return height;
}

} // namespace

float draw_needs(Frame& frame, Shop const& shop, NeedsState& needs, std::optional<Minutes> included,
                 float x, float y, float width) {
    Card card(frame, "needs", Role::region, frame.texts[Text::needs_title], x, y, width);
    card.at +=
        heading(frame, card.x, card.at, card.width, frame.texts[Text::needs_title], 2,
                {.size = type::large, .weight = Weight::semibold, .colour = frame.theme.text});
    card.at += 16;

    std::array<Choice, 2> const profiles{
        Choice{"even", std::string{frame.texts[Text::profile_even]}, {}},
        Choice{"by_month", std::string{frame.texts[Text::profile_by_month]}, {}}};
    auto const profile =
        segmented(frame, "profile", card.x, card.at, card.width, frame.texts[Text::profile_caption],
                  profiles, static_cast<std::size_t>(needs.profile));
    card.at += segmented_height(frame, profiles, card.width) + gap;
    if (profile) {
        needs.profile = *profile == 0 ? Profile::even : Profile::by_month;
    }
    card.at += (needs.profile == Profile::even
                    ? draw_even(frame, shop, needs, card.x, card.at, card.width)
                    : draw_months(frame, shop, needs, included, card.x, card.at, card.width)) +
               gap;
    card.at += draw_term(frame, shop, needs, card.x, card.at, card.width) + gap;

    std::array<Choice, 2> const views{Choice{"net", std::string{frame.texts[Text::net]}, {}},
                                      Choice{"gross", std::string{frame.texts[Text::gross]}, {}}};
    auto const view =
        segmented(frame, "view", card.x, card.at, card.width, frame.texts[Text::view_caption],
                  views, static_cast<std::size_t>(needs.price_view));
    if (view) {
        needs.price_view = *view == 0 ? PriceView::net : PriceView::gross;
    }
    card.at += segmented_height(frame, views, card.width);
    return card.finish();
}

} // namespace kontingent::ui
