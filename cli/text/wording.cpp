#include "cli/text/wording.hpp"

#include "cli/text/plain.hpp"
#include "core/base/format.hpp"

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
    .setup_fee = "Einrichtungsgebühr",
    .extra_monthly = "{}: {} je Monat",
    .extra_one_off = "{}: {}, einmalig",
    .discount_on_extras = "Laufzeitrabatt {} auf Zusätze",
    .special_discount_on_base = "Sonderrabatt {} ({})",
    .special_discount_on_extras = "Sonderrabatt {} auf Zusätze ({})",
    .special_discount_on_overage = "Sonderrabatt {} auf zusätzliche Stunden ({})",
    .task_fee = "Gebühr für Aufgaben: {}",
    .of_kind = "{} ({})",
    .unlimited = "unbegrenzt",
    .fixed_and_expected = "Davon fest: {}, nach Verbrauch: {}.",
    .committed_beyond = "Nach diesem Zeitraum bindet die Laufzeit noch {}.",
    .left = "Am Ende noch nutzbar: {}.",
    .open_work =
        "Ohne Preis im Katalog, auf Anfrage: {}. Diese Zeit ist in keiner Summe enthalten.",
    .missing_extras = "Bietet dieses Angebot nicht an: {}. Das ist in keiner Summe enthalten.",
    .no_vat = "Umsatzsteuer (wird nicht erhoben)",
    .prices_include_vat = "darin {} Umsatzsteuer",
    .pooled_pairs = "* Zusammengelegt und gemeinsam abgerechnet: Monate {}.",
    .pair = "{} und {}",
    .pooled_in_offer = "* {}: zusammengelegt sind die Monate {}.",
    .pooling_saves = "Das spart {} netto.",
    .pooling_costs = "Das kostet {} netto mehr, als die Monate einzeln abzurechnen.",
    .agreement = "Das Zusammenlegen muss der Support-Manager vorher zusagen.",
    .vat = "zzgl. {} Umsatzsteuer",
    .reverse_charge =
        "Umsatzsteuer (Reverse Charge: Steuerschuldnerschaft des Leistungsempfängers)",
    .effective_rate = "Das sind {} netto je Stunde Arbeit.",
    .nothing_used = "Es wird keine Stunde genutzt.",
    .gross_holds_vat = "Brutto: mit {} Umsatzsteuer.",
    .gross_is_net =
        "Ohne Umsatzsteuer (Reverse Charge: Steuerschuldnerschaft des Leistungsempfängers).",
    .recommendation =
        "Empfehlung: {} zum Gesamtpreis von {} netto ({} brutto), dem niedrigsten von allen.",
    .recommendation_of_allowed = "Empfehlung: {} zum Gesamtpreis von {} netto ({} brutto), dem "
                                 "niedrigsten von allen, die die Anforderungen erfüllen.",
    .recommendation_expected = "Empfehlung: {} mit Kosten von im Mittel {} netto, {}.",
    .recommendation_with_commitment =
        "Empfehlung: {} zum Gesamtpreis von {} netto ({} brutto). Rechnet man mit, was die "
        "Laufzeit danach noch bindet, ist kein Angebot zur Wahl günstiger.",
    .recommendation_expected_with_commitment =
        "Empfehlung: {} mit Kosten von im Mittel {} netto. Rechnet man mit, was die Laufzeit "
        "danach noch bindet, ist kein Angebot zur Wahl günstiger.",
    .counts_commitment = "Darin ist enthalten, was die Laufzeiten danach noch binden.",
    .lowest_of_all = "den niedrigsten von allen",
    .lowest_of_allowed = "den niedrigsten von allen, die die Anforderungen erfüllen",
    .saves = "Das sind {} netto weniger als beim nächsten Angebot ({}).",
    .saves_expected = "Das sind im Mittel {} netto weniger als beim nächsten Angebot ({}).",
    .saves_beside =
        "Von anderen Laufzeiten abgesehen ist das nächste Angebot {}; es kostet {} netto mehr.",
    .costs_the_same = "Das nächste Angebot ({}) kostet gleich viel.",
    .only_one = "Kein anderes Angebot erfüllt die Anforderungen.",
    .spread =
        "In mindestens acht von zehn Verläufen liegt der Gesamtpreis zwischen {} und {} netto.",
    .spread_none = "In mindestens acht von zehn Verläufen ist der Gesamtpreis genau {} netto.",
    .stays_cheapest = "In {} der Verläufe ist es am Ende das günstigste der Angebote zur Wahl.",
    .cheaper_if_typical = "Kommt jeder Monat genau wie typisch, ist {} um {} netto günstiger; im "
                          "Mittel aller Verläufe ist es die Empfehlung.",
    .none_allowed = "Keine Empfehlung: Kein Angebot erfüllt alle Anforderungen.",
    .excluded_title = "Nicht zur Wahl, weil eine Anforderung nicht erfüllt ist:",
    .reasons = "Grund",
    .lacks_response = "Reaktion auf Ebene {} ({}): {} statt {}",
    .lacks_service = "ohne {}",
    .term_too_long = "bindet länger als {}",
    .has_open_work = "Ein Teil der Arbeit hat keinen Preis (auf Anfrage)",
    .lacks_extra = "Bietet nicht an: {}",
    .always = "{} rund um die Uhr",
    .in_business = "{} zu Geschäftszeiten",
    .turns_title = "Was daran etwas ändert:",
    .turns_title_typical = "Ohne Schwankungen, nur mit den typischen Stunden gerechnet:",
    .tipping_fewer = "- Bei {} weniger Stunden (im Schnitt {} im Monat) ist {} am günstigsten.",
    .tipping_more = "- Bei {} mehr Stunden (im Schnitt {} im Monat) ist {} am günstigsten.",
    .turn_nothing = "- Nur ganz ohne Stunden ist {} am günstigsten.",
    .stays_fewer = "- Mit weniger Stunden bleibt {} am günstigsten.",
    .stays_more = "- Auch mit bis zu dreimal so vielen Stunden bleibt {} am günstigsten.",
    .commitment_title = "Was die Laufzeit bindet:",
    .committed = "- {} Laufzeit kosten {} netto, auch wenn der Bedarf vorher endet.",
    .commitment_saves =
        "- Im verglichenen Zeitraum spart das {} netto gegenüber der kürzesten Laufzeit ({}).",
    .pays_from = "- Das lohnt sich, wenn das Paket mindestens {} gebraucht wird; sonst ist die "
                 "kürzeste Laufzeit ({}) günstiger.",
    .forecast_is_short = "- Achtung: Der Vergleich umfasst nur {}. Endet der Bedarf danach, ist "
                         "die kürzeste Laufzeit ({}) günstiger.",
    .uncertain_range = "Unsicher: im Schnitt {} bis {} im Monat, typisch {}.",
    .uncertain_past = "Unsicher: gezogen aus der Vergangenheit ({}, im Schnitt {} im Monat); "
                      "typisch {} im Monat.",
    .typical_title = "Mit den typischen Stunden:",
    .risk_title = "Wenn die Stunden schwanken: {} mögliche Verläufe, Gesamtpreise netto",
    .mean = "im Mittel",
    .p10 = "P10",
    .p50 = "P50",
    .p90 = "P90",
    .any_extra = "mit zus. Stunden",
    .cheapest = "am günstigsten",
    .quantiles = "P10, P50, P90: In 10 %, 50 % und 90 % der Verläufe kostet es höchstens so viel.",
    .break_even_title = "Am günstigsten bei gleich vielen Stunden in jedem Monat ({}, auf {} "
                        "aufgerundet):",
    .break_even_title_allowed = "Am günstigsten von den Angeboten zur Wahl, bei gleich vielen "
                                "Stunden in jedem Monat ({}, auf {} aufgerundet):",
    .from = "von",
    .to = "bis",
    .cheapest_offer = "Angebot",
    .cliffs_title = "Wo mehr Stunden weniger kosten ({}):",
    .cliff = "- {}: Mit {} im Monat sind es {} netto weniger als mit {}.",
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
    .setup_fee = "Set-up fee",
    .extra_monthly = "{}: {} a month",
    .extra_one_off = "{}: {}, once",
    .discount_on_extras = "Term discount of {} on extras",
    .special_discount_on_base = "Special discount {} ({})",
    .special_discount_on_extras = "Special discount {} on extras ({})",
    .special_discount_on_overage = "Special discount {} on extra hours ({})",
    .task_fee = "Fee for tasks: {}",
    .of_kind = "{} ({})",
    .unlimited = "unlimited",
    .fixed_and_expected = "Fixed: {}; by use: {}.",
    .committed_beyond = "After this period the term commits you to another {}.",
    .left = "Still usable at the end: {}.",
    .open_work = "Priced on request: {}. No total contains this work.",
    .missing_extras = "Not offered here: {}. No total contains it.",
    .no_vat = "VAT (none is charged)",
    .prices_include_vat = "including {} VAT",
    .pooled_pairs = "* Pooled and settled as one: months {}.",
    .pair = "{} and {}",
    .pooled_in_offer = "* {}: pooled months {}.",
    .pooling_saves = "That saves {} net.",
    .pooling_costs = "That costs {} net more than settling the months one by one.",
    .agreement = "Pooling needs the support manager's agreement beforehand.",
    .vat = "plus {} VAT",
    .reverse_charge = "VAT (reverse charge: the recipient accounts for the VAT)",
    .effective_rate = "That is {} net per hour worked.",
    .nothing_used = "No hour is used.",
    .gross_holds_vat = "Gross: with {} VAT.",
    .gross_is_net = "Without VAT (reverse charge: the recipient accounts for the VAT).",
    .recommendation = "Recommended: {} at a total of {} net ({} gross), the lowest of all.",
    .recommendation_of_allowed = "Recommended: {} at a total of {} net ({} gross), the lowest of "
                                 "all that meet the requirements.",
    .recommendation_expected = "Recommended: {} at an average cost of {} net, {}.",
    .recommendation_with_commitment =
        "Recommended: {} at a total of {} net ({} gross). Counting what a term binds afterwards, "
        "no available offer costs less.",
    .recommendation_expected_with_commitment =
        "Recommended: {} at an average cost of {} net. Counting what a term binds afterwards, no "
        "available offer costs less.",
    .counts_commitment = "This counts what the terms bind afterwards.",
    .lowest_of_all = "the lowest of all",
    .lowest_of_allowed = "the lowest of all that meet the requirements",
    .saves = "That is {} net less than the next offer ({}).",
    .saves_expected = "On average that is {} net less than the next offer ({}).",
    .saves_beside = "Other terms aside, the next offer is {}; it costs {} net more.",
    .costs_the_same = "The next offer ({}) costs the same.",
    .only_one = "No other offer meets the requirements.",
    .spread = "In at least eight of ten simulated runs the total is between {} and {} net.",
    .spread_none = "In at least eight of ten simulated runs the total is exactly {} net.",
    .stays_cheapest = "In {} of the simulated runs it is the cheapest of the available offers.",
    .cheaper_if_typical = "If every month turns out just as typical, {} is {} net cheaper; on "
                          "average over all simulated runs the recommended offer is.",
    .none_allowed = "No recommendation: no offer meets all requirements.",
    .excluded_title = "Not available, because a requirement is not met:",
    .reasons = "Reason",
    .lacks_response = "response at level {} ({}): {} instead of {}",
    .lacks_service = "without {}",
    .term_too_long = "binds for longer than {}",
    .has_open_work = "part of the work has no price (on request)",
    .lacks_extra = "does not offer: {}",
    .always = "{} around the clock",
    .in_business = "{} in business hours",
    .turns_title = "What would change this:",
    .turns_title_typical = "Without variation, computed from the typical hours alone:",
    .tipping_fewer = "- With {} fewer hours ({} a month on average) {} is the cheapest.",
    .tipping_more = "- With {} more hours ({} a month on average) {} is the cheapest.",
    .turn_nothing = "- Only without any hours {} is the cheapest.",
    .stays_fewer = "- With fewer hours {} stays the cheapest.",
    .stays_more = "- Even with up to three times as many hours {} stays the cheapest.",
    .commitment_title = "What the term binds:",
    .committed = "- A term of {} costs {} net, even if the need ends sooner.",
    .commitment_saves =
        "- Over the months compared it saves {} net against the shortest term ({}).",
    .pays_from = "- It pays if the package is needed for at least {}; otherwise the shortest term "
                 "({}) is cheaper.",
    .forecast_is_short = "- Please note: the comparison covers only {}. If the need ends then, the "
                         "shortest term ({}) is cheaper.",
    .uncertain_range = "Uncertain: {} to {} a month on average, typically {}.",
    .uncertain_past =
        "Uncertain: drawn from the past ({}, {} a month on average); typically {} a month.",
    .typical_title = "With the typical hours:",
    .risk_title = "If the hours vary: {} simulated runs, net totals",
    .mean = "on average",
    .p10 = "P10",
    .p50 = "P50",
    .p90 = "P90",
    .any_extra = "with extra hours",
    .cheapest = "the cheapest",
    .quantiles =
        "P10, P50, P90: in 10%, 50% and 90% of the simulated runs it costs no more than this.",
    .break_even_title = "The cheapest at the same hours each month ({}, rounded up to {}):",
    .break_even_title_allowed = "The cheapest of the available offers at the same hours each month "
                                "({}, rounded up to {}):",
    .from = "from",
    .to = "to",
    .cheapest_offer = "Offer",
    .cliffs_title = "Where more hours cost less ({}):",
    .cliff = "- {}: {} a month cost {} net less than {}.",
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
