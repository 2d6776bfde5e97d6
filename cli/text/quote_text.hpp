// A quote as a sales person pastes it into a mail: months, every line, pooling, totals.
#pragma once

#include "core/catalogue/catalogue.hpp"
#include "core/pricing/quote.hpp"
#include "core/pricing/scenario.hpp"

#include <string>

namespace kontingent::cli {

// `scenario` is what the quote was made for.
std::string quote_text(Catalogue const& catalogue, Quote const& quote, Scenario const& scenario,
                       Language language);

} // namespace kontingent::cli
