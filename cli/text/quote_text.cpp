#include "cli/text/quote_text.hpp"

#include "cli/text/line_text.hpp"
#include "cli/text/offer_text.hpp"
#include "cli/text/plain.hpp"
#include "cli/text/table.hpp"
#include "cli/text/wording.hpp"

#include <algorithm>
#include <optional>

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

std::string months_text(Catalogue const& catalogue, Quote const& quote, Language language) {
    Wording const& words = wording(language);
    auto const text = [&](std::string_view word) { return std::string(word); };
    auto const hours = [&](Minutes minutes) { return work_text(catalogue, minutes, language); };
    auto const included_text = [&](std::optional<Minutes> included) {
        return included ? hours(*included) : text(words.unlimited);
    };
    Table table(
        {Align::left, Align::right, Align::right, Align::right, Align::right, Align::right});
    table.add_row({text(words.month), text(words.used), text(words.included), text(words.extra),
                   text(words.expired), text(words.net)});
    table.add_rule();
    for (Month const& month : quote.months) {
        table.add_row({month_label(quote, month.month), hours(month.used),
                       included_text(month.included), hours(month.overage), hours(month.expired),
                       money_text(month.net, quote.currency, language)});
    }
    table.add_rule();
    bool const is_unlimited = !quote.months.front().included;
    table.add_row({text(words.total), hours(quote.used),
                   included_text(is_unlimited ? std::nullopt : std::optional(quote.granted)),
                   hours(quote.overage), hours(quote.expired),
                   money_text(quote.line_total, quote.currency, language)});
    return table.text();
}

// What the pairs save against the same months settled one by one.
std::string saving_text(Quote const& quote, Language language) {
    Wording const& words = wording(language);
    Money const saved = quote.saved_by_pooling;
    if (saved == Money{0}) {
        return {};
    }
    bool const is_dearer = saved < Money{0};
    Money const size{is_dearer ? -saved.minor : saved.minor};
    return filled(is_dearer ? words.pooling_costs : words.pooling_saves,
                  {money_text(size, quote.currency, language)}) +
           "\n";
}

std::string pooling_text(Quote const& quote, Language language) {
    if (quote.pooled_pairs.empty()) {
        return {};
    }
    Wording const& words = wording(language);
    return filled(words.pooled_pairs, {pairs_text(quote.pooled_pairs, language)}) + "\n" +
           saving_text(quote, language) + std::string(words.agreement) + "\n";
}

// What the totals consist of, and what they do not contain; nothing where that goes without saying.
std::string remarks_text(Catalogue const& catalogue, Quote const& quote, Language language) {
    Wording const& words = wording(language);
    auto const money = [&](Money amount) { return money_text(amount, quote.currency, language); };
    auto const work = [&](Minutes minutes) { return work_text(catalogue, minutes, language); };
    std::string text;
    if (quote.fixed != Money{0} && quote.expected != Money{0}) {
        text +=
            filled(words.fixed_and_expected, {money(quote.fixed), money(quote.expected)}) + "\n";
    }
    if (quote.committed_beyond != Money{0}) {
        text += filled(words.committed_beyond, {money(quote.committed_beyond)}) + "\n";
    }
    if (quote.left != Minutes{0}) {
        text += filled(words.left, {work(quote.left)}) + "\n";
    }
    if (quote.open != Minutes{0}) {
        text += filled(words.open_work, {work(quote.open)}) + "\n";
    }
    std::string missing;
    for (std::size_t const extra : quote.missing_extras) {
        missing += (missing.empty() ? "" : ", ") +
                   text_in(catalogue, catalogue.extras[extra].name, language);
    }
    return missing.empty() ? text : text + filled(words.missing_extras, {missing}) + "\n";
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
    std::string const percent = percent_text(catalogue.vat, language);
    std::string const vat_label = vat == Vat::reverse_charge    ? std::string(words.reverse_charge)
                                  : catalogue.is_small_business ? std::string(words.no_vat)
                                  : catalogue.prices_include_vat
                                      ? filled(words.prices_include_vat, {percent})
                                      : filled(words.vat, {percent});
    Table table({Align::left, Align::right});
    table.add_row({first_upper(words.net), money(quote.net)});
    table.add_row({vat_label, money(quote.vat)});
    table.add_row({first_upper(words.gross), money(quote.gross)});
    std::string text = table.text();
    std::string const remarks = remarks_text(catalogue, quote, language);
    text += remarks.empty() ? "" : "\n" + remarks;
    if (!quote.effective_hourly_rate) {
        return text + "\n" + std::string(words.nothing_used) + "\n";
    }
    Money const rate{quote.effective_hourly_rate->minor_per_hour};
    return text + "\n" +
           filled(words.effective_rate, {money(rate), hour_text(catalogue, language)}) + "\n";
}

} // namespace

std::string quote_text(Catalogue const& catalogue, Quote const& quote, Scenario const& scenario,
                       Language language) {
    std::string text = title(catalogue, quote, language) + "\n";
    text += origin_text(catalogue, language) + "\n";
    text += months_text(catalogue, quote, language);
    text += pooling_text(quote, language) + "\n";
    if (!quote.lines.empty()) {
        text += std::string(wording(language).lines_title) + "\n";
        text += lines_text(catalogue, quote, language) + "\n";
    }
    text += totals_text(catalogue, quote, scenario.vat, language);
    return text;
}

} // namespace kontingent::cli
