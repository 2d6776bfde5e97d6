#include "ui/screens/answer/reasons.hpp"

#include "core/base/format.hpp"
#include "ui/quantity.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace kontingent::ui {

namespace {

struct ReasonContext {
    Frame const& frame;
    Shop const& shop;
    ComparedOffers const& compared;
    PriceView view;

    OfferSummary const& best() const { return compared.offers.front(); }

    RankedOffer const& ranked_offer() const { return compared.ranked_offer(best()); }

    bool is_uncertain() const {
        return compared.recommendation.reason == RecommendationReason::lowest_expected_net;
    }

    std::string amount(Money net) const { return money(frame, shop, shown(shop, net, view)); }

    HoursForm form() const {
        return common_form(std::array{best().quote.overage, best().quote.expired});
    }

    std::string hours(Minutes minutes) const { return quantity(frame, minutes, form()); }

    std::string percent(std::int64_t whole) const {
        return format_percent(BasisPoints{whole * 100}, frame.language);
    }

    // With its term only where that differs from the best offer's.
    std::string other(OfferId const& offer) const {
        bool const is_term_known = offer.term_months == ranked_offer().offer.term_months;
        return is_term_known ? name_of(shop, offer).in(frame.language)
                             : title_of(frame, shop, offer);
    }
};

// The next best offer that is another package, not the same one with another term.
RankedOffer const* other_package(ComparedOffers const& compared) {
    auto const& ranked_offers = compared.recommendation.ranked_offers;
    auto const& ranked = compared.recommendation.ranked;
    auto const found = std::ranges::find_if(ranked, [&](std::size_t index) {
        return ranked_offers[index].offer.offer_index !=
               ranked_offers[ranked.front()].offer.offer_index;
    });
    return found == ranked.end() ? nullptr : &ranked_offers[*found];
}

std::string savings_sentence(ReasonContext const& context) {
    RankedOffer const* other = other_package(context.compared);
    if (other == nullptr) {
        return {};
    }
    std::string const name = context.other(other->offer);
    // Both totals are bounded, so their difference cannot overflow.
    Money const dearer = shown(context.shop, other->expected_net, context.view);
    Money const cheaper = shown(context.shop, context.ranked_offer().expected_net, context.view);
    if (dearer < cheaper) {
        return {}; // what their terms bind afterwards decides
    }
    if (dearer == cheaper) {
        return context.frame.texts.fill(Text::reason_same_price, {{"other", name}});
    }
    return context.frame.texts.fill(
        context.is_uncertain() ? Text::reason_saves_expected : Text::reason_saves,
        {{"amount", money(context.frame, context.shop, {dearer.minor - cheaper.minor})},
         {"period", period_words(context.frame, context.compared.months)},
         {"other", name}});
}

std::string fit_sentence(ReasonContext const& context) {
    OfferSummary const& best = context.best();
    Quote const& quote = best.quote;
    Texts const& texts = context.frame.texts;
    if (!context.shop.catalogue.offers[best.id.offer_index].is_package()) {
        return std::string{texts[Text::reason_on_demand]};
    }
    if (quote.overage.count == 0) {
        return std::string{texts[Text::reason_all_within]};
    }
    // Nothing to fit into.
    if (quote.granted.count == 0) {
        return {};
    }
    std::string const overage = context.hours(quote.overage);
    if (best.months_within == 0) {
        return texts.fill(Text::reason_beyond, {{"hours", overage}});
    }
    return texts.fill(Text::reason_within,
                      {{"within", format_integer(best.months_within, context.frame.language)},
                       {"months", format_integer(context.compared.months, context.frame.language)},
                       {"hours", overage}});
}

std::string expired_sentence(ReasonContext const& context) {
    OfferSummary const& best = context.best();
    if (best.quote.expired.count == 0) {
        return {};
    }
    return context.frame.texts.fill(
        Text::reason_expired, {{"hours", context.hours(best.quote.expired)},
                               {"amount", money(context.frame, context.shop, best.expired_base)}});
}

std::string pooling_sentence(ReasonContext const& context) {
    OfferSummary const& best = context.best();
    if (best.quote.pooled_pairs.empty()) {
        return {};
    }
    return context.frame.texts.fill(
        Text::reason_pooling,
        {{"pairs", pairs_words(context.frame, context.shop, best.quote.pooled_pairs)},
         {"amount", money(context.frame, context.shop, best.pooling_saves)}});
}

std::string chance_sentence(ReasonContext const& context) {
    if (!context.is_uncertain()) {
        return {};
    }
    return context.frame.texts.fill(
        Text::reason_chance,
        {{"percent",
          format_percent(context.ranked_offer().cheapest_chance, context.frame.language)},
         {"n", format_integer(std::int64_t{trial_count_default}, context.frame.language)}});
}

// Where the cheapest offer by expected cost is not the cheapest for the typical months.
std::string typical_sentence(ReasonContext const& context) {
    Recommendation const& recommendation = context.compared.recommendation;
    std::size_t const typical = recommendation.typical_cheapest.value_or(context.best().index);
    if (typical == context.best().index) {
        return {};
    }
    return context.frame.texts.fill(
        Text::reason_typical,
        {{"other", context.other(recommendation.ranked_offers[typical].offer)}});
}

std::string tipping_sentence(ReasonContext const& context,
                             std::optional<TippingPoint> const& tipping_point, Text text) {
    bool const is_of_best =
        context.compared.recommendation.typical_cheapest == context.best().index;
    if (!tipping_point || !is_of_best) {
        return {};
    }
    return context.frame.texts.fill(
        text,
        {{"hours", average_quantity(context.frame, tipping_point->average, 1, context.form())},
         {"percent", context.percent(std::abs(tipping_point->percent - 100))},
         {"other",
          context.other(
              context.compared.recommendation.ranked_offers[tipping_point->offer].offer)}});
}

std::string commitment_sentence(ReasonContext const& context) {
    auto const& commitment = context.compared.recommendation.commitment;
    if (!commitment) {
        return {};
    }
    auto const months = [&context](std::int32_t count) {
        return months_words(context.frame, count);
    };
    return context.frame.texts.fill(
        Text::reason_commitment, {{"term", months(commitment->term_months)},
                                  {"committed", context.amount(commitment->committed)},
                                  {"view", view_words(context.frame, context.view)},
                                  {"saved", context.amount(commitment->saved)},
                                  {"period", period_words(context.frame, context.compared.months)},
                                  {"shortest", months(commitment->shortest_term_months)},
                                  {"from", months(commitment->pays_from_month)}});
}

} // namespace

std::vector<Reason> reasons(Frame const& frame, Shop const& shop, ComparedOffers const& compared,
                            PriceView view) {
    ReasonContext const context{frame, shop, compared, view};
    Recommendation const& recommendation = compared.recommendation;
    bool const fits = context.best().quote.overage.count == 0;
    // A tick marks what is good for the visitor, and nothing else.
    bool const is_likely = context.ranked_offer().cheapest_chance >= BasisPoints{5'000};
    constexpr ReasonKind advantage = ReasonKind::advantage;
    constexpr ReasonKind remark = ReasonKind::remark;
    std::vector<Reason> all{
        {advantage, savings_sentence(context)},
        {is_likely ? advantage : remark, chance_sentence(context)},
        {advantage, pooling_sentence(context)},
        {fits ? advantage : remark, fit_sentence(context)},
        {remark, typical_sentence(context)},
        {remark, expired_sentence(context)},
        {remark, tipping_sentence(context, recommendation.more, Text::reason_more)},
        {remark, tipping_sentence(context, recommendation.fewer, Text::reason_fewer)},
        {remark, commitment_sentence(context)}};
    std::erase_if(all, [](Reason const& reason) { return reason.sentence.empty(); });
    return all;
}

} // namespace kontingent::ui
