#include "cli/text/recommendation_text.hpp"

#include "cli/text/offer_text.hpp"
#include "cli/text/plain.hpp"
#include "cli/text/wording.hpp"

#include <algorithm>

namespace kontingent::cli {
namespace {

class Writer {
public:
    Writer(Catalogue const& catalogue, Evaluation const& evaluation, Language language)
        : catalogue_(catalogue),
          evaluation_(evaluation),
          advice_(evaluation.recommendation),
          words_(wording(language)),
          language_(language) {}

    std::string text() const {
        if (advice_.ranked.empty()) {
            return std::string(words_.none_allowed) + "\n";
        }
        return price() + saving() + certainty() + turns() + commitment();
    }

private:
    bool is_uncertain() const { return !evaluation_.risks.empty(); }

    RankedOffer const& best() const { return advice_.ranked_offers[advice_.ranked.front()]; }

    std::string name(RankedOffer const& standing) const {
        return offer_name(catalogue_, standing.offer, language_);
    }

    std::string money(Money amount) const {
        return money_text(amount, catalogue_.currency, language_);
    }

    std::string months(std::int32_t count) const {
        return counted(words_.months, count, language_);
    }

    Quote const& quote_of(std::size_t standing) const {
        return std::ranges::find(evaluation_.comparison.offers, standing,
                                 [this](ComparedOffer const& offer) {
                                     return ranked_offer_of(evaluation_, offer);
                                 })
            ->quote;
    }

    std::string price() const {
        bool const is_choice_free = advice_.ranked.size() == advice_.ranked_offers.size();
        if (!is_lowest()) {
            return price_with_commitment();
        }
        if (is_uncertain()) {
            return filled(words_.recommendation_expected,
                          {name(best()), money(best().expected_net),
                           is_choice_free ? words_.lowest_of_all : words_.lowest_of_allowed}) +
                   "\n";
        }
        Quote const& quote = quote_of(advice_.ranked.front());
        return filled(is_choice_free ? words_.recommendation : words_.recommendation_of_allowed,
                      {name(best()), money(quote.net), money(quote.gross)}) +
               "\n";
    }

    // By these months alone; what terms bind afterwards may decide otherwise.
    bool is_lowest() const {
        return std::ranges::all_of(advice_.ranked, [this](std::size_t index) {
            return best().expected_net <= advice_.ranked_offers[index].expected_net;
        });
    }

    std::string price_with_commitment() const {
        if (is_uncertain()) {
            return filled(words_.recommendation_expected_with_commitment,
                          {name(best()), money(best().expected_net)}) +
                   "\n";
        }
        Quote const& quote = quote_of(advice_.ranked.front());
        return filled(words_.recommendation_with_commitment,
                      {name(best()), money(quote.net), money(quote.gross)}) +
               "\n";
    }

    // Against the runner-up and, where that is only another term, against another package, too.
    std::string saving() const {
        if (advice_.ranked.size() < 2) {
            return std::string(words_.only_one) + "\n";
        }
        RankedOffer const& next = advice_.ranked_offers[advice_.ranked[1]];
        bool const counts_commitment =
            best().committed_beyond != Money{0} || next.committed_beyond != Money{0};
        std::string const note =
            counts_commitment ? std::string(words_.counts_commitment) + "\n" : "";
        if (difference_to(next) == Money{0}) {
            return filled(words_.costs_the_same, {name(next)}) + "\n" + note;
        }
        std::string text = filled(is_uncertain() ? words_.saves_expected : words_.saves,
                                  {money(difference_to(next)), name(next)}) +
                           "\n";
        auto const other = std::ranges::find_if(advice_.ranked, [this](std::size_t index) {
            return advice_.ranked_offers[index].offer.offer_index != best().offer.offer_index;
        });
        if (other != advice_.ranked.end() && *other != advice_.ranked[1]) {
            RankedOffer const& beside = advice_.ranked_offers[*other];
            text +=
                filled(words_.saves_beside, {name(beside), money(difference_to(beside))}) + "\n";
        }
        return text + note;
    }

    // By what decides: with what the terms bind afterwards.
    Money difference_to(RankedOffer const& other) const {
        return Money{other.expected_net.minor + other.committed_beyond.minor -
                     best().expected_net.minor - best().committed_beyond.minor};
    }

    std::string certainty() const {
        if (!is_uncertain()) {
            return {};
        }
        OfferRisk const& risk = evaluation_.risks[advice_.ranked.front()];
        std::string text = filled(risk.p10 == risk.p90 ? words_.spread_none : words_.spread,
                                  {money(risk.p10), money(risk.p90)}) +
                           "\n";
        text +=
            filled(words_.stays_cheapest, {percent_text(best().cheapest_chance, language_)}) + "\n";
        RankedOffer const& typical = advice_.ranked_offers[*advice_.typical_cheapest];
        Money const difference{best().net.minor - typical.net.minor};
        if (difference > Money{0}) {
            text += filled(words_.cheaper_if_typical, {name(typical), money(difference)}) + "\n";
        }
        return text;
    }

    std::string turns() const {
        if (evaluation_.comparison.offers.front().quote.used == Minutes{0}) {
            return {};
        }
        std::string text =
            "\n" + std::string(is_uncertain() ? words_.turns_title_typical : words_.turns_title) +
            "\n";
        text += turn(advice_.fewer, words_.tipping_fewer, words_.stays_fewer);
        text += turn(advice_.more, words_.tipping_more, words_.stays_more);
        return text;
    }

    std::string turn(std::optional<TippingPoint> const& turn, std::string_view changes,
                     std::string_view stays) const {
        if (!turn) {
            RankedOffer const& typical = advice_.ranked_offers[*advice_.typical_cheapest];
            return filled(stays, {name(typical)}) + "\n";
        }
        std::string const winner = name(advice_.ranked_offers[turn->offer]);
        if (turn->percent == 0) {
            return filled(words_.turn_nothing, {winner}) + "\n";
        }
        std::int64_t const change = turn->percent < 100 ? 100 - turn->percent : turn->percent - 100;
        return filled(changes, {percent_text(BasisPoints{change * 100}, language_),
                                work_text(catalogue_, turn->average, language_), winner}) +
               "\n";
    }

    std::string commitment() const {
        if (!advice_.commitment) {
            return {};
        }
        Commitment const& binds = *advice_.commitment;
        std::string const shortest = months(binds.shortest_term_months);
        std::string text = "\n" + std::string(words_.commitment_title) + "\n";
        text +=
            filled(words_.committed, {months(binds.term_months), money(binds.committed)}) + "\n";
        text += filled(words_.commitment_saves, {money(binds.saved), shortest}) + "\n";
        if (binds.pays_from_month > 1) {
            text += filled(words_.pays_from, {months(binds.pays_from_month), shortest}) + "\n";
        }
        auto const compared =
            static_cast<std::int32_t>(evaluation_.comparison.offers.front().quote.months.size());
        if (compared < binds.pays_from_month) {
            text += filled(words_.forecast_is_short, {months(compared), shortest}) + "\n";
        }
        return text;
    }

    Catalogue const& catalogue_;
    Evaluation const& evaluation_;
    Recommendation const& advice_;
    Wording const& words_;
    Language language_;
};

} // namespace

std::string recommendation_text(Catalogue const& catalogue, Evaluation const& evaluation,
                                Language language) {
    return Writer(catalogue, evaluation, language).text();
}

} // namespace kontingent::cli
