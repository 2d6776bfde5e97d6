#include "ui/screens/compare/exclusions.hpp"

#include "core/base/format.hpp"
#include "ui/widgets/text.hpp"

#include <string>

namespace kontingent::ui {

namespace {

// "Passt nicht: Reaktionszeit auf Ebene 1: …, ohne Entwicklung"; without a requirement that is not
// met: "Wird nicht empfohlen: …".
std::string exclusion_words(Frame const& frame, Shop const& shop, RankedOffer const& ranked_offer) {
    Offer const& offer = shop.catalogue.offers[ranked_offer.offer.offer_index];
    std::string words;
    bool is_required = false;
    for (Exclusion const& exclusion : ranked_offer.exclusions) {
        words += words.empty() ? "" : ", ";
        is_required = is_required || (exclusion.kind != ExclusionKind::open_work &&
                                      exclusion.kind != ExclusionKind::extra);
        switch (exclusion.kind) {
        case ExclusionKind::response:
            words += frame.texts.fill(
                Text::excluded_response,
                {{"level", format_integer(exclusion.level, frame.language)},
                 {"promise", offer.promise_for(exclusion.level) != nullptr
                                 ? promise_words(frame, *offer.promise_for(exclusion.level))
                                 : std::string{"–"}}});
            break;
        case ExclusionKind::service:
            words += frame.texts.fill(
                Text::excluded_service,
                {{"service", shop.catalogue.services[exclusion.service].name.in(frame.language)}});
            break;
        case ExclusionKind::open_work:
            words += frame.texts[Text::excluded_open_work];
            break;
        case ExclusionKind::extra:
            words += frame.texts.fill(
                Text::excluded_extra,
                {{"extra", shop.catalogue.extras[exclusion.extra].name.in(frame.language)}});
            break;
        case ExclusionKind::term:
            words += frame.texts.fill(Text::excluded_term,
                                      {{"term", term_words(frame, shop, ranked_offer.offer)}});
            break;
        }
    }
    return frame.texts.fill(is_required ? Text::excluded : Text::excluded_unpriced,
                            {{"reasons", words}});
}

} // namespace

float draw_exclusions(Frame& frame, Shop const& shop, RankedOffer const& ranked_offer, float x,
                      float y, float width) {
    return paragraph(frame, x, y - 4, width, exclusion_words(frame, shop, ranked_offer),
                     {.size = type::small, .colour = frame.theme.warn}) +
           8;
}

} // namespace kontingent::ui
