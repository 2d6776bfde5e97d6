#include "ui/screens/compare/offer_row.hpp"

#include "core/base/format.hpp"
#include "ui/paint.hpp"
#include "ui/quantity.hpp"
#include "ui/screens/compare/exclusions.hpp"
#include "ui/screens/compare/offer_details.hpp"
#include "ui/screens/missing_part.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/composition_bar.hpp"
#include "ui/widgets/text.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <vector>

namespace kontingent::ui {

namespace {

enum class Rank : std::uint8_t { best, other, excluded };

Rank rank_of(ComparedOffers const& compared, std::size_t index) {
    if (index >= compared.allowed_count) {
        return Rank::excluded;
    }
    return index == 0 ? Rank::best : Rank::other;
}

TextStyle terms_style(Frame const& frame) {
    return {.size = type::small, .colour = frame.theme.muted, .line_height = 20};
}

std::string bar_words(Frame const& frame, Shop const& shop, OfferSummary const& summary) {
    return frame.texts.fill(Text::bar_name, {{"used", money(frame, shop, summary.used_base)},
                                             {"expired", money(frame, shop, summary.expired_base)},
                                             {"overage", money(frame, shop, summary.overage)}});
}

// Below the bar: the two amounts it is made of.
struct BarCaption {
    std::string base, overage;
};

constexpr float bar_caption_top = 24;

BarCaption bar_caption(Frame const& frame, Shop const& shop, OfferSummary const& summary) {
    Money const base{summary.used_base.minor + summary.expired_base.minor};
    return {
        frame.texts.fill(Text::base_part, {{"amount", money(frame, shop, base)}}),
        frame.texts.fill(Text::overage_part, {{"amount", money(frame, shop, summary.overage)}})};
}

float bar_height(Frame const& frame, BarCaption const& caption, float width) {
    TextStyle const style = terms_style(frame);
    return bar_caption_top + text_height(frame, caption.base, style, width) +
           text_height(frame, caption.overage, style, width);
}

void draw_bar(Frame& frame, Shop const& shop, OfferSummary const& summary,
              BarCaption const& caption, Money largest, Rect rect) {
    std::array<BarPart, 3> const parts{BarPart{PartKind::used, summary.used_base.minor},
                                       BarPart{PartKind::expired, summary.expired_base.minor},
                                       BarPart{PartKind::overage, summary.overage.minor}};
    composition_bar(frame, "composition", {rect.x, rect.y, rect.width, 16}, parts, largest.minor,
                    bar_words(frame, shop, summary));
    float const at = rect.y + bar_caption_top;
    float const base = paragraph(frame, rect.x, at, rect.width, caption.base, terms_style(frame));
    paragraph(frame, rect.x, at + base, rect.width, caption.overage, terms_style(frame));
}

// The total and its explanations, right-aligned: "netto im Jahr", "10.917,00 €", "909,75 €/Monat".
struct TotalPiece {
    std::string words;
    TextStyle style;
};

TextStyle total_style(Frame const& frame) {
    return {.size = type::large,
            .weight = Weight::semibold,
            .colour = frame.theme.text,
            .align = Align::right};
}

std::vector<TotalPiece> total_pieces(Frame const& frame, Shop const& shop,
                                     ComparedOffers const& compared, OfferSummary const& summary,
                                     PriceView view) {
    TextStyle const muted{
        .size = type::small, .colour = frame.theme.muted, .align = Align::right, .line_height = 20};
    return {
        {std::string{view_words(frame, view)} + " " + period_words(frame, compared.months), muted},
        {money(frame, shop, total_shown(summary, view)), total_style(frame)},
        {frame.texts.fill(Text::monthly,
                          {{"amount", money(frame, shop, monthly_shown(summary, view))}}),
         muted}};
}

float total_height(Frame const& frame, std::vector<TotalPiece> const& pieces, float width) {
    float height = 0;
    for (TotalPiece const& piece : pieces) {
        height += text_height(frame, piece.words, piece.style, width);
    }
    return height;
}

void draw_total(Frame& frame, std::vector<TotalPiece> const& pieces, Rect rect) {
    float at = rect.y;
    for (TotalPiece const& piece : pieces) {
        at += paragraph(frame, rect.x, at, rect.width, piece.words, piece.style);
    }
}

// "1.707,00 € mehr als Standard"; empty where the first offer does not cost less.
std::string more_words(Frame const& frame, Shop const& shop, ComparedOffers const& compared,
                       OfferSummary const& summary, PriceView view) {
    OfferSummary const& best = compared.offers.front();
    Money const more{total_shown(summary, view).minor - total_shown(best, view).minor};
    if (more.minor <= 0) {
        return {};
    }
    bool const is_same_package = best.id.offer_index == summary.id.offer_index;
    return frame.texts.fill(
        Text::more_than, {{"amount", money(frame, shop, more)},
                          {"offer", is_same_package ? title_of(frame, shop, best.id)
                                                    : name_of(shop, best.id).in(frame.language)}});
}

std::string terms_words(Frame const& frame, Shop const& shop, OfferId const& offer) {
    std::string words = term_words(frame, shop, offer);
    Allowance const& allowance = shop.catalogue.offers[offer.offer_index].allowance;
    if (allowance.included > Minutes{0}) {
        std::string const hours = quantity(frame, allowance.included);
        words += " · " + (allowance.period_months == 1
                              ? frame.texts.fill(Text::included_monthly, {{"hours", hours}})
                              : hours + " " + period_words(frame, allowance.period_months));
    }
    return words;
}

TextStyle name_style(Frame const& frame) {
    return {.size = type::large, .weight = Weight::semibold, .colour = frame.theme.text};
}

// Name, term and included hours, and how the offer compares with the first one.
struct NameColumn {
    std::string name, terms, more;
    Rank rank = Rank::other;
};

float name_height(Frame const& frame, NameColumn const& column, float width) {
    float height = text_height(frame, column.name, name_style(frame), width) + 2 +
                   text_height(frame, column.terms, terms_style(frame), width);
    if (column.rank == Rank::best) {
        height += 4 + mark_height;
    } else if (!column.more.empty()) {
        height += text_height(frame, column.more, terms_style(frame), width);
    }
    return height;
}

// What is below the name, which is drawn before (`name_height`).
void draw_terms(Frame& frame, NameColumn const& column, Rect rect, float name_height) {
    float at = rect.y + name_height + 2;
    at += paragraph(frame, rect.x, at, rect.width, column.terms, terms_style(frame));
    if (column.rank == Rank::best) {
        mark(frame, rect.x, at + 4, frame.texts[Text::recommended], MarkKind::good);
    } else if (!column.more.empty()) {
        paragraph(frame, rect.x, at, rect.width, column.more, terms_style(frame));
    }
}

// Of the column of expired hours.
HoursForm expired_form(ComparedOffers const& compared) {
    std::vector<Minutes> expired;
    for (OfferSummary const& summary : compared.offers) {
        expired.push_back(summary.quote.expired);
    }
    return common_form(expired);
}

// A label, below it a figure and perhaps a line that explains it.
struct Figure {
    std::string_view label;
    std::string value, note;
};

struct Figures {
    Figure rate, expired;
};

Figures figures_of(Frame const& frame, Shop const& shop, OfferSummary const& summary,
                   HoursForm form) {
    Quote const& quote = summary.quote;
    auto const& rate = quote.effective_hourly_rate;
    Figures figures{
        .rate = {frame.texts[Text::rate_label],
                 rate ? money(frame, shop, Money{rate->minor_per_hour}) : "–",
                 {}},
        .expired = {frame.texts[Text::column_expired], quantity(frame, quote.expired, form), {}}};
    if (quote.expired.count > 0) {
        figures.expired.note = frame.texts.fill(
            Text::expired_worth, {{"amount", money(frame, shop, summary.expired_base)}});
    }
    return figures;
}

TextStyle value_style(Frame const& frame) {
    return {.size = type::body, .weight = Weight::semibold, .colour = frame.theme.text};
}

// Digits have one width, so the largest amount is the longest.
LongestTexts longest_texts(Frame const& frame, Shop const& shop, ComparedOffers const& compared,
                           PriceView view) {
    Money total;
    Money rate;
    float name = 0;
    auto const widest = [&frame](std::string_view text, TextStyle const& style) {
        return paint::width(frame, paint::widest_word(frame, text, style), style);
    };
    for (OfferSummary const& summary : compared.offers) {
        total = std::max(total, total_shown(summary, view));
        if (auto const& hourly = summary.quote.effective_hourly_rate) {
            rate = std::max(rate, Money{hourly->minor_per_hour});
        }
        name =
            std::max(name, widest(name_of(shop, summary.id).in(frame.language), name_style(frame)));
    }
    float const rate_width =
        std::max(paint::width(frame, money(frame, shop, rate), value_style(frame)),
                 widest(frame.texts[Text::rate_label], terms_style(frame)));
    return {.name = std::ceil(name),
            .total = std::ceil(paint::width(frame, money(frame, shop, total), total_style(frame))),
            .rate = std::ceil(rate_width)};
}

float value_height(Frame const& frame, Figure const& figure, float width) {
    return text_height(frame, figure.value, value_style(frame), width);
}

// Both figures begin at the same height, however many lines their labels take.
float labels_height(Frame const& frame, Figures const& figures, float rate_width,
                    float expired_width) {
    TextStyle const style = terms_style(frame);
    return std::max(text_height(frame, figures.rate.label, style, rate_width),
                    text_height(frame, figures.expired.label, style, expired_width));
}

float figures_height(Frame const& frame, Figures const& figures, RowWidths const& widths) {
    return labels_height(frame, figures, widths.rate, widths.expired) +
           std::max(
               value_height(frame, figures.rate, widths.rate),
               value_height(frame, figures.expired, widths.expired) +
                   text_height(frame, figures.expired.note, terms_style(frame), widths.expired));
}

void draw_figures(Frame& frame, Figures const& figures, RowLayout const& row) {
    float const labels = labels_height(frame, figures, row.rate.width, row.expired.width);
    auto const draw = [&](Figure const& figure, Rect const& rect) {
        paragraph(frame, rect.x, rect.y, rect.width, figure.label, terms_style(frame));
        float const value =
            paragraph(frame, rect.x, rect.y + labels, rect.width, figure.value, value_style(frame));
        if (!figure.note.empty()) {
            paragraph(frame, rect.x, rect.y + labels + value, rect.width, figure.note,
                      terms_style(frame));
        }
    };
    draw(figures.rate, row.rate);
    draw(figures.expired, row.expired);
}

// True while the row is open.
bool draw_opener(Frame& frame, Shop const& shop, OfferSummary const& summary, CompareState& state,
                 RowLayout const& row, Rect rect) {
    bool const was_open = is_listed(state.open_offers, summary.key);
    std::string const name =
        frame.texts.fill(Text::details_name, {{"offer", title_of(frame, shop, summary.id)}});
    if (disclosure_row(frame, "open", rect, {row.chevron_x, row.chevron_y}, name,
                       was_open ? Openness::open : Openness::closed)) {
        toggle(state.open_offers, summary.key);
        return !was_open;
    }
    return was_open;
}

void draw_ground(Frame& frame, Rank rank, Rect rect) {
    paint::fill(frame, rect, frame.theme.card, size::card_radius);
    if (rank == Rank::best) {
        paint::border(frame, rect, frame.theme.good, size::card_radius, 2);
    } else {
        paint::border(frame, rect, frame.theme.line, size::card_radius);
    }
}

} // namespace

OfferRows offer_rows(Frame const& frame, Shop const& shop, ComparedOffers const& compared,
                     PriceView view, float x, float width) {
    return {.shop = shop,
            .compared = compared,
            .view = view,
            .x = x,
            .width = width,
            .widths = row_widths(width, longest_texts(frame, shop, compared, view))};
}

OfferRow draw_offer_row(Frame& frame, OfferRows const& rows, std::size_t rank, CompareState& state,
                        float y) {
    auto const& [shop, compared, view, x, width, widths] = rows;
    OfferSummary const& summary = compared.offers[rank];
    Rank const place = rank_of(compared, rank);
    NameColumn const name{.name = name_of(shop, summary.id).in(frame.language),
                          .terms = terms_words(frame, shop, summary.id),
                          .more = more_words(frame, shop, compared, summary, view),
                          .rank = place};
    Figures const figures = figures_of(frame, shop, summary, expired_form(compared));
    BarCaption const caption = bar_caption(frame, shop, summary);
    auto const total = total_pieces(frame, shop, compared, summary, view);
    RowLayout const row = row_layout(x, y, width, widths,
                                     {.name = name_height(frame, name, widths.name),
                                      .bar = bar_height(frame, caption, widths.bar),
                                      .figures = figures_height(frame, figures, widths),
                                      .total = total_height(frame, total, widths.total)});
    float const edge = row_edge(width);
    Container const item(frame, summary.key, Role::list_item, "");
    paint::Behind behind(frame);
    bool const is_shown_open = frame.viewport.medium == Medium::paper && place == Rank::best;
    float const heading_height =
        heading(frame, row.name.x, row.name.y, row.name.width, name.name, 3, name_style(frame));
    bool const is_open =
        draw_opener(frame, shop, summary, state, row, {x, y, width, row.height}) || is_shown_open;
    draw_terms(frame, name, row.name, heading_height);
    draw_total(frame, total, row.total);
    draw_bar(frame, shop, summary, caption, compared.largest_net, row.bar);
    draw_figures(frame, figures, row);

    OfferRow drawn{.height = row.height, .wants_request = false};
    if (place == Rank::excluded) {
        drawn.height += draw_exclusions(frame, shop, compared.ranked_offer(summary), x + edge,
                                        y + drawn.height, width - 2 * edge);
    }
    if (is_open) {
        // Amounts of the details end where the total ends.
        float const right = is_wide_row(width) ? row.total.x + row.total.width : x + width - edge;
        Rect const room{x + edge, y + drawn.height, right - x - edge, 0};
        if (auto const code = deferred_code(frame.deferred)) {
            OfferDetails const details =
                draw_offer_details(*code, frame, shop, summary, state, room.x, room.y, room.width);
            drawn.height += details.height + edge;
            drawn.wants_request = details.wants_request;
        } else {
            MissingPart const missing = draw_missing_part(frame, room.x, room.y, room.width);
            drawn.height += missing.height + edge;
            drawn.wants_code = missing.wants_code;
        }
    }
    behind.now();
    draw_ground(frame, place, {x, y, width, drawn.height});
    return drawn;
}

} // namespace kontingent::ui
