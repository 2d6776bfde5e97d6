// How texts name an offer: its package in the reader's language, its term, its pooled months.
#pragma once

#include "core/catalogue/catalogue.hpp"
#include "core/pricing/offers.hpp"
#include "core/pricing/quote.hpp"

#include <string>

namespace kontingent::cli {

// The text in the language, else in the catalogue's first; plain.
std::string text_in(Catalogue const& catalogue, LocalizedText const& text, Language language);

// "Standard, 12 Monate"; on demand the name alone.
std::string offer_name(Catalogue const& catalogue, OfferId const& id, Language language);
// "12,5 h", or "3 tickets" where the catalogue counts units.
std::string work_text(Catalogue const& catalogue, Minutes work, Language language);
// "Stunde", or "ticket" where the catalogue counts units.
std::string hour_text(Catalogue const& catalogue, Language language);
// "125,00 €/h", "30,00 €/ticket"
std::string rate_text(Catalogue const& catalogue, HourlyRate rate, Language language);
// "2 und 3, 7 und 8"
std::string pairs_text(PairList const& pairs, Language language);

// Seller, catalogue and, where it is so, that these are sample prices: a line each.
std::string origin_text(Catalogue const& catalogue, Language language);

} // namespace kontingent::cli
