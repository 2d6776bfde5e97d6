#include "ui/screens/needs/needs.hpp"

#include "core/base/format.hpp"
#include "ui/paint.hpp"
#include "ui/screens/needs/needs_hours.hpp"
#include "ui/screens/needs/needs_incidents.hpp"
#include "ui/screens/needs/needs_requirements.hpp"
#include "ui/screens/needs/needs_work.hpp"
#include "ui/widgets/card.hpp"
#include "ui/widgets/segmented.hpp"
#include "ui/widgets/text.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace kontingent::ui {

namespace {

constexpr float gap = 24;

// Incidents are those of support levels, and trackers count hours.
float draw_way(Frame& frame, Shop const& shop, NeedsState& state, float x, float y, float width) {
    struct Way {
        NeedsWay way;
        char const* id;
        Text text;
    };

    constexpr Way all[]{{NeedsWay::average, "average", Text::way_average},
                        {NeedsWay::by_month, "by_month", Text::way_by_month},
                        {NeedsWay::incidents, "incidents", Text::way_incidents},
                        {NeedsWay::history, "history", Text::way_history}};
    std::vector<Choice> ways;
    std::vector<NeedsWay> values;
    std::size_t selected = 0;
    for (Way const& one : all) {
        bool const is_offered = one.way == NeedsWay::incidents
                                    ? !shop.catalogue.levels.empty()
                                    : one.way != NeedsWay::history || !shop.catalogue.unit;
        if (!is_offered) {
            continue;
        }
        selected = one.way == state.needs.way ? values.size() : selected;
        ways.push_back({one.id, std::string{frame.texts[one.text]}, {}});
        values.push_back(one.way);
    }
    auto const chosen =
        segmented(frame, "way", x, y, width, frame.texts[Text::way_caption], ways, selected);
    if (chosen) {
        state.needs.way = values[*chosen];
        // Only past months can be resampled.
        if (state.needs.certainty == Certainty::resampled) {
            state.needs.certainty = Certainty::exact;
        }
    }
    return segmented_height(frame, frame.texts[Text::way_caption], ways, width);
}

// Not inlined: a browser compiles it for itself, after the part before.
[[gnu::noinline]] float draw_hours(Frame& frame, Shop const& shop, NeedsState& state,
                                   NeedsContext const& context, NeedsResult& result, float x,
                                   float y, float width) {
    auto const code = deferred_code(frame.deferred);
    float height = 0;
    switch (state.needs.way) {
    case NeedsWay::average:
        height = draw_average(frame, shop, state, x, y, width);
        break;
    case NeedsWay::incidents:
        height = draw_incidents(frame, shop, state.needs, state.incident_edits, x, y, width);
        break;
    case NeedsWay::by_month:
        return draw_months(frame, shop, state, context, x, y, width);
    case NeedsWay::history:
        result.history = code ? draw_history(*code, frame, state.history, state.needs, x, y, width)
                              : draw_missing_history(frame, x, y, width);
        return result.history.height;
    }
    if (shop.catalogue.seasons.empty()) {
        return height;
    }
    return height + gap + draw_season(frame, shop, state, context, x, y + height + gap, width);
}

float draw_term(Frame& frame, Shop const& shop, NeedsState& state, float x, float y, float width) {
    auto const& terms = shop.catalogue.terms;
    std::vector<Choice> choices;
    for (Term const& term : terms) {
        choices.push_back({format_integer(term.months, frame.language),
                           format_integer(term.months, frame.language),
                           months_words(frame, term.months)});
    }
    Requirements& requirements = state.needs.requirements;
    Term const* const longest = longest_term(shop.catalogue, requirements);
    std::size_t const selected =
        longest == nullptr ? terms.size() : static_cast<std::size_t>(longest - terms.data());
    auto const chosen =
        segmented(frame, "term", x, y, width, frame.texts[Text::term_caption], choices, selected);
    if (chosen) {
        requirements.term_months_max =
            *chosen + 1 < terms.size() ? std::optional{terms[*chosen].months} : std::nullopt;
    }
    return segmented_height(frame, frame.texts[Text::term_caption], choices, width);
}

float draw_discount(Frame& frame, Shop const& shop, NeedsState const& state, float x, float y,
                    float width) {
    Term const* const longest = longest_term(shop.catalogue, state.needs.requirements);
    if (longest == nullptr || longest->discount.value == 0) {
        return 0;
    }
    return 6 + paragraph(frame, x, y + 6, width,
                         frame.texts.fill(
                             Text::discount_note,
                             {{"term", months_words(frame, longest->months)},
                              {"percent", format_percent(longest->discount, frame.language)}}),
                         {.size = type::small, .colour = frame.theme.muted});
}

float draw_view(Frame& frame, NeedsState& state, float x, float y, float width) {
    std::array<Choice, 2> const views{Choice{"net", std::string{frame.texts[Text::net]}, {}},
                                      Choice{"gross", std::string{frame.texts[Text::gross]}, {}}};
    auto const view = segmented(frame, "view", x, y, width, frame.texts[Text::view_caption], views,
                                static_cast<std::size_t>(state.needs.price_view));
    if (view) {
        state.needs.price_view = *view == 0 ? PriceView::net : PriceView::gross;
    }
    return segmented_height(frame, frame.texts[Text::view_caption], views, width);
}

// Side by side where the term's caption has room.
float draw_term_and_view(Frame& frame, Shop const& shop, NeedsState& state, float x, float y,
                         float width) {
    if (shop.catalogue.terms.size() == 1) {
        return draw_view(frame, state, x, y, width);
    }
    constexpr float column_gap = 16;
    constexpr float view_width = 132; // "netto", "brutto"
    float const term_width = width - column_gap - view_width;
    float const caption = paint::width(frame, frame.texts[Text::term_caption],
                                       {.size = type::small, .weight = Weight::semibold});
    if (caption > term_width) {
        float const term = draw_term(frame, shop, state, x, y, width);
        float const at = y + term + draw_discount(frame, shop, state, x, y + term, width) + gap;
        return at + draw_view(frame, state, x, at, width) - y;
    }
    // In this order everywhere: compilers evaluate arguments in different ones.
    float const term = draw_term(frame, shop, state, x, y, term_width);
    float const view = draw_view(frame, state, x + term_width + column_gap, y, view_width);
    float const height = std::max(term, view);
    return height + draw_discount(frame, shop, state, x, y + height, width);
}

} // namespace

NeedsResult draw_work_needed(Frame& frame, Shop const& shop, NeedsState& state,
                             NeedsContext const& context, float x, float y, float width) {
    NeedsResult result;
    float at = y + draw_way(frame, shop, state, x, y, width) + gap;
    if (frame.ends_part()) {
        return result;
    }
    at += draw_hours(frame, shop, state, context, result, x, at, width) + gap;
    float const work = draw_work(frame, shop, state, context, x, at, width);
    result.height = at + (work > 0 ? work + gap : 0) - y;
    return result;
}

NeedsResult draw_needs(Frame& frame, Shop const& shop, NeedsState& state,
                       NeedsContext const& context, float x, float y, float width) {
    Card card(frame, "needs", Role::region, "", x, y, width);
    card.at +=
        heading(frame, card.x, card.at, card.width, frame.texts[Text::needs_title], 2,
                {.size = type::large, .weight = Weight::semibold, .colour = frame.theme.text});
    card.at += 16;
    NeedsResult result = draw_work_needed(frame, shop, state, context, card.x, card.at, card.width);
    card.at += result.height;
    if (frame.is_partial || frame.ends_part()) {
        card.finish();
        return result;
    }
    card.at += draw_certainty(frame, shop, state, context, card.x, card.at, card.width) + gap;
    card.at += draw_term_and_view(frame, shop, state, card.x, card.at, card.width) + 8;
    if (!shop.catalogue.levels.empty() || !shop.catalogue.services.empty()) {
        card.at += draw_requirements(frame, shop, state, card.x, card.at, card.width);
    }
    result.height = card.finish();
    return result;
}

} // namespace kontingent::ui
