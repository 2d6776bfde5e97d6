// From which hours on each offer is the cheapest, and where more hours cost less.
#pragma once

#include "core/advice/evaluation.hpp"
#include "core/base/language.hpp"
#include "core/catalogue/catalogue.hpp"

#include <string>

namespace kontingent::cli {

// Empty where no offer is allowed.
std::string break_even_text(Catalogue const& catalogue, Evaluation const& evaluation,
                            Language language);

} // namespace kontingent::cli
