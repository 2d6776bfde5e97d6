// A quote's lines in words, month by month; months with the same lines stand together.
#pragma once

#include "core/catalogue/catalogue.hpp"
#include "core/pricing/quote.hpp"

#include <string>

namespace kontingent::cli {

// A heading a month or run of alike months, below it every line with its amount.
std::string lines_text(Catalogue const& catalogue, Quote const& quote, Language language);

} // namespace kontingent::cli
