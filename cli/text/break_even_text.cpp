#include "cli/text/break_even_text.hpp"

#include "cli/text/offer_text.hpp"
#include "cli/text/plain.hpp"
#include "cli/text/table.hpp"
#include "cli/text/wording.hpp"

#include <algorithm>

namespace kontingent::cli {
namespace {

// Of the offers that are the cheapest somewhere: all others would only make a list of terms.
std::string cliffs_text(Catalogue const& catalogue, Evaluation const& evaluation,
                        Language language) {
    Wording const& words = wording(language);
    BreakEven const& break_even = *evaluation.break_even;
    std::string text;
    for (Cliff const& cliff : break_even.cliffs) {
        if (std::ranges::find(break_even.cheapest, cliff.offer, &CheapestInterval::offer) ==
            break_even.cheapest.end()) {
            continue;
        }
        OfferId const& offer = evaluation.recommendation.ranked_offers[cliff.offer].offer;
        Minutes const before{cliff.at.count - break_even.increment.count};
        text += filled(words.cliff, {offer_name(catalogue, offer, language),
                                     work_text(catalogue, cliff.at, language),
                                     money_text(cliff.drop, catalogue.currency, language),
                                     work_text(catalogue, before, language)}) +
                "\n";
    }
    std::string const horizon = counted(words.months, catalogue.horizon_months, language);
    return text.empty() ? text : filled(words.cliffs_title, {horizon}) + "\n" + text;
}

} // namespace

std::string break_even_text(Catalogue const& catalogue, Evaluation const& evaluation,
                            Language language) {
    if (!evaluation.break_even) {
        return {};
    }
    Wording const& words = wording(language);
    Recommendation const& advice = evaluation.recommendation;
    bool const is_choice_free = advice.ranked.size() == advice.ranked_offers.size();
    std::string text =
        "\n" +
        filled(is_choice_free ? words.break_even_title : words.break_even_title_allowed,
               {counted(words.months, catalogue.horizon_months, language),
                work_text(catalogue, evaluation.break_even->increment, language)}) +
        "\n";
    Table table({Align::right, Align::right, Align::left});
    table.add_row(
        {std::string(words.from), std::string(words.to), std::string(words.cheapest_offer)});
    table.add_rule();
    for (CheapestInterval const& interval : evaluation.break_even->cheapest) {
        table.add_row(
            {work_text(catalogue, interval.from, language),
             work_text(catalogue, interval.to, language),
             offer_name(catalogue, advice.ranked_offers[interval.offer].offer, language)});
    }
    return text + table.text() + cliffs_text(catalogue, evaluation, language);
}

} // namespace kontingent::cli
