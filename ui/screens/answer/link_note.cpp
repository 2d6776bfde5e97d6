#include "ui/screens/answer/link_note.hpp"

#include "ui/paint.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/card.hpp"
#include "ui/widgets/text.hpp"

#include <algorithm>
#include <string>

namespace kontingent::ui {

namespace {

// The same offer in today's catalogue.
RankedOffer const* ranked_offer_of(Shop const& shop, Recommendation const& recommendation,
                                   QuotedOffer const& quoted) {
    auto const found =
        std::ranges::find_if(recommendation.ranked_offers, [&](RankedOffer const& ranked_offer) {
            return quoted.package_id == shop.catalogue.offers[ranked_offer.offer.offer_index].id &&
                   quoted.term_months == ranked_offer.offer.term_months;
        });
    return found == recommendation.ranked_offers.end() ? nullptr : &*found;
}

std::string quoted_words(Frame const& frame, Shop const& shop, Recommendation const& recommendation,
                         QuotedOffer const& quoted) {
    RankedOffer const* const today = ranked_offer_of(shop, recommendation, quoted);
    std::string const then = money(frame, shop, quoted.net);
    if (today == nullptr) {
        return frame.texts.fill(Text::link_offer_gone,
                                {{"offer", quoted.package_id}, {"then", then}});
    }
    return frame.texts.fill(Text::link_totals, {{"offer", title_of(frame, shop, today->offer)},
                                                {"then", then},
                                                {"now", money(frame, shop, today->net)}});
}

std::string note_words(Frame const& frame, Shop const& shop, LinkNote const& note,
                       Recommendation const& recommendation) {
    if (note.error) {
        return std::string{
            frame.texts[*note.error == LinkError::newer_version ? Text::link_newer
                                                                : Text::link_damaged]};
    }
    std::string words{frame.texts[Text::link_other_edition]};
    if (note.quoted) {
        words += " " + quoted_words(frame, shop, recommendation, *note.quoted);
    }
    std::string dropped;
    for (std::string const& service : note.dropped) {
        dropped += (dropped.empty() ? "" : ", ") + service;
    }
    if (!dropped.empty()) {
        words += " " + frame.texts.fill(Text::link_dropped, {{"services", dropped}});
    }
    return words;
}

} // namespace

LinkNoteResult draw_link_note(Frame& frame, Shop const& shop, LinkNote const& note,
                              Recommendation const& recommendation, float x, float y, float width) {
    LinkNoteResult result;
    Card card(frame, "link_note", Role::group, frame.texts[Text::link_title], x, y, width);
    card.at +=
        heading(frame, card.x, card.at, card.width, frame.texts[Text::link_title], 2,
                {.size = type::body, .weight = Weight::semibold, .colour = frame.theme.warn}) +
        4;
    {
        Container const alert(frame, "note", Role::alert, "");
        card.at += paragraph(frame, card.x, card.at, card.width,
                             note_words(frame, shop, note, recommendation),
                             {.size = type::body, .colour = frame.theme.text});
    }
    card.at += 12;
    std::string_view const label = frame.texts[Text::dismiss];
    result.is_dismissed =
        button(frame, "dismiss", card.x, card.at, card.width, label, ButtonKind::quiet);
    card.at += button_height;
    result.height = card.finish();
    return result;
}

} // namespace kontingent::ui
