// Sentences and names the screens share: months, offers, promises, amounts. All words come from the texts.
#pragma once

#include <cstdint>
#include <string>

#include "core/catalogue.hpp"
#include "core/units.hpp"
#include "ui/estimate.hpp"
#include "ui/frame.hpp"
#include "ui/state.hpp"

namespace kontingent::ui {

// What every screen reads and none changes.
struct Shop {
    const Catalogue& catalogue;
    std::int32_t first_month;  // calendar month of the forecast's first month, 0 is January
};

// "Jan" for the forecast's month (from 1), and in full "Januar".
std::string short_month(const Frame& frame, const Shop& shop, std::int32_t month);
std::string long_month(const Frame& frame, const Shop& shop, std::int32_t month);

const LocalizedText& name_of(const Shop& shop, const Offer& offer);
const LocalizedText& summary_of(const Shop& shop, const Offer& offer);
// "12 Monate"; on demand: "ohne Laufzeit".
std::string term_words(const Frame& frame, const Offer& offer);
// "Standard · 12 Monate", on demand its name alone.
std::string title_of(const Frame& frame, const Shop& shop, const Offer& offer);

std::string money(const Frame& frame, const Shop& shop, Money amount);
// The total the visitor chose to see, and its monthly average.
Money total_shown(const Explained& explained, PriceView view);
Money monthly_shown(const Explained& explained, PriceView view);
// "netto", "brutto".
std::string_view view_words(const Frame& frame, PriceView view);
// "im Jahr" for twelve months, else "in 6 Monaten".
std::string period_words(const Frame& frame, std::int32_t months);

// "1 Stunde, rund um die Uhr": the page's wording, see site/README.md.
std::string promise_words(const Frame& frame, const ResponsePromise& promise);
// "Nov + Dez, Mär + Apr".
std::string pairs_words(const Frame& frame, const Shop& shop, const PairList& pairs);

}  // namespace kontingent::ui
