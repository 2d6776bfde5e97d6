#include "cli/text/quote_text.hpp"

#include "cli/text/line_text.hpp"
#include "cli/text/offer_text.hpp"
#include "cli/text/plain.hpp"
#include "cli/text/table.hpp"
#include "cli/text/wording.hpp"

#include <algorithm>

namespace kontingent::cli {
namespace {

std::string title(Catalogue const& catalogue, Quote const& quote, Language language) {
    Wording const& words = wording(language);
    Offer const& offer = *catalogue.find_offer(quote.package_id);
    std::string const name = text_in(catalogue, offer.name, language);
    if (!offer.is_package()) {
        return filled(words.quote_title_on_demand, {name});
    }
    return filled(words.quote_title, {name, counted(words.months, quote.term_months, language)});
}

std::string month_label(Quote const& quote, std::int32_t month) {
    auto const holds_month = [month](std::int32_t first) {
        return first == month || first + 1 == month;
    };
    return std::to_string(month) +
           (std::ranges::any_of(quote.pooled_pairs, holds_month) ? "*" : "");
}

std::string months_text(Quote const& quote, Language language) {
    Wording const& words = wording(language);
    auto const text = [&](std::string_view word) { return std::string(word); };
    auto const hours = [&](Minutes minutes) { return hours_text(minutes, language); };
    Table table(
        {Align::left, Align::right, Align::right, Align::right, Align::right, Align::right});
    table.add_row({text(words.month), text(words.used), text(words.included), text(words.extra),
                   text(words.expired), text(words.net)});
    table.add_rule();
    Minutes included;
    for (Month const& month : quote.months) {
        included.count += month.included.count;
        table.add_row({month_label(quote, month.month), hours(month.used), hours(month.included),
                       hours(month.overage), hours(month.expired),
                       money_text(month.net, quote.currency, language)});
    }
    table.add_rule();
    table.add_row({text(words.total), hours(quote.used), hours(included), hours(quote.overage),
                   hours(quote.expired), money_text(quote.net, quote.currency, language)});
    return table.text();
}

// What the pairs save against the same months settled one by one.
std::string saving_text(Catalogue const& catalogue, Quote const& quote, Scenario scenario,
                        Language language) {
    Wording const& words = wording(language);
    scenario.pooling = NoPooling{};
    auto const alone = make_quote(catalogue, scenario);
    auto const saved = alone ? subtract(alone->net, quote.net) : std::unexpected(Overflow{});
    if (!saved || *saved == Money{0}) {
        return {};
    }
    bool const is_dearer = *saved < Money{0};
    Money const size{is_dearer ? -saved->minor : saved->minor};
    return filled(is_dearer ? words.pooling_costs : words.pooling_saves,
                  {money_text(size, quote.currency, language)}) +
           "\n";
}

std::string pooling_text(Catalogue const& catalogue, Quote const& quote, Scenario const& scenario,
                         Language language) {
    if (quote.pooled_pairs.empty()) {
        return {};
    }
    Wording const& words = wording(language);
    return filled(words.pooled_pairs, {pairs_text(quote.pooled_pairs, language)}) + "\n" +
           saving_text(catalogue, quote, scenario, language) + std::string(words.agreement) + "\n";
}

std::string first_upper(std::string_view word) {
    std::string text(word);
    text[0] = text[0] >= 'a' && text[0] <= 'z' ? static_cast<char>(text[0] - 'a' + 'A') : text[0];
    return text;
}

std::string totals_text(Catalogue const& catalogue, Quote const& quote, Vat vat,
                        Language language) {
    Wording const& words = wording(language);
    auto const money = [&](Money amount) { return money_text(amount, quote.currency, language); };
    std::string const vat_label = vat == Vat::reverse_charge
                                      ? std::string(words.reverse_charge)
                                      : filled(words.vat, {percent_text(catalogue.vat, language)});
    Table table({Align::left, Align::right});
    table.add_row({first_upper(words.net), money(quote.net)});
    table.add_row({vat_label, money(quote.vat)});
    table.add_row({first_upper(words.gross), money(quote.gross)});
    std::string text = table.text();
    if (!quote.effective_hourly_rate) {
        return text + "\n" + std::string(words.nothing_used) + "\n";
    }
    Money const rate{quote.effective_hourly_rate->minor_per_hour};
    return text + "\n" + filled(words.effective_rate, {money(rate)}) + "\n";
}

} // namespace

std::string quote_text(Catalogue const& catalogue, Quote const& quote, Scenario const& scenario,
                       Language language) {
    std::string text = title(catalogue, quote, language) + "\n";
    text += origin_text(catalogue, language) + "\n";
    text += months_text(quote, language);
    text += pooling_text(catalogue, quote, scenario, language) + "\n";
    if (!quote.lines.empty()) {
        text += std::string(wording(language).lines_title) + "\n";
        text += lines_text(catalogue, quote, language) + "\n";
    }
    text += totals_text(catalogue, quote, scenario.vat, language);
    return text;
}

} // namespace kontingent::cli
