#include "cli/text/offer_text.hpp"

#include "cli/text/plain.hpp"
#include "cli/text/wording.hpp"
#include "core/base/format.hpp"

#include <algorithm>

namespace kontingent::cli {
namespace {

// What a catalogue does not say in a language, it says in its first one.
Language spoken(Catalogue const& catalogue, Language language) {
    bool const is_spoken = std::ranges::count(catalogue.languages, language) > 0;
    return is_spoken ? language : catalogue.languages.front();
}

} // namespace

std::string text_in(Catalogue const& catalogue, LocalizedText const& text, Language language) {
    std::string const& wanted = text.in(language);
    return plain(wanted.empty() && !catalogue.languages.empty()
                     ? text.in(catalogue.languages.front())
                     : wanted);
}

std::string offer_name(Catalogue const& catalogue, OfferId const& id, Language language) {
    Offer const& offer = catalogue.offers[id.offer_index];
    std::string name = text_in(catalogue, offer.name, language);
    if (!offer.is_package()) {
        return name;
    }
    return filled(wording(language).with_term,
                  {name, counted(wording(language).months, id.term_months, language)});
}

std::string work_text(Catalogue const& catalogue, Minutes work, Language language) {
    if (!catalogue.unit) {
        return hours_text(work, language);
    }
    return format_integer(work.count, language) + " " +
           catalogue.unit->noun(work.count, spoken(catalogue, language));
}

std::string hour_text(Catalogue const& catalogue, Language language) {
    return catalogue.unit ? plain(catalogue.unit->noun(1, spoken(catalogue, language)))
                          : std::string(wording(language).hour);
}

std::string rate_text(Catalogue const& catalogue, HourlyRate rate, Language language) {
    return money_text(Money{rate.minor_per_hour}, catalogue.currency, language) + "/" +
           (catalogue.unit ? hour_text(catalogue, language) : "h");
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
