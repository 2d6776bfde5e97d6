#include "ui/screens/compare/compare.hpp"

#include "core/base/format.hpp"
#include "ui/paint.hpp"
#include "ui/screens/compare/offer_details.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/card.hpp"
#include "ui/widgets/composition_bar.hpp"
#include "ui/widgets/text.hpp"
#include "ui/widgets/text_field.hpp"

#include <algorithm>
#include <array>

namespace kontingent::ui {

namespace {

constexpr float row_height = 108;
// Below, "12 months · 20 h/month" and its like no longer fit into one line of a column.
constexpr float row_width_min = 772;

enum class Rank : std::uint8_t { best, other, excluded };

// Where a row's pieces stand. Wide rows are columns of one line, narrow ones a card.
struct RowLayout {
    Rect name, bar, rate, expired, total;
    float chevron_x = 0, chevron_y = 0, height = 0;
};

// Columns of a wide row, with the space behind each: two are as wide as what stands in them, name
// and bar share the rest.
constexpr float wide_edge = 20;
constexpr float chevron_column = 44;
constexpr float column_gap = 16;
constexpr float rate_column = 100;    // "je genutzter"
constexpr float expired_column = 108; // "nichts verfällt"
constexpr float total_column = 136;   // "120.000,00 €"

float name_column(float width) {
    return (width - wide_edge - chevron_column - rate_column - expired_column - total_column) / 2;
}

// What stands in the name's column decides how high the row is.
float wide_name_width(float width) {
    return name_column(width) - column_gap;
}

RowLayout wide_row(float x, float y, float width, float name_height) {
    RowLayout row;
    row.height = std::max(row_height, 32 + name_height);
    row.chevron_x = x + width - chevron_column / 2;
    row.chevron_y = y + row.height / 2;
    float left = x + wide_edge;
    auto const column = [&left, y, &row](float column_width) {
        Rect const rect{left, y + 16, column_width - column_gap, row.height - 32};
        left += column_width;
        return rect;
    };
    row.name = column(name_column(width));
    row.bar = column(name_column(width));
    row.rate = column(rate_column);
    row.expired = column(expired_column);
    row.total = {left, y + 16, total_column, row.height - 32};
    return row;
}

// Beside the total and the chevron.
float narrow_name_width(float width) {
    return std::max(80.0F, width - 2 * 16 - 28 - 128 - 8);
}

RowLayout narrow_row(float x, float y, float width, float name_height) {
    constexpr float edge = 16;
    constexpr float chevron = 28;
    constexpr float total = 128;
    float const inner = width - 2 * edge;
    float const half = inner / 2;
    float const head = std::max(name_height, 72.0F) + 10;
    RowLayout row;
    row.height = 14 + head + 76 + 60 + 10;
    row.chevron_x = x + width - edge - 4;
    row.chevron_y = y + 28;
    row.name = {x + edge, y + 14, narrow_name_width(width), head};
    row.total = {x + width - edge - chevron - total, y + 14, total, head};
    row.bar = {x + edge, y + 14 + head, inner, 64};
    row.rate = {x + edge, y + 14 + head + 76, half - 8, 44};
    row.expired = {x + edge + half, y + 14 + head + 76, half, 44};
    return row;
}

std::string bar_words(Frame const& frame, Shop const& shop, OfferSummary const& summary) {
    return frame.texts.fill(Text::bar_name, {{"used", money(frame, shop, summary.used_base)},
                                             {"expired", money(frame, shop, summary.expired_base)},
                                             {"overage", money(frame, shop, summary.overage)}});
}

// The bar, and beneath it what it is made of.
void draw_bar(Frame& frame, Shop const& shop, OfferSummary const& summary, Money largest,
              Rect rect) {
    std::array<BarPart, 3> const parts{BarPart{PartKind::used, summary.used_base.minor},
                                       BarPart{PartKind::expired, summary.expired_base.minor},
                                       BarPart{PartKind::overage, summary.overage.minor}};
    composition_bar(frame, "composition", {rect.x, rect.y, rect.width, 16}, parts, largest.minor,
                    bar_words(frame, shop, summary));
    TextStyle style{.size = type::small, .colour = frame.theme.muted, .line_height = 20};
    Money const base{summary.used_base.minor + summary.expired_base.minor};
    paragraph(frame, rect.x, rect.y + 24, rect.width,
              frame.texts.fill(Text::base_part, {{"amount", money(frame, shop, base)}}), style);
    paragraph(
        frame, rect.x, rect.y + 44, rect.width,
        frame.texts.fill(Text::overage_part, {{"amount", money(frame, shop, summary.overage)}}),
        style);
}

void figure(Frame& frame, Rect rect, std::string_view value, std::string_view label) {
    paragraph(frame, rect.x, rect.y, rect.width, value,
              {.size = type::body, .weight = Weight::semibold, .colour = frame.theme.text});
    paragraph(frame, rect.x, rect.y + 24, rect.width, label,
              {.size = type::small, .colour = frame.theme.muted, .line_height = 18});
}

void draw_total(Frame& frame, Shop const& shop, ComparedOffers const& compared,
                OfferSummary const& summary, PriceView view, Rect rect) {
    Money const total = total_shown(summary, view);
    TextStyle const muted{.size = type::small, .colour = frame.theme.muted, .align = Align::right};
    float at = rect.y;
    at += paragraph(frame, rect.x, at, rect.width, money(frame, shop, total),
                    {.size = type::large,
                     .weight = Weight::semibold,
                     .colour = frame.theme.text,
                     .align = Align::right});
    std::string const monthly = frame.texts.fill(
        Text::monthly, {{"amount", money(frame, shop, monthly_shown(summary, view))}});
    at += paragraph(frame, rect.x, at + 2, rect.width, monthly, muted) + 2;
    Money const more{total.minor - total_shown(compared.offers.front(), view).minor};
    if (more.minor > 0) {
        paragraph(frame, rect.x, at, rect.width, "+ " + money(frame, shop, more), muted);
    }
}

std::string terms_words(Frame const& frame, Shop const& shop, OfferId const& offer) {
    std::string words = term_words(frame, offer);
    if (offer.package_index) {
        Package const& package = shop.catalogue.packages[*offer.package_index];
        words +=
            " · " + frame.texts.fill(Text::included_monthly,
                                     {{"hours", format_hours(package.included, frame.language)}});
    }
    return words;
}

TextStyle name_style(Frame const& frame) {
    return {.size = type::large, .weight = Weight::semibold, .colour = frame.theme.text};
}

TextStyle terms_style(Frame const& frame) {
    return {.size = type::small, .colour = frame.theme.muted, .line_height = 20};
}

float name_height(Frame const& frame, Shop const& shop, OfferId const& offer, Rank rank,
                  float width) {
    return text_height(frame, name_of(shop, offer).in(frame.language), name_style(frame), width) +
           2 + text_height(frame, terms_words(frame, shop, offer), terms_style(frame), width) +
           (rank == Rank::best ? 4 + mark_height : 0);
}

void draw_name(Frame& frame, Shop const& shop, OfferId const& offer, Rank rank, Rect rect) {
    std::string const& name = name_of(shop, offer).in(frame.language);
    float at = rect.y;
    at += heading(frame, rect.x, at, rect.width, name, 3, name_style(frame)) + 2;
    at += paragraph(frame, rect.x, at, rect.width, terms_words(frame, shop, offer),
                    terms_style(frame));
    if (rank == Rank::best) {
        mark(frame, rect.x, at + 4, frame.texts[Text::recommended], MarkKind::good);
    }
}

void draw_figures(Frame& frame, Shop const& shop, OfferSummary const& summary,
                  RowLayout const& row) {
    Quote const& quote = summary.quote;
    std::string const rate =
        quote.effective_hourly_rate
            ? money(frame, shop, Money{quote.effective_hourly_rate->minor_per_hour})
            : "–";
    figure(frame, row.rate, rate, frame.texts[Text::rate_label]);
    std::string const expired =
        quote.expired.count == 0
            ? std::string{frame.texts[Text::nothing_expires]}
            : frame.texts.fill(Text::expired_label,
                               {{"amount", money(frame, shop, summary.expired_base)}});
    figure(frame, row.expired, format_hours(quote.expired, frame.language), expired);
}

// "Passt nicht: Ebene 1 erst in …, ohne Entwicklung".
std::string exclusion_words(Frame const& frame, Shop const& shop, RankedOffer const& ranked_offer) {
    auto const& package = ranked_offer.offer.package_index;
    auto const& promises =
        package ? shop.catalogue.packages[*package].responses : shop.catalogue.on_demand.responses;
    std::string words;
    for (Exclusion const& exclusion : ranked_offer.exclusions) {
        words += words.empty() ? "" : ", ";
        switch (exclusion.kind) {
        case ExclusionKind::response:
            words += frame.texts.fill(
                Text::excluded_response,
                {{"level", format_integer(exclusion.level, frame.language)},
                 {"promise",
                  promise_words(frame, promises[static_cast<std::size_t>(exclusion.level - 1)])}});
            break;
        case ExclusionKind::service:
            words += frame.texts.fill(
                Text::excluded_service,
                {{"service", shop.catalogue.services[exclusion.service].name.in(frame.language)}});
            break;
        case ExclusionKind::term:
            words += frame.texts.fill(Text::excluded_term,
                                      {{"term", term_words(frame, ranked_offer.offer)}});
            break;
        }
    }
    return frame.texts.fill(Text::excluded, {{"reasons", words}});
}

float draw_offer(Frame& frame, Shop const& shop, ComparedOffers const& compared, std::size_t rank,
                 PriceView view, CompareState& state, float x, float y, float width) {
    OfferSummary const& summary = compared.offers[rank];
    bool const is_wide = width >= row_width_min;
    Rank const place = rank >= compared.allowed_count ? Rank::excluded
                       : rank == 0                    ? Rank::best
                                                      : Rank::other;
    float const name_width = is_wide ? wide_name_width(width) : narrow_name_width(width);
    float const names = name_height(frame, shop, summary.id, place, name_width);
    RowLayout const row = is_wide ? wide_row(x, y, width, names) : narrow_row(x, y, width, names);
    Container const item(frame, summary.key, Role::list_item, "");
    bool is_open = is_listed(state.open_offers, summary.key);
    std::string const name =
        frame.texts.fill(Text::details_name, {{"offer", title_of(frame, shop, summary.id)}});
    paint::Behind behind(frame);
    if (disclosure_row(frame, "open", {x, y, width, row.height}, {row.chevron_x, row.chevron_y},
                       name, is_open ? Openness::open : Openness::closed)) {
        toggle(state.open_offers, summary.key);
        is_open = !is_open;
    }
    draw_name(frame, shop, summary.id, place, row.name);
    draw_total(frame, shop, compared, summary, view, row.total);
    draw_bar(frame, shop, summary, compared.largest_net, row.bar);
    draw_figures(frame, shop, summary, row);

    float height = row.height;
    if (place == Rank::excluded) {
        float const edge = is_wide ? 20 : 16;
        height += paragraph(frame, x + edge, y + height - 4, width - 2 * edge,
                            exclusion_words(frame, shop, compared.ranked_offer(summary)),
                            {.size = type::small, .colour = frame.theme.warn}) +
                  8;
    }
    if (is_open) {
        float const inset = is_wide ? 20 : 16;
        height += draw_offer_details(frame, shop, summary, state, x + inset, y + height,
                                     width - 2 * inset) +
                  inset;
    }
    behind.now();
    Rect const outer{x, y, width, height};
    paint::fill(frame, outer, frame.theme.card, size::card_radius);
    if (place == Rank::best) {
        paint::border(frame, outer, frame.theme.good, size::card_radius, 2);
    } else {
        paint::border(frame, outer, frame.theme.line, size::card_radius);
    }
    return height;
}

float draw_all_terms(Frame& frame, CompareState& state, float x, float y, float width) {
    bool shows_all = state.term_rows == TermRows::all;
    float const height = checkbox(frame, "all_terms", x, y, width, frame.texts[Text::all_terms], "",
                                  Need::optional, shows_all);
    TermRows const wanted = shows_all ? TermRows::all : TermRows::best;
    if (state.term_rows != wanted) {
        state.term_rows = wanted;
        frame.state_changed();
    }
    return height;
}

} // namespace

float draw_compare(Frame& frame, Shop const& shop, ComparedOffers const& compared, PriceView view,
                   CompareState& state, float x, float y, float width) {
    Container const region(frame, "compare", Role::region, frame.texts[Text::compare_title]);
    float at = y;
    std::string const lead = frame.texts.fill(
        Text::compare_lead, {{"hours", format_hours(compared.used, frame.language)},
                             {"n", format_integer(compared.months, frame.language)},
                             {"view", view_words(frame, view)}});
    at += section_head(frame, x, at, width, frame.texts[Text::compare_title], lead) + 8;
    std::array<LegendEntry, 3> const entries{
        LegendEntry{PartKind::used, frame.texts[Text::legend_used]},
        LegendEntry{PartKind::expired, frame.texts[Text::legend_expired]},
        LegendEntry{PartKind::overage, frame.texts[Text::legend_overage]}};
    at += legend(frame, x, at, width, entries) + 8;
    at += draw_all_terms(frame, state, x, at, width) + 8;
    {
        Container const list(frame, "offers", Role::list, frame.texts[Text::compare_title]);
        for (std::size_t rank = 0; rank < compared.offers.size(); ++rank) {
            at += draw_offer(frame, shop, compared, rank, view, state, x, at, width) + 12;
        }
    }
    at += 4;
    at += paragraph(frame, x, at, width, frame.texts[Text::compare_note],
                    {.size = type::small, .colour = frame.theme.muted});
    return at - y;
}

} // namespace kontingent::ui
