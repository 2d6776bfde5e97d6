#include "ui/screens/compare/compare.hpp"

#include "core/base/format.hpp"
#include "ui/quantity.hpp"
#include "ui/screens/compare/offer_row.hpp"
#include "ui/state/best_offers.hpp"
#include "ui/widgets/composition_bar.hpp"
#include "ui/widgets/text.hpp"
#include "ui/widgets/text_field.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace kontingent::ui {

namespace {

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

float draw_all_offers(Frame& frame, std::size_t count, CompareState& state, float x, float y,
                      float width) {
    std::string const label =
        frame.texts.fill(Text::all_offers,
                         {{"n", format_integer(static_cast<std::int64_t>(count), frame.language)}});
    bool shows_all = state.shows_all_offers;
    float const height =
        checkbox(frame, "all_offers", x, y, width, label, "", Need::optional, shows_all);
    if (std::exchange(state.shows_all_offers, shows_all) != shows_all) {
        frame.state_changed();
    }
    return height;
}

// An opened offer stays in view.
bool is_shown(ComparedOffers const& compared, std::size_t rank, CompareState const& state) {
    return rank < shown_count(compared, state) ||
           std::ranges::find(state.open_offers, compared.offers[rank].key) !=
               state.open_offers.end();
}

} // namespace

CompareResult draw_compare(Frame& frame, Shop const& shop, ComparedOffers const& compared,
                           PriceView view, CompareState& state, float x, float y, float width) {
    Container const region(frame, "compare", Role::region, "");
    CompareResult result;
    float at = y;
    std::string const lead = frame.texts.fill(
        Text::compare_lead, {{"hours", quantity(frame, compared.used)},
                             {"period", counted(frame, Text::per_period, compared.months)},
                             {"view", view_words(frame, view)}});
    at += section_head(frame, x, at, width, frame.texts[Text::compare_heading], lead) + 8;
    std::array<LegendEntry, 3> const entries{
        LegendEntry{PartKind::used, frame.texts[Text::legend_used]},
        LegendEntry{PartKind::expired, frame.texts[Text::legend_expired]},
        LegendEntry{PartKind::overage, frame.texts[Text::legend_overage]}};
    at += legend(frame, x, at, width, entries) + 8;
    if (shop.catalogue.terms.size() > 1) {
        at += draw_all_terms(frame, state, x, at, width) + 8;
    }
    if (has_many(compared)) {
        at += draw_all_offers(frame, compared.offers.size(), state, x, at, width) + 8;
    }
    {
        OfferRows const rows = offer_rows(frame, shop, compared, view, x, width);
        Container const list(frame, "offers", Role::list, frame.texts[Text::compare_title]);
        for (std::size_t rank = 0; rank < compared.offers.size(); ++rank) {
            if (!is_shown(compared, rank, state)) {
                continue;
            }
            OfferRow const row = draw_offer_row(frame, rows, rank, state, at);
            at += row.height + 12;
            result.wants_code |= row.wants_code;
            if (row.wants_request) {
                result.requested_offer = compared.offers[rank].key;
            }
        }
    }
    at += 4;
    at += paragraph(frame, x, at, width, frame.texts[Text::compare_note],
                    {.size = type::small, .colour = frame.theme.muted});
    result.height = at - y;
    return result;
}

} // namespace kontingent::ui
