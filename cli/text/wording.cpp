#include "cli/text/wording.hpp"

#include "cli/text/plain.hpp"
#include "core/format.hpp"

#include <array>
#include <cstddef>

namespace kontingent::cli {
namespace {

constexpr Wording german{
    .quote_title = "Angebot: {}, Laufzeit {}",
    .quote_title_on_demand = "Angebot: {}",
    .comparison_title = "Vergleich aller Angebote: {}, {} genutzt",
    .prices_of = "{}, Preise aus dem Katalog {}",
    .sample_note = "Hinweis: Das sind Beispielpreise.",
    .month = "Monat",
    .used = "genutzt",
    .included = "enthalten",
    .extra = "zusätzlich",
    .expired = "verfallen",
    .net = "netto",
    .gross = "brutto",
    .total = "Summe",
    .rank = "Platz",
    .offer = "Angebot",
    .per_hour = "je Stunde",
    .no_value = "-",
    .with_term = "{}, {}",
    .lines_title = "Alle Posten (netto)",
    .lines_of_month = "Monat {}",
    .lines_of_months = "Monate {} bis {}, je Monat",
    .base = "Monatspreis",
    .discount_on_base = "Laufzeitrabatt {}",
    .discount_on_overage = "Laufzeitrabatt {} auf zusätzliche Stunden",
    .overage_at_rate = "Zusätzliche Stunden: {} zu {}",
    .overage_in_blocks = {"Zusätzliche Stunden: {} Block zu {} für {} (gebraucht: {})",
                          "Zusätzliche Stunden: {} Blöcke zu {} für je {} (gebraucht: {})"},
    .flat_fee = "Pauschale für zusätzliche Stunden",
    .pooled_pairs = "* Zusammengelegt und gemeinsam abgerechnet: Monate {}.",
    .pair = "{} und {}",
    .pooled_in_offer = "* {}: zusammengelegt sind die Monate {}.",
    .pooling_saves = "Das spart {} netto.",
    .pooling_costs = "Das kostet {} netto mehr, als die Monate einzeln abzurechnen.",
    .agreement = "Das Zusammenlegen muss der Support-Manager vorher zusagen.",
    .vat = "zzgl. {} Umsatzsteuer",
    .reverse_charge =
        "Umsatzsteuer (Reverse Charge: Steuerschuldnerschaft des Leistungsempfängers)",
    .effective_rate = "Das sind {} netto je genutzter Stunde.",
    .nothing_used = "Es wird keine Stunde genutzt.",
    .gross_holds_vat = "Brutto: mit {} Umsatzsteuer.",
    .gross_is_net =
        "Ohne Umsatzsteuer (Reverse Charge: Steuerschuldnerschaft des Leistungsempfängers).",
    .recommendation =
        "Empfehlung: {} zum Gesamtpreis von {} netto ({} brutto), dem niedrigsten von allen.",
    .saves = "Das sind {} netto weniger als beim nächsten Angebot ({}).",
    .costs_the_same = "Das nächste Angebot ({}) kostet gleich viel.",
    .catalogue_is_good = "{}: Der Katalog ist in Ordnung ({}, {}, {}).",
    .packages = {"{} Paket", "{} Pakete"},
    .terms = {"{} Laufzeit", "{} Laufzeiten"},
    .services = {"{} Leistung", "{} Leistungen"},
    .levels = {"{} Supportebene", "{} Supportebenen"},
    .answers = {"{} Antwort", "{} Antworten"},
    .months = {"{} Monat", "{} Monate"},
    .on_demand = "ohne Paket: {}",
    .cannot_read = "{}: Die Datei lässt sich nicht lesen: {}",
    .cannot_write = "{}: Die Datei lässt sich nicht schreiben: {}",
    .unknown_placeholder = "Der Platzhalter „{}“ ist nicht bekannt.",
    .open_placeholder = "Der Platzhalter wird nicht geschlossen.",
    .unknown_argument = "Das Argument „{}“ ist in diesem Text nicht bekannt.",
};

constexpr Wording english{
    .quote_title = "Quote: {}, term {}",
    .quote_title_on_demand = "Quote: {}",
    .comparison_title = "All offers compared: {}, {} used",
    .prices_of = "{}, prices from catalogue {}",
    .sample_note = "Please note: these are sample prices.",
    .month = "Month",
    .used = "used",
    .included = "included",
    .extra = "extra",
    .expired = "expired",
    .net = "net",
    .gross = "gross",
    .total = "Total",
    .rank = "Rank",
    .offer = "Offer",
    .per_hour = "per hour",
    .no_value = "-",
    .with_term = "{}, {}",
    .lines_title = "All lines (net)",
    .lines_of_month = "Month {}",
    .lines_of_months = "Months {} to {}, each",
    .base = "Monthly price",
    .discount_on_base = "Term discount {}",
    .discount_on_overage = "Term discount {} on extra hours",
    .overage_at_rate = "Extra hours: {} at {}",
    .overage_in_blocks = {"Extra hours: {} block of {} for {} (needed: {})",
                          "Extra hours: {} blocks of {} for {} each (needed: {})"},
    .flat_fee = "Flat fee for extra hours",
    .pooled_pairs = "* Pooled and settled as one: months {}.",
    .pair = "{} and {}",
    .pooled_in_offer = "* {}: pooled months {}.",
    .pooling_saves = "That saves {} net.",
    .pooling_costs = "That costs {} net more than settling the months one by one.",
    .agreement = "Pooling needs the support manager's agreement beforehand.",
    .vat = "plus {} VAT",
    .reverse_charge = "VAT (reverse charge: the recipient accounts for the VAT)",
    .effective_rate = "That is {} net per hour used.",
    .nothing_used = "No hour is used.",
    .gross_holds_vat = "Gross: with {} VAT.",
    .gross_is_net = "Without VAT (reverse charge: the recipient accounts for the VAT).",
    .recommendation = "Recommended: {} at a total of {} net ({} gross), the lowest of all.",
    .saves = "That is {} net less than the next offer ({}).",
    .costs_the_same = "The next offer ({}) costs the same.",
    .catalogue_is_good = "{}: the catalogue is good ({}, {}, {}).",
    .packages = {"{} package", "{} packages"},
    .terms = {"{} term", "{} terms"},
    .services = {"{} service", "{} services"},
    .levels = {"{} support level", "{} support levels"},
    .answers = {"{} answer", "{} answers"},
    .months = {"{} month", "{} months"},
    .on_demand = "without a package: {}",
    .cannot_read = "{}: the file cannot be read: {}",
    .cannot_write = "{}: the file cannot be written: {}",
    .unknown_placeholder = "The placeholder “{}” is not known.",
    .open_placeholder = "The placeholder is not closed.",
    .unknown_argument = "The argument “{}” is not known in this text.",
};

constexpr std::array<Wording const*, language_count> wordings{&german, &english};

} // namespace

Wording const& wording(Language language) {
    return *wordings[static_cast<std::size_t>(language)];
}

std::string filled(std::string_view text, std::initializer_list<std::string_view> arguments) {
    std::string out;
    for (std::string_view const argument : arguments) {
        std::size_t const place = text.find("{}");
        if (place == std::string_view::npos) {
            break;
        }
        out += text.substr(0, place);
        out += argument;
        text.remove_prefix(place + 2);
    }
    out += text;
    return out;
}

std::string_view form_for(Counted const& noun, std::int64_t count) {
    return count == 1 ? noun.one : noun.other;
}

std::string counted(Counted const& noun, std::int64_t count, Language language) {
    return filled(form_for(noun, count), {plain(format_integer(count, language))});
}

} // namespace kontingent::cli
