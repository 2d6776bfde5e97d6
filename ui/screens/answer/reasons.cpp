#include "ui/screens/answer/reasons.hpp"

#include "core/base/format.hpp"

#include <algorithm>
#include <cstdlib>

namespace kontingent::ui {

namespace {

struct Telling {
    Frame const& frame;
    Shop const& shop;
    Estimate const& estimate;
    PriceView view;

    OfferSummary const& best() const { return estimate.offers.front(); }

    RankedOffer const& standing() const { return estimate.standing(best()); }

    bool is_uncertain() const {
        return estimate.recommendation.reason == RecommendationReason::lowest_expected_net;
    }

    std::string amount(Money net) const { return money(frame, shop, shown(shop, net, view)); }

    std::string hours(Minutes minutes) const { return format_hours(minutes, frame.language); }

    std::string percent(std::int64_t whole) const {
        return format_percent(BasisPoints{whole * 100}, frame.language);
    }

    // Its term is said only where it is another than the best one's.
    std::string other(OfferId const& offer) const {
        bool const is_term_known =
            !offer.package_index || offer.term_months == standing().offer.term_months;
        return is_term_known ? name_of(shop, offer).in(frame.language)
                             : title_of(frame, shop, offer);
    }
};

// The runner-up a visitor cares for: another package, not the same one with another term.
RankedOffer const* other_package(Estimate const& estimate) {
    auto const& ranked_offers = estimate.recommendation.ranked_offers;
    auto const& ranked = estimate.recommendation.ranked;
    auto const found = std::ranges::find_if(ranked, [&](std::size_t index) {
        return ranked_offers[index].offer.package_index !=
               ranked_offers[ranked.front()].offer.package_index;
    });
    return found == ranked.end() ? nullptr : &ranked_offers[*found];
}

std::string savings_sentence(Telling const& telling) {
    RankedOffer const* other = other_package(telling.estimate);
    if (other == nullptr) {
        return {};
    }
    std::string const name = telling.other(other->offer);
    // Both totals are bounded, so the difference of two is as well.
    Money const dearer = shown(telling.shop, other->expected_net, telling.view);
    Money const cheaper = shown(telling.shop, telling.standing().expected_net, telling.view);
    if (dearer == cheaper) {
        return telling.frame.texts.fill(Text::reason_same_price, {{"other", name}});
    }
    return telling.frame.texts.fill(
        telling.is_uncertain() ? Text::reason_saves_expected : Text::reason_saves,
        {{"amount", money(telling.frame, telling.shop, {dearer.minor - cheaper.minor})},
         {"period", period_words(telling.frame, telling.estimate.months)},
         {"other", name}});
}

std::string fit_sentence(Telling const& telling) {
    OfferSummary const& best = telling.best();
    Quote const& quote = best.quote;
    Texts const& texts = telling.frame.texts;
    if (!best.id.package_index) {
        return std::string{texts[Text::reason_on_demand]};
    }
    if (quote.overage.count == 0) {
        return std::string{texts[Text::reason_all_within]};
    }
    std::string const overage = telling.hours(quote.overage);
    if (best.months_within == 0) {
        return texts.fill(Text::reason_beyond, {{"hours", overage}});
    }
    return texts.fill(Text::reason_within,
                      {{"within", format_integer(best.months_within, telling.frame.language)},
                       {"months", format_integer(telling.estimate.months, telling.frame.language)},
                       {"hours", overage}});
}

std::string expired_sentence(Telling const& telling) {
    OfferSummary const& best = telling.best();
    if (best.quote.expired.count == 0) {
        return {};
    }
    return telling.frame.texts.fill(
        Text::reason_expired, {{"hours", telling.hours(best.quote.expired)},
                               {"amount", money(telling.frame, telling.shop, best.expired_base)}});
}

std::string pooling_sentence(Telling const& telling) {
    OfferSummary const& best = telling.best();
    if (best.quote.pooled_pairs.empty()) {
        return {};
    }
    return telling.frame.texts.fill(
        Text::reason_pooling,
        {{"pairs", pairs_words(telling.frame, telling.shop, best.quote.pooled_pairs)},
         {"amount", money(telling.frame, telling.shop, best.pooling_saves)}});
}

std::string chance_sentence(Telling const& telling) {
    if (!telling.is_uncertain()) {
        return {};
    }
    return telling.frame.texts.fill(
        Text::reason_chance,
        {{"percent", format_percent(telling.standing().cheapest_chance, telling.frame.language)},
         {"n", format_integer(std::int64_t{trial_count_default}, telling.frame.language)}});
}

// Where the expected cost names another offer than the typical months do.
std::string typical_sentence(Telling const& telling) {
    Recommendation const& recommendation = telling.estimate.recommendation;
    std::size_t const typical = recommendation.typical_cheapest.value_or(telling.best().index);
    if (typical == telling.best().index) {
        return {};
    }
    return telling.frame.texts.fill(
        Text::reason_typical,
        {{"other", telling.other(recommendation.ranked_offers[typical].offer)}});
}

std::string tipping_sentence(Telling const& telling, std::optional<TippingPoint> const& turn,
                             Text text) {
    bool const is_of_best =
        telling.estimate.recommendation.typical_cheapest == telling.best().index;
    if (!turn || !is_of_best) {
        return {};
    }
    return telling.frame.texts.fill(
        text, {{"hours", telling.hours(readable_average(turn->average, 1))},
               {"percent", telling.percent(std::abs(turn->percent - 100))},
               {"other",
                telling.other(telling.estimate.recommendation.ranked_offers[turn->offer].offer)}});
}

std::string commitment_sentence(Telling const& telling) {
    auto const& commitment = telling.estimate.recommendation.commitment;
    if (!commitment) {
        return {};
    }
    auto const months = [&telling](std::int32_t count) {
        return months_words(telling.frame, count);
    };
    return telling.frame.texts.fill(
        Text::reason_commitment, {{"term", months(commitment->term_months)},
                                  {"committed", telling.amount(commitment->committed)},
                                  {"view", view_words(telling.frame, telling.view)},
                                  {"saved", telling.amount(commitment->saved)},
                                  {"period", period_words(telling.frame, telling.estimate.months)},
                                  {"shortest", months(commitment->shortest_term_months)},
                                  {"from", months(commitment->pays_from_month)}});
}

} // namespace

std::vector<Reason> reasons(Frame const& frame, Shop const& shop, Estimate const& estimate,
                            PriceView view) {
    Telling const telling{frame, shop, estimate, view};
    Recommendation const& recommendation = estimate.recommendation;
    constexpr ReasonKind for_it = ReasonKind::speaks_for_it;
    constexpr ReasonKind known = ReasonKind::to_be_known;
    std::vector<Reason> all{
        {for_it, savings_sentence(telling)},
        {for_it, chance_sentence(telling)},
        {for_it, fit_sentence(telling)},
        {for_it, pooling_sentence(telling)},
        {known, typical_sentence(telling)},
        {known, expired_sentence(telling)},
        {known, tipping_sentence(telling, recommendation.more, Text::reason_more)},
        {known, tipping_sentence(telling, recommendation.fewer, Text::reason_fewer)},
        {known, commitment_sentence(telling)}};
    std::erase_if(all, [](Reason const& reason) { return reason.sentence.empty(); });
    return all;
}

} // namespace kontingent::ui
