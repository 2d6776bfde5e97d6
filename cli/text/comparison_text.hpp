// A comparison for people: every offer ranked, pooled months, and the recommendation in words.
#pragma once

#include "core/catalogue.hpp"
#include "core/comparison.hpp"

#include <string>

namespace kontingent::cli {

// The comparison must hold at least one offer.
std::string comparison_text(Catalogue const& catalogue, Comparison const& comparison, Vat vat,
                            Language language);

} // namespace kontingent::cli
