#include "cli/text/comparison_text.hpp"

#include "cli/text/break_even_text.hpp"
#include "cli/text/exclusion_text.hpp"
#include "cli/text/offer_text.hpp"
#include "cli/text/plain.hpp"
#include "cli/text/recommendation_text.hpp"
#include "cli/text/risk_text.hpp"
#include "cli/text/table.hpp"
#include "cli/text/wording.hpp"

namespace kontingent::cli {
namespace {

using Offers = std::vector<ComparedOffer const*>;

Offers allowed_offers(Evaluation const& evaluation) {
    Offers offers;
    for (ComparedOffer const& offer : evaluation.comparison.offers) {
        auto const& ranked_offers = evaluation.recommendation.ranked_offers;
        if (ranked_offers[ranked_offer_of(evaluation, offer)].exclusions.empty()) {
            offers.push_back(&offer);
        }
    }
    return offers;
}

std::string ranking_text(Catalogue const& catalogue, Offers const& offers, Language language) {
    Wording const& words = wording(language);
    Table table({Align::right, Align::left, Align::right, Align::right, Align::right, Align::right,
                 Align::right});
    auto const text = [](std::string_view word) { return std::string(word); };
    table.add_row({text(words.rank), text(words.offer), text(words.net), text(words.gross),
                   text(words.extra), text(words.expired),
                   filled(words.per_hour, {hour_text(catalogue, language)})});
    table.add_rule();
    for (std::size_t i = 0; i < offers.size(); ++i) {
        Quote const& quote = offers[i]->quote;
        auto const money = [&](Money amount) {
            return money_text(amount, quote.currency, language);
        };
        auto const& rate = quote.effective_hourly_rate;
        table.add_row({std::to_string(i + 1),
                       offer_name(catalogue, offers[i]->id, language) +
                           (quote.pooled_pairs.empty() ? "" : " *"),
                       money(quote.net), money(quote.gross),
                       work_text(catalogue, quote.overage, language),
                       work_text(catalogue, quote.expired, language),
                       rate ? money(Money{rate->minor_per_hour}) : text(words.no_value)});
    }
    return table.text();
}

std::string pooling_text(Catalogue const& catalogue, Offers const& offers, Language language) {
    Wording const& words = wording(language);
    std::string text;
    for (ComparedOffer const* const offer : offers) {
        Quote const& quote = offer->quote;
        if (!quote.pooled_pairs.empty()) {
            text += filled(words.pooled_in_offer, {offer_name(catalogue, offer->id, language),
                                                   pairs_text(quote.pooled_pairs, language)}) +
                    "\n";
        }
    }
    return text.empty() ? text : text + std::string(words.agreement) + "\n";
}

} // namespace

std::string comparison_text(Catalogue const& catalogue, Evaluation const& evaluation,
                            Scenario const& scenario, Language language) {
    Wording const& words = wording(language);
    Quote const& first = evaluation.comparison.offers[0].quote;
    auto const month_count = static_cast<std::int64_t>(first.months.size());
    std::string text =
        filled(words.comparison_title, {counted(words.months, month_count, language),
                                        work_text(catalogue, first.used, language)}) +
        "\n";
    text += uncertainty_text(catalogue, scenario, language);
    text += origin_text(catalogue, language) + "\n";
    auto const offers = allowed_offers(evaluation);
    if (!offers.empty()) {
        text += scenario.uncertainty ? std::string(words.typical_title) + "\n" : "";
        text += ranking_text(catalogue, offers, language);
        text += scenario.vat == Vat::reverse_charge
                    ? std::string(words.gross_is_net)
                    : filled(words.gross_holds_vat, {percent_text(catalogue.vat, language)});
        text += "\n" + pooling_text(catalogue, offers, language) + "\n";
    }
    text += risks_text(catalogue, evaluation, language);
    text += exclusions_text(catalogue, evaluation.recommendation, scenario.requirements, language);
    text += recommendation_text(catalogue, evaluation, language);
    text += break_even_text(catalogue, evaluation, language);
    return text;
}

} // namespace kontingent::cli
