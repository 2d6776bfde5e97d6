#include "cli/text/exclusion_text.hpp"

#include "cli/text/offer_text.hpp"
#include "cli/text/plain.hpp"
#include "cli/text/table.hpp"
#include "cli/text/wording.hpp"

#include <algorithm>
#include <span>

namespace kontingent::cli {
namespace {

std::string promise_text(Minutes within, SupportHours hours, Language language) {
    Wording const& words = wording(language);
    return filled(hours == SupportHours::always ? words.always : words.in_business,
                  {hours_text(within, language)});
}

std::string response_text(Catalogue const& catalogue, OfferId const& offer,
                          RequiredResponse const& required, Language language) {
    Wording const& words = wording(language);
    ResponsePromise const* promise =
        catalogue.offers[offer.offer_index].promise_for(required.level);
    SupportLevel const& level = catalogue.level(required.level);
    std::string const promised = promise == nullptr
                                     ? std::string(words.no_value)
                                     : promise_text(promise->within, promise->hours, language);
    return filled(words.lacks_response,
                  {std::to_string(required.level), text_in(catalogue, level.name, language),
                   promised, promise_text(required.within, required.hours, language)});
}

std::string reason_text(Catalogue const& catalogue, OfferId const& offer,
                        Exclusion const& exclusion, Requirements const& requirements,
                        Language language) {
    Wording const& words = wording(language);
    switch (exclusion.kind) {
    case ExclusionKind::response:
        return response_text(
            catalogue, offer,
            *std::ranges::find(requirements.responses, exclusion.level, &RequiredResponse::level),
            language);
    case ExclusionKind::service:
        return filled(words.lacks_service,
                      {text_in(catalogue, catalogue.services[exclusion.service].name, language)});
    case ExclusionKind::open_work:
        return std::string(words.has_open_work);
    case ExclusionKind::extra:
        return filled(words.lacks_extra,
                      {text_in(catalogue, catalogue.extras[exclusion.extra].name, language)});
    case ExclusionKind::term:
        return filled(words.term_too_long,
                      {counted(words.months, requirements.term_months_max.value_or(1), language)});
    }
    return {};
}

// Without its term.
std::string name_of(Catalogue const& catalogue, OfferId const& offer, Language language) {
    return text_in(catalogue, catalogue.offers[offer.offer_index].name, language);
}

} // namespace

std::string exclusions_text(Catalogue const& catalogue, Recommendation const& recommendation,
                            Requirements const& requirements, Language language) {
    Wording const& words = wording(language);
    Table table({Align::left, Align::left});
    table.add_row({std::string(words.offer), std::string(words.reasons)});
    table.add_rule();
    bool has_rows = false;
    // A reason a line, so that long ones do not stretch the table.
    auto const add = [&](std::string name, RankedOffer const& ranked) {
        for (Exclusion const& exclusion : ranked.exclusions) {
            table.add_row({std::move(name), reason_text(catalogue, ranked.offer, exclusion,
                                                        requirements, language)});
            name = {};
            has_rows = true;
        }
    };
    std::span<RankedOffer const> rest(recommendation.ranked_offers);
    while (!rest.empty()) {
        RankedOffer const& first = rest.front();
        auto const is_same_offer = [&](RankedOffer const& ranked) {
            return ranked.offer.offer_index == first.offer.offer_index;
        };
        auto const count =
            static_cast<std::size_t>(std::ranges::find_if_not(rest, is_same_offer) - rest.begin());
        auto const of_offer = rest.first(count);
        // What excludes the shortest term excludes them all.
        if (!first.exclusions.empty()) {
            add(name_of(catalogue, first.offer, language), first);
        } else {
            for (RankedOffer const& ranked : of_offer) {
                add(offer_name(catalogue, ranked.offer, language), ranked);
            }
        }
        rest = rest.subspan(count);
    }
    return has_rows ? std::string(words.excluded_title) + "\n" + table.text() + "\n" : "";
}

} // namespace kontingent::cli
