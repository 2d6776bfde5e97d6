#include "cli/text/risk_text.hpp"

#include "cli/text/offer_text.hpp"
#include "cli/text/plain.hpp"
#include "cli/text/table.hpp"
#include "cli/text/wording.hpp"
#include "core/base/format.hpp"

namespace kontingent::cli {
namespace {

std::string average_text(Catalogue const& catalogue, std::vector<Minutes> const& months,
                         Language language) {
    std::int64_t sum = 0;
    for (Minutes const month : months) {
        sum += month.count;
    }
    auto const count = static_cast<std::int64_t>(months.size());
    return work_text(catalogue, Minutes{divide_half_up(sum, count)}, language);
}

} // namespace

std::string uncertainty_text(Catalogue const& catalogue, Scenario const& scenario,
                             Language language) {
    if (!scenario.uncertainty) {
        return {};
    }
    Wording const& words = wording(language);
    Uncertainty const& uncertainty = *scenario.uncertainty;
    std::string const typical = average_text(catalogue, scenario.usage, language);
    if (uncertainty.past.empty()) {
        return filled(words.uncertain_range,
                      {average_text(catalogue, uncertainty.low, language),
                       average_text(catalogue, uncertainty.high, language), typical}) +
               "\n";
    }
    auto const count = static_cast<std::int64_t>(uncertainty.past.size());
    return filled(words.uncertain_past,
                  {counted(words.months, count, language),
                   average_text(catalogue, uncertainty.past, language), typical}) +
           "\n";
}

std::string risks_text(Catalogue const& catalogue, Evaluation const& evaluation,
                       Language language) {
    Recommendation const& advice = evaluation.recommendation;
    if (evaluation.risks.empty() || advice.ranked.empty()) {
        return {};
    }
    Wording const& words = wording(language);
    auto const money = [&](Money amount) {
        return money_text(amount, catalogue.currency, language);
    };
    Table table({Align::left, Align::right, Align::right, Align::right, Align::right, Align::right,
                 Align::right, Align::right});
    std::vector<std::string> titles;
    for (std::string_view const title : {words.offer, words.mean, words.p10, words.p50, words.p90,
                                         words.any_extra, words.expired, words.cheapest}) {
        titles.emplace_back(title);
    }
    table.add_row(std::move(titles));
    table.add_rule();
    for (std::size_t const index : advice.ranked) {
        OfferRisk const& risk = evaluation.risks[index];
        table.add_row({offer_name(catalogue, risk.offer, language), money(risk.mean),
                       money(risk.p10), money(risk.p50), money(risk.p90),
                       percent_text(risk.overage_chance, language),
                       work_text(catalogue, risk.expired_mean, language),
                       percent_text(advice.ranked_offers[index].cheapest_chance, language)});
    }
    return filled(words.risk_title,
                  {format_integer(static_cast<std::int64_t>(trial_count_default), language)}) +
           "\n" + table.text() + std::string(words.quantiles) + "\n\n";
}

} // namespace kontingent::cli
