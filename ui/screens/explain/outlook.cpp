#include "ui/screens/explain/outlook.hpp"

#include "core/base/format.hpp"
#include "ui/quantity.hpp"
#include "ui/state/best_offers.hpp"
#include "ui/widgets/card.hpp"
#include "ui/widgets/progress.hpp"
#include "ui/widgets/range_bar.hpp"
#include "ui/widgets/table.hpp"
#include "ui/widgets/text.hpp"

#include <algorithm>
#include <array>

namespace kontingent::ui {

namespace {

constexpr float name_width_min = 88;

// One offer's figures as texts, net or gross as chosen.
struct Figures {
    MoneyRange range;
    std::string title;
    std::string mean, low, middle, high, overage, expired, cheapest;
};

Figures figures_of(Frame const& frame, Shop const& shop, OutlookInput const& input,
                   OutlookOffer const& offer) {
    OfferRisk const& risk = offer.risk;
    auto const in_view = [&](Money net) { return shown(shop, net, input.view); };
    Figures figures;
    figures.range = {in_view(risk.p10), in_view(risk.p50), in_view(risk.p90), in_view(risk.mean)};
    figures.title = title_of(frame, shop, risk.offer);
    figures.mean = money(frame, shop, figures.range.mean);
    figures.low = money(frame, shop, figures.range.low);
    figures.middle = money(frame, shop, figures.range.middle);
    figures.high = money(frame, shop, figures.range.high);
    figures.overage = format_percent(risk.overage_chance, frame.language);
    figures.expired = average_quantity(frame, risk.expired_mean, 1);
    figures.cheapest = format_percent(offer.cheapest_chance, frame.language);
    return figures;
}

std::string range_words(Frame const& frame, Figures const& figures) {
    return frame.texts.fill(Text::outlook_range, {{"offer", figures.title},
                                                  {"low", figures.low},
                                                  {"high", figures.high},
                                                  {"middle", figures.middle},
                                                  {"mean", figures.mean}});
}

TextStyle body(Frame const& frame) {
    return {.size = type::body, .colour = frame.theme.text};
}

TextStyle small(Frame const& frame) {
    return {.size = type::small, .colour = frame.theme.muted};
}

// Names on the left, on their right bars on one scale.
float draw_bars(Frame& frame, Shop const& shop, std::span<Figures const> all, Scale const& scale,
                float x, float y) {
    constexpr float row_height = 40;
    float const height = money_scale_height + static_cast<float>(all.size()) * row_height;
    money_ticks(frame, y, height, scale, shop.catalogue.currency);
    float at = y + money_scale_height;
    for (Figures const& figures : all) {
        TextStyle const style{
            .size = type::small, .weight = Weight::semibold, .colour = frame.theme.text};
        paint::line(frame, x, at + (row_height - paint::line_height(style)) / 2, figures.title,
                    style);
        range_bar(frame, figures.title, at + (row_height - range_bar_height) / 2, scale,
                  figures.range, range_words(frame, figures));
        at += row_height;
    }
    return height;
}

float amount_width(Frame const& frame, std::span<Figures const> all) {
    float widest = 0;
    for (Figures const& figures : all) {
        widest = std::max(widest, column_width(frame, figures.high));
    }
    return widest;
}

// So wide that each word of the title and each value keeps to one line.
float share_width(Frame const& frame, std::string_view title, std::span<Figures const> all,
                  std::string Figures::* value) {
    TextStyle const style{.size = type::small, .weight = Weight::semibold};
    float widest = column_width(frame, paint::widest_word(frame, title, style));
    for (Figures const& figures : all) {
        widest = std::max(widest, column_width(frame, figures.*value));
    }
    return widest;
}

std::array<Column, 8> table_columns(Frame const& frame, std::span<Figures const> all) {
    auto const& texts = frame.texts;
    float const amount = amount_width(frame, all);
    auto const share = [&](Text title, std::string Figures::* value) {
        return Column{texts[title], 1, Align::right, share_width(frame, texts[title], all, value)};
    };
    return {Column{texts[Text::column_offer], 1, Align::left},
            Column{texts[Text::outlook_mean], 1, Align::right, amount},
            Column{texts[Text::outlook_low], 1, Align::right, amount},
            Column{texts[Text::outlook_middle], 1, Align::right, amount},
            Column{texts[Text::outlook_high], 1, Align::right, amount},
            share(Text::outlook_overage, &Figures::overage),
            share(Text::outlook_expired, &Figures::expired),
            share(Text::outlook_cheapest, &Figures::cheapest)};
}

// Else the figures are drawn as cards.
bool has_room_for_table(std::span<Column const> columns, float width) {
    float needed = name_width_min;
    for (Column const& column : columns) {
        needed += column.fixed_width;
    }
    return width >= needed;
}

float draw_table(Frame& frame, std::span<Figures const> all, std::span<Column const> columns,
                 std::string_view caption, float x, float y, float width) {
    Table table(frame, "figures", x, y, width, caption, columns);
    table.header();
    for (Figures const& figures : all) {
        std::array<std::string, 8> const cells{figures.title,   figures.mean,    figures.low,
                                               figures.middle,  figures.high,    figures.overage,
                                               figures.expired, figures.cheapest};
        table.row(cells);
    }
    return table.height();
}

// Where eight columns do not fit: a card for each offer, its figures in words.
float draw_cards(Frame& frame, Shop const& shop, std::span<Figures const> all, Scale const& scale,
                 float x, float y, float width) {
    float at = y;
    Container const list(frame, "offers", Role::list, "");
    for (Figures const& figures : all) {
        Container const item(frame, figures.title, Role::list_item, "");
        paint::stroke(frame, x, at, x + width, at, frame.theme.line);
        at += 12;
        at += heading(frame, x, at, width, figures.title, 3,
                      {.size = type::body, .weight = Weight::semibold, .colour = frame.theme.text});
        money_ticks(frame, at + 4, money_scale_height + range_bar_height, scale,
                    shop.catalogue.currency);
        at += 4 + money_scale_height;
        range_bar(frame, "range", at, scale, figures.range, range_words(frame, figures));
        at += range_bar_height + 6;
        std::string const costs = frame.texts.fill(Text::outlook_costs, {{"low", figures.low},
                                                                         {"high", figures.high},
                                                                         {"middle", figures.middle},
                                                                         {"mean", figures.mean}});
        at += paragraph(frame, x, at, width, costs,
                        {.size = type::small, .colour = frame.theme.text}) +
              4;
        std::string const chances =
            frame.texts.fill(Text::outlook_chances, {{"overage", figures.overage},
                                                     {"expired", figures.expired},
                                                     {"cheapest", figures.cheapest}});
        at += paragraph(frame, x, at, width, chances, small(frame)) + 16;
    }
    return at - y;
}

// Names the offer that is most often the cheapest.
std::string first_words(Frame const& frame, OutlookInput const& input,
                        std::span<Figures const> all) {
    auto const likeliest = std::ranges::max_element(
        input.offers, {}, [](OutlookOffer const& offer) { return offer.cheapest_chance.value; });
    Figures const& figures = all[static_cast<std::size_t>(likeliest - input.offers.begin())];
    return frame.texts.fill(Text::outlook_sentence, {{"offer", figures.title},
                                                     {"low", figures.low},
                                                     {"high", figures.high},
                                                     {"view", view_words(frame, input.view)},
                                                     {"period", period_words(frame, input.months)},
                                                     {"chance", figures.cheapest}});
}

float draw_done(Frame& frame, Shop const& shop, OutlookInput const& input, float x, float y,
                float width) {
    std::vector<Figures> all;
    std::vector<MoneyRange> ranges;
    float names = 0;
    for (OutlookOffer const& offer : input.offers) {
        all.push_back(figures_of(frame, shop, input, offer));
        ranges.push_back(all.back().range);
        names = std::max(names, paint::width(frame, all.back().title,
                                             {.size = type::small, .weight = Weight::semibold}));
    }
    auto const columns = table_columns(frame, all);
    bool const is_wide = has_room_for_table(columns, width);
    float at = y;
    at += paragraph(frame, x, at, width, first_words(frame, input, all), body(frame)) + 12;
    at += range_legend(frame, x, at, width, frame.texts[Text::outlook_legend_range],
                       frame.texts[Text::outlook_legend_middle],
                       frame.texts[Text::outlook_legend_mean]) +
          12;
    if (is_wide) {
        float const left = x + std::min(names, width * 0.4F) + 24;
        Scale const scale = money_scale(ranges, left, x + width - left);
        at += draw_bars(frame, shop, all, scale, x, at) + 16;
        std::string const caption = frame.texts.fill(
            Text::outlook_caption, {{"view", view_words(frame, input.view)},
                                    {"period", period_words(frame, input.months)}});
        at += draw_table(frame, all, columns, caption, x, at, width) + 16;
    } else {
        at += draw_cards(frame, shop, all, money_scale(ranges, x, width), x, at, width);
    }
    std::string const note =
        frame.texts.fill(Text::outlook_note, {{"n", format_integer(input.trials, frame.language)}});
    at += paragraph(frame, x, at, width, note, small(frame));
    return at - y;
}

} // namespace

OutlookInput outlook_of(Results const& results, CompareState const& state, PriceView view) {
    ComparedOffers const& compared = *results.compared();
    OutlookInput input{.phase = OutlookPhase::certain,
                       .progress_per_mille = results.trials_per_mille(),
                       .offers = {},
                       .months = compared.months,
                       .trials = std::int64_t{trial_count_default},
                       .view = view};
    if (!results.is_uncertain()) {
        return input;
    }
    input.phase = results.risks().empty() ? OutlookPhase::running : OutlookPhase::done;
    std::size_t const count = std::min(compared.allowed_count, shown_count(compared, state));
    for (std::size_t rank = 0; rank < count && !results.risks().empty(); ++rank) {
        OfferSummary const& summary = compared.offers[rank];
        input.offers.push_back(
            {results.risks()[summary.index], compared.ranked_offer(summary).cheapest_chance});
    }
    return input;
}

float draw_outlook(Frame& frame, Shop const& shop, OutlookInput const& input, OutlookState& state,
                   float x, float y, float width) {
    Card card(frame, "outlook", Role::region, "", x, y, width);
    card.at +=
        section_title(frame, card.x, card.at, card.width, frame.texts[Text::outlook_title]) + 8;
    switch (input.phase) {
    case OutlookPhase::certain:
        card.at += paragraph(frame, card.x, card.at, card.width, frame.texts[Text::outlook_certain],
                             body(frame));
        break;
    case OutlookPhase::running: {
        float const own = progress(frame, "running", card.x, card.at, card.width,
                                   frame.texts[Text::outlook_running], input.progress_per_mille);
        // So that the page below does not jump while the hours are being changed.
        card.at += std::max(own, state.height);
        break;
    }
    case OutlookPhase::done:
        state.height = draw_done(frame, shop, input, card.x, card.at, card.width);
        card.at += state.height;
        break;
    }
    return card.finish();
}

} // namespace kontingent::ui
