#include "cli/text/check_text.hpp"

#include "cli/text/offer_text.hpp"
#include "cli/text/plain.hpp"
#include "cli/text/table.hpp"
#include "cli/text/wording.hpp"
#include "core/advice/warnings.hpp"
#include "core/base/format.hpp"
#include "core/json/unit_names.hpp"
#include "core/json/writer.hpp"
#include "templates/own_texts.hpp"

#include <vector>

namespace kontingent::cli {
namespace {

std::string languages_of(Catalogue const& catalogue) {
    std::string text;
    for (Language const language : catalogue.languages) {
        text += text.empty() ? "" : "/";
        text += tag(language);
    }
    return text;
}

// "4 packages, 3 terms"; what there is none of is left out.
std::string counts_text(Catalogue const& catalogue, Language language) {
    Wording const& words = wording(language);
    std::string text;
    auto const add = [&](Counted const& noun, std::size_t size) {
        if (size > 0) {
            text += text.empty() ? "" : ", ";
            text += counted(noun, static_cast<std::int64_t>(size), language);
        }
    };
    add(words.packages, catalogue.package_count());
    add(words.terms, catalogue.terms.size());
    add(words.services, catalogue.services.size());
    add(words.levels, catalogue.levels.size());
    add(words.answers, catalogue.faq.size());
    if (Offer const* on_demand = catalogue.on_demand()) {
        text += "; " + filled(words.on_demand, {text_in(catalogue, on_demand->name, language)});
    }
    return text + "\n";
}

struct Said {
    std::string_view code;
    std::string sentence;
};

class Summary {
public:
    Summary(Catalogue const& catalogue, Language language)
        : catalogue_(catalogue), language_(language), words_(wording(language)) {}

    std::string offers() const {
        Table table(
            {Align::left, Align::right, Align::right, Align::right, Align::right, Align::left});
        std::string const hour = hour_text(catalogue_, language_);
        table.add_row({std::string(words_.offer), std::string(words_.check_price),
                       std::string(words_.check_included),
                       filled(words_.check_included_price, {hour}),
                       filled(words_.check_beyond, {hour}), std::string(words_.check_terms)});
        table.add_rule();
        for (Offer const& offer : catalogue_.offers) {
            table.add_row({text_in(catalogue_, offer.name, language_), price(offer),
                           included(offer), money_or_none(included_hour_price(catalogue_, offer)),
                           money_or_none(first_overage_price(catalogue_, offer)), terms(offer)});
        }
        return table.text();
    }

    // What is unlikely, and texts of the catalogue that appear nowhere.
    std::vector<Said> warnings() const {
        std::vector<Said> said;
        for (Warning const& warning : warnings_of(catalogue_)) {
            said.push_back({warning_code(warning.kind), sentence(warning)});
        }
        for (OwnText const& text : catalogue_.texts) {
            if (!templates::names_a_text(text.key)) {
                said.push_back({"unknown_text", filled(words_.warning_unknown_text, {text.key})});
            }
        }
        return said;
    }

    std::string sentence(Warning const& warning) const {
        std::string const hour = hour_text(catalogue_, language_);
        std::string const amount = money(warning.amount);
        std::string const usual = money(warning.usual);
        std::string const percent = percent_text(warning.share, language_);
        switch (warning.kind) {
        case WarningKind::low_vat:
            return filled(words_.warning_low_vat, {percent});
        case WarningKind::high_vat:
            return filled(words_.warning_high_vat, {percent});
        case WarningKind::high_discount:
            return filled(words_.warning_high_discount,
                          {counted(words_.months, warning.months, language_), percent});
        case WarningKind::included_price:
            return filled(words_.warning_included_price,
                          {offer(warning.index), amount, hour, usual});
        case WarningKind::overage_price:
            return filled(words_.warning_overage_price,
                          {offer(warning.index), amount, hour, usual});
        case WarningKind::falling_overage:
            return filled(words_.warning_falling_overage,
                          {offer(warning.index), work_text(catalogue_, warning.work, language_),
                           amount, usual});
        case WarningKind::never_cheapest:
            return filled(words_.warning_never_cheapest, {offer(warning.index)});
        case WarningKind::unsold_extra:
            return filled(words_.warning_unsold_extra,
                          {text_in(catalogue_, catalogue_.extras[warning.index].name, language_)});
        case WarningKind::kind_without_rule:
            return filled(words_.warning_kind_without_rule,
                          {text_in(catalogue_, catalogue_.kinds[warning.index].name, language_)});
        }
        return {};
    }

private:
    std::string money(Money amount) const {
        return money_text(amount, catalogue_.currency, language_);
    }

    std::string money_or_none(Money amount) const {
        return amount > Money{0} ? money(amount) : std::string(words_.no_value);
    }

    std::string offer(std::size_t index) const {
        return text_in(catalogue_, catalogue_.offers[index].name, language_);
    }

    std::string price(Offer const& offer) const {
        return offer.subscription ? money(offer.subscription->monthly_price)
                                  : std::string(words_.no_value);
    }

    std::string included(Offer const& offer) const {
        Allowance const& allowance = offer.allowance;
        if (allowance.is_unlimited) {
            return std::string(words_.unlimited);
        }
        if (allowance.included == Minutes{0}) {
            return std::string(words_.no_value);
        }
        std::string const work = work_text(catalogue_, allowance.included, language_);
        return allowance.period_months == 1
                   ? work
                   : work + " / " + counted(words_.months, allowance.period_months, language_);
    }

    // "1, 12 (9.800,00 €)": with the price of those that have a total.
    std::string terms(Offer const& offer) const {
        std::string text;
        if (!offer.subscription) {
            return text;
        }
        for (OfferedTerm const& term : offer.subscription->terms) {
            text += text.empty() ? "" : ", ";
            text += std::to_string(term.months);
            text += term.total ? " (" + money(*term.total) + ")" : "";
        }
        return text;
    }

    Catalogue const& catalogue_;
    Language language_;
    Wording const& words_;
};

JsonText amount_or_null(Money amount) {
    return amount > Money{0} ? json_number(amount.minor) : json_null();
}

JsonText offer_json(Catalogue const& catalogue, Offer const& offer) {
    bool const counts_units = catalogue.unit.has_value();
    Allowance const& allowance = offer.allowance;
    std::vector<JsonText> terms;
    if (offer.subscription) {
        for (OfferedTerm const& term : offer.subscription->terms) {
            terms.push_back(json_object(
                {{"months", json_number(term.months)},
                 {"total", term.total ? json_number(term.total->minor) : json_null()}}));
        }
    }
    return json_object(
        {{"id", json_string(offer.id)},
         {"monthly_price",
          offer.subscription ? json_number(offer.subscription->monthly_price.minor) : json_null()},
         {json::member_name("included_minutes", counts_units),
          allowance.is_unlimited ? json_string("unlimited")
                                 : json_number(allowance.included.count)},
         {"included_per", json_string(allowance.period_months == 1   ? "month"
                                      : allowance.period_months == 3 ? "quarter"
                                                                     : "year")},
         {counts_units ? "included_unit_price" : "included_hour_price",
          amount_or_null(included_hour_price(catalogue, offer))},
         {counts_units ? "overage_unit_price" : "overage_hour_price",
          amount_or_null(first_overage_price(catalogue, offer))},
         {"terms", json_array(terms)}});
}

} // namespace

std::string check_text(std::string_view file, Catalogue const& catalogue, Language language) {
    Wording const& words = wording(language);
    Summary const summary(catalogue, language);
    std::string text =
        filled(words.catalogue_is_good, {plain(file), plain(catalogue.id),
                                         plain(catalogue.currency), languages_of(catalogue)}) +
        "\n" + counts_text(catalogue, language);
    text += catalogue.is_sample ? std::string(words.sample_note) + "\n" : "";
    text += "\n" + summary.offers();
    auto const warnings = summary.warnings();
    if (!warnings.empty()) {
        text += "\n" + std::string(words.warnings_title) + "\n";
        for (Said const& warning : warnings) {
            text += warning.sentence + "\n";
        }
    }
    return text;
}

std::string check_json(Catalogue const& catalogue, Language language) {
    Summary const summary(catalogue, language);
    std::vector<JsonText> languages;
    for (Language const each : catalogue.languages) {
        languages.push_back(json_string(tag(each)));
    }
    std::vector<JsonText> offers;
    for (Offer const& offer : catalogue.offers) {
        offers.push_back(offer_json(catalogue, offer));
    }
    std::vector<JsonText> warnings;
    for (Said const& warning : summary.warnings()) {
        // Without the mark of a list.
        warnings.push_back(json_object({{"code", json_string(warning.code)},
                                        {"text", json_string(warning.sentence.substr(2))}}));
    }
    return json_document({{"catalogue", json_string(catalogue.id)},
                          {"currency", json_string(catalogue.currency)},
                          {"languages", json_array(languages)},
                          {"offers", json_array_of_lines(offers, 4)},
                          {"warnings", json_array_of_lines(warnings, 4)}});
}

} // namespace kontingent::cli
