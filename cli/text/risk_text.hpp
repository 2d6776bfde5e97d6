// How uncertain the hours are, and what every offer costs when they vary.
#pragma once

#include "core/advice/evaluation.hpp"
#include "core/base/language.hpp"
#include "core/catalogue/catalogue.hpp"
#include "core/pricing/scenario.hpp"

#include <string>

namespace kontingent::cli {

// A line of the hours; empty where nothing is uncertain.
std::string uncertainty_text(Catalogue const& catalogue, Scenario const& scenario,
                             Language language);
// The allowed offers in the order of their expected cost; empty where nothing is uncertain or
// nothing is allowed.
std::string risks_text(Catalogue const& catalogue, Evaluation const& evaluation, Language language);

} // namespace kontingent::cli
