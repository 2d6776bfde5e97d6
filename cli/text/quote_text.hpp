// A quote as a sales person pastes it into a mail: months, every line, pooling, totals.
#pragma once

#include "core/catalogue.hpp"
#include "core/quote.hpp"

#include <string>

namespace kontingent::cli {

std::string quote_text(Catalogue const& catalogue, Quote const& quote, Vat vat, Language language);

} // namespace kontingent::cli
