#include "cli/text/comparison_text.hpp"

#include "cli/text/offer_text.hpp"
#include "cli/text/plain.hpp"
#include "cli/text/table.hpp"
#include "cli/text/wording.hpp"

namespace kontingent::cli {
namespace {

std::string ranking_text(Catalogue const& catalogue, Comparison const& comparison,
                         Language language) {
    Wording const& words = wording(language);
    Table table({Align::right, Align::left, Align::right, Align::right, Align::right, Align::right,
                 Align::right});
    auto const text = [](std::string_view word) { return std::string(word); };
    table.add_row({text(words.rank), text(words.offer), text(words.net), text(words.gross),
                   text(words.extra), text(words.expired), text(words.per_hour)});
    table.add_rule();
    for (std::size_t i = 0; i < comparison.offers.size(); ++i) {
        Quote const& quote = comparison.offers[i].quote;
        auto const money = [&](Money amount) {
            return money_text(amount, quote.currency, language);
        };
        auto const& rate = quote.effective_hourly_rate;
        table.add_row(
            {std::to_string(i + 1),
             offer_name(catalogue, quote, language) + (quote.pooled_pairs.empty() ? "" : " *"),
             money(quote.net), money(quote.gross), hours_text(quote.overage, language),
             hours_text(quote.expired, language),
             rate ? money(Money{rate->minor_per_hour}) : text(words.no_value)});
    }
    return table.text();
}

std::string pooling_text(Catalogue const& catalogue, Comparison const& comparison,
                         Language language) {
    Wording const& words = wording(language);
    std::string text;
    for (Offer const& offer : comparison.offers) {
        Quote const& quote = offer.quote;
        if (!quote.pooled_pairs.empty()) {
            text += filled(words.pooled_in_offer, {offer_name(catalogue, quote, language),
                                                   pairs_text(quote.pooled_pairs, language)}) +
                    "\n";
        }
    }
    return text.empty() ? text : text + std::string(words.agreement) + "\n";
}

std::string answer_text(Catalogue const& catalogue, Comparison const& comparison,
                        Language language) {
    Wording const& words = wording(language);
    Quote const& best = comparison.offers[0].quote;
    auto const money = [&](Money amount) { return money_text(amount, best.currency, language); };
    std::string text = filled(words.recommendation, {offer_name(catalogue, best, language),
                                                     money(best.net), money(best.gross)}) +
                       "\n";
    if (comparison.offers.size() < 2) {
        return text;
    }
    Quote const& next = comparison.offers[1].quote;
    std::string const next_name = offer_name(catalogue, next, language);
    auto const difference = subtract(next.net, best.net);
    if (difference && *difference > Money{0}) {
        return text + filled(words.saves, {money(*difference), next_name}) + "\n";
    }
    return text + filled(words.costs_the_same, {next_name}) + "\n";
}

} // namespace

std::string comparison_text(Catalogue const& catalogue, Comparison const& comparison, Vat vat,
                            Language language) {
    Wording const& words = wording(language);
    Quote const& best = comparison.offers[0].quote;
    auto const month_count = static_cast<std::int64_t>(best.months.size());
    std::string text = filled(words.comparison_title, {counted(words.months, month_count, language),
                                                       hours_text(best.used, language)}) +
                       "\n";
    text += origin_text(catalogue, language) + "\n";
    text += ranking_text(catalogue, comparison, language);
    text += vat == Vat::reverse_charge
                ? std::string(words.gross_is_net)
                : filled(words.gross_holds_vat, {percent_text(catalogue.vat, language)});
    text += "\n" + pooling_text(catalogue, comparison, language) + "\n";
    text += answer_text(catalogue, comparison, language);
    return text;
}

} // namespace kontingent::cli
