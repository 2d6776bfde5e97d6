#include "cli/text/offer_text.hpp"

#include "cli/text/plain.hpp"
#include "cli/text/wording.hpp"

namespace kontingent::cli {

std::string text_in(Catalogue const& catalogue, LocalizedText const& text, Language language) {
    std::string const& wanted = text.in(language);
    return plain(wanted.empty() && !catalogue.languages.empty()
                     ? text.in(catalogue.languages.front())
                     : wanted);
}

bool is_on_demand(Catalogue const& catalogue, Quote const& quote) {
    return quote.package_id == catalogue.on_demand.id;
}

std::string package_name(Catalogue const& catalogue, Quote const& quote, Language language) {
    Package const* package = catalogue.find_package(quote.package_id);
    return text_in(catalogue, package != nullptr ? package->name : catalogue.on_demand.name,
                   language);
}

std::string offer_name(Catalogue const& catalogue, Quote const& quote, Language language) {
    Wording const& words = wording(language);
    std::string name = package_name(catalogue, quote, language);
    if (is_on_demand(catalogue, quote)) {
        return name;
    }
    return filled(words.with_term, {name, counted(words.months, quote.term_months, language)});
}

std::string offer_name(Catalogue const& catalogue, OfferId const& offer, Language language) {
    if (!offer.package_index) {
        return text_in(catalogue, catalogue.on_demand.name, language);
    }
    return filled(wording(language).with_term,
                  {text_in(catalogue, catalogue.packages[*offer.package_index].name, language),
                   counted(wording(language).months, offer.term_months, language)});
}

std::string pairs_text(PairList const& pairs, Language language) {
    std::string text;
    for (std::int32_t const first : pairs) {
        text += text.empty() ? "" : ", ";
        text += filled(wording(language).pair, {std::to_string(first), std::to_string(first + 1)});
    }
    return text;
}

std::string origin_text(Catalogue const& catalogue, Language language) {
    Wording const& words = wording(language);
    std::string text =
        filled(words.prices_of, {plain(catalogue.seller.name), plain(catalogue.id)}) + "\n";
    if (catalogue.is_sample) {
        text += std::string(words.sample_note) + "\n";
    }
    return text;
}

} // namespace kontingent::cli
