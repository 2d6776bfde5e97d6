// Sentences and names the screens share: months, offers, promises, amounts. All words come from the
// texts.
#pragma once

#include "core/base/units.hpp"
#include "core/catalogue/catalogue.hpp"
#include "core/pricing/offers.hpp"
#include "ui/frame.hpp"
#include "ui/state/compared_offers.hpp"

#include <cstdint>
#include <string>

namespace kontingent::ui {

// What every screen reads.
struct Shop {
    Catalogue const& catalogue;
    std::int32_t first_month; // calendar month of the forecast's first month, 0 is January
};

// "Jan" for the forecast's month (from 1), and in full "Januar".
std::string short_month(Frame const& frame, Shop const& shop, std::int32_t month);
std::string long_month(Frame const& frame, Shop const& shop, std::int32_t month);

// The form of a counted text that fits the number, and the same with its {n} filled.
std::string_view form_for(Frame const& frame, Text text, std::int64_t number);
std::string counted(Frame const& frame, Text text, std::int64_t number);
// Rounded to a tenth of an hour: only for display.
Minutes readable_average(Minutes total, std::int64_t months);
// "7,5 Stunden"
std::string counted_hours(Frame const& frame, Minutes time);
// A month of the past as PastMonth counts it: "Januar 2026" and "Jan 2026".
std::string dated_month(Frame const& frame, std::int32_t month);
std::string short_dated_month(Frame const& frame, std::int32_t month);

LocalizedText const& name_of(Shop const& shop, OfferId const& offer);
LocalizedText const& summary_of(Shop const& shop, OfferId const& offer);
// "1 Monat", "12 Monate".
std::string months_words(Frame const& frame, std::int32_t months);
// "12 Monate"; on demand: "ohne Laufzeit".
std::string term_words(Frame const& frame, Shop const& shop, OfferId const& offer);
// "Standard · 12 Monate", on demand its name alone.
std::string title_of(Frame const& frame, Shop const& shop, OfferId const& offer);

std::string money(Frame const& frame, Shop const& shop, Money amount);
// A sum of lines in the chosen view, as a quote of that sum would have it: VAT comes on top, or
// with prices that include it is taken out, and is rounded once.
Money shown(Shop const& shop, Money line_total, PriceView view);
// How much of it is shown for each unit.
double shown_per_total(Shop const& shop, PriceView view);
// The total the visitor chose to see, and its monthly average.
Money total_shown(OfferSummary const& summary, PriceView view);
Money monthly_shown(OfferSummary const& summary, PriceView view);
// "netto", "brutto".
std::string_view view_words(Frame const& frame, PriceView view);
// "im Jahr" for twelve months, else "in 6 Monaten".
std::string period_words(Frame const& frame, std::int32_t months);

// "1 Stunde, rund um die Uhr": the page's wording, see site/PAGES.md.
std::string promise_words(Frame const& frame, ResponsePromise const& promise);
// "Nov + Dez, Mär + Apr".
std::string pairs_words(Frame const& frame, Shop const& shop, PairList const& pairs);

} // namespace kontingent::ui
