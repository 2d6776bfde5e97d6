// The texts of page and portal that a catalogue takes the place of: where our own would be wrong,
// since it counts units or has hours that outlive their month (languages/LL/variants.json), and
// where it says so itself.
#pragma once

#include "core/base/language.hpp"
#include "core/catalogue/catalogue.hpp"
#include "templates/texts.hpp"

#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace kontingent::templates {

using OwnTexts = std::map<std::string, std::string, std::less<>>; // by key

OwnTexts own_texts(Catalogue const& catalogue, Language language);

// Whether a text of page or portal has this key.
bool names_a_text(std::string_view key);

// Puts them in place of the page's, and sets the arguments that every text may use: {seller},
// {currency}, {vat}, {catalogue}, {email}.
void use_catalogue(Texts& texts, OwnTexts const& own, Catalogue const& catalogue,
                   Language language);

// Those of the portal as its page carries them (wasm/own_texts.mjs): {"12": "Tickets a month"}, by
// the text's place in ui/texts.def. Empty where there are none.
std::string own_portal_texts(OwnTexts const& texts);

} // namespace kontingent::templates
