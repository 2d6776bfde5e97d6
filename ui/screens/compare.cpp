#include "ui/screens/compare.hpp"

#include "core/format.hpp"
#include "ui/paint.hpp"
#include "ui/screens/offer_details.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/card.hpp"
#include "ui/widgets/composition_bar.hpp"
#include "ui/widgets/text.hpp"

#include <algorithm>
#include <array>

namespace kontingent::ui {

namespace {

constexpr float row_height = 112;
constexpr float card_row_height = 188;

// Where a row's pieces stand. Wide rows are columns of one line, narrow ones a card.
struct RowLayout {
    Rect name, bar, rate, expired, total;
    float chevron_x = 0, height = 0;
    Align figures = Align::left;
};

RowLayout wide_row(float x, float y, float width) {
    float const inner = width - 24 - 40;
    float const name = inner * 0.25F;
    float const bar = inner * 0.25F;
    float const rate = inner * 0.14F;
    float const expired = inner * 0.15F;
    RowLayout row;
    row.height = row_height;
    row.chevron_x = x + width - 22;
    float left = x + 20;
    auto const column = [&left, y](float column_width) {
        Rect const rect{left, y + 16, column_width - 16, row_height - 32};
        left += column_width;
        return rect;
    };
    row.name = column(name);
    row.bar = column(bar);
    row.rate = column(rate);
    row.expired = column(expired);
    row.total = {left, y + 16, x + width - 44 - left, row_height - 32};
    return row;
}

RowLayout narrow_row(float x, float y, float width) {
    RowLayout row;
    row.height = card_row_height;
    row.chevron_x = x + width - 20;
    float const inner = width - 32;
    float const half = inner / 2;
    row.name = {x + 16, y + 14, half - 16, 72};
    row.total = {x + 16 + half - 16, y + 14, half - 8, 72};
    row.bar = {x + 16, y + 104, inner, 16};
    row.rate = {x + 16, y + 128, half - 8, 44};
    row.expired = {x + 16 + half, y + 128, half, 44};
    return row;
}

std::string bar_words(Frame const& frame, Shop const& shop, Explained const& explained) {
    return frame.texts.fill(Text::bar_name,
                            {{"used", money(frame, shop, explained.used_base)},
                             {"expired", money(frame, shop, explained.expired_base)},
                             {"overage", money(frame, shop, explained.overage)}});
}

void draw_bar(Frame& frame, Shop const& shop, Explained const& explained, Money largest,
              Rect rect) {
    std::array<BarPart, 3> const parts{BarPart{PartKind::used, explained.used_base.minor},
                                       BarPart{PartKind::expired, explained.expired_base.minor},
                                       BarPart{PartKind::overage, explained.overage.minor}};
    composition_bar(frame, "composition", {rect.x, rect.y, rect.width, 16}, parts, largest.minor,
                    bar_words(frame, shop, explained));
}

void figure(Frame& frame, Rect rect, Align align, std::string_view value, std::string_view label) {
    paragraph(frame, rect.x, rect.y, rect.width, value,
              {.size = type::body,
               .weight = Weight::semibold,
               .colour = frame.theme.text,
               .align = align});
    paragraph(
        frame, rect.x, rect.y + 24, rect.width, label,
        {.size = type::small, .colour = frame.theme.muted, .align = align, .line_height = 18});
}

void draw_total(Frame& frame, Shop const& shop, Estimate const& estimate,
                Explained const& explained, PriceView view, Rect rect) {
    Money const total = total_shown(explained, view);
    TextStyle const muted{.size = type::small, .colour = frame.theme.muted, .align = Align::right};
    float at = rect.y;
    at += paragraph(frame, rect.x, at, rect.width, money(frame, shop, total),
                    {.size = type::large,
                     .weight = Weight::semibold,
                     .colour = frame.theme.text,
                     .align = Align::right});
    std::string const monthly = frame.texts.fill(
        Text::monthly, {{"amount", money(frame, shop, monthly_shown(explained, view))}});
    at += paragraph(frame, rect.x, at + 2, rect.width, monthly, muted) + 2;
    Money const more{total.minor - total_shown(estimate.offers.front(), view).minor};
    if (more.minor > 0) {
        paragraph(frame, rect.x, at, rect.width, "+ " + money(frame, shop, more), muted);
    }
}

void draw_name(Frame& frame, Shop const& shop, Explained const& explained, bool is_recommended,
               Rect rect) {
    Offer const& offer = explained.offer;
    float at = rect.y;
    at += heading(frame, rect.x, at, rect.width, name_of(shop, offer).in(frame.language), 3,
                  {.size = type::large, .weight = Weight::semibold, .colour = frame.theme.text});
    std::string terms = term_words(frame, offer);
    if (offer.package_index) {
        Package const& package = shop.catalogue.packages[*offer.package_index];
        terms +=
            " · " + frame.texts.fill(Text::included_monthly,
                                     {{"hours", format_hours(package.included, frame.language)}});
    }
    at += paragraph(frame, rect.x, at + 2, rect.width, terms,
                    {.size = type::small, .colour = frame.theme.muted, .line_height = 20}) +
          2;
    if (is_recommended) {
        mark(frame, rect.x, at + 4, frame.texts[Text::recommended], MarkKind::good);
    }
}

void draw_figures(Frame& frame, Shop const& shop, Explained const& explained,
                  RowLayout const& row) {
    Quote const& quote = explained.offer.quote;
    std::string const rate =
        quote.effective_hourly_rate
            ? money(frame, shop, Money{quote.effective_hourly_rate->minor_per_hour})
            : "–";
    figure(frame, row.rate, row.figures, rate, frame.texts[Text::rate_label]);
    std::string const expired =
        quote.expired.count == 0
            ? std::string{frame.texts[Text::nothing_expires]}
            : frame.texts.fill(Text::expired_label,
                               {{"amount", money(frame, shop, explained.expired_base)}});
    figure(frame, row.expired, row.figures, format_hours(quote.expired, frame.language), expired);
}

float draw_offer(Frame& frame, Shop const& shop, Estimate const& estimate, std::size_t rank,
                 PriceView view, CompareState& state, float x, float y, float width) {
    Explained const& explained = estimate.offers[rank];
    bool const is_wide = width >= size::row_min;
    RowLayout const row = is_wide ? wide_row(x, y, width) : narrow_row(x, y, width);
    Container const item(frame, explained.key, Role::list_item, "");
    bool is_open = is_listed(state.open_offers, explained.key);
    std::string const name =
        frame.texts.fill(Text::details_name, {{"offer", title_of(frame, shop, explained.offer)}});
    paint::Behind behind(frame);
    if (disclosure_row(frame, "open", {x, y, width, row.height}, row.chevron_x, name,
                       is_open ? Openness::open : Openness::closed)) {
        toggle(state.open_offers, explained.key);
        is_open = !is_open;
    }
    draw_name(frame, shop, explained, rank == 0, row.name);
    draw_total(frame, shop, estimate, explained, view, row.total);
    Rect bar = row.bar;
    if (is_wide) {
        bar.y += 4;
    }
    draw_bar(frame, shop, explained, estimate.largest_net, bar);
    draw_figures(frame, shop, explained, row);

    float height = row.height;
    if (is_open) {
        float const inset = is_wide ? 20 : 16;
        height += draw_offer_details(frame, shop, explained, state, x + inset, y + height,
                                     width - 2 * inset) +
                  inset;
    }
    behind.now();
    Rect const outer{x, y, width, height};
    paint::fill(frame, outer, frame.theme.card, size::card_radius);
    if (rank == 0) {
        paint::border(frame, outer, frame.theme.good, size::card_radius, 2);
    } else {
        paint::border(frame, outer, frame.theme.line, size::card_radius);
    }
    return height;
}

} // namespace

float draw_compare(Frame& frame, Shop const& shop, Estimate const& estimate, PriceView view,
                   CompareState& state, float x, float y, float width) {
    Container const region(frame, "compare", Role::region, frame.texts[Text::compare_title]);
    float at = y;
    at += heading(frame, x, at, width, frame.texts[Text::compare_title], 2,
                  {.size = type::title, .weight = Weight::semibold, .colour = frame.theme.text}) +
          4;
    at += paragraph(frame, x, at, width,
                    frame.texts.fill(Text::compare_lead,
                                     {{"hours", format_hours(estimate.used, frame.language)},
                                      {"n", format_integer(estimate.months, frame.language)},
                                      {"view", view_words(frame, view)}}),
                    {.size = type::body, .colour = frame.theme.muted}) +
          8;
    std::array<LegendEntry, 3> const entries{
        LegendEntry{PartKind::used, frame.texts[Text::legend_used]},
        LegendEntry{PartKind::expired, frame.texts[Text::legend_expired]},
        LegendEntry{PartKind::overage, frame.texts[Text::legend_overage]}};
    at += legend(frame, x, at, width, entries) + 16;
    {
        Container const list(frame, "offers", Role::list, frame.texts[Text::compare_title]);
        for (std::size_t rank = 0; rank < estimate.offers.size(); ++rank) {
            at += draw_offer(frame, shop, estimate, rank, view, state, x, at, width) + 12;
        }
    }
    at += 4;
    at += paragraph(frame, x, at, width, frame.texts[Text::compare_note],
                    {.size = type::small, .colour = frame.theme.muted});
    return at - y;
}

} // namespace kontingent::ui
