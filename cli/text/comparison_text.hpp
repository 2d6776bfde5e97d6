// A comparison for people: every offer that is allowed ranked, pooled months, what excludes the
// others, what uncertain hours cost, the recommendation in words, and the break-even.
#pragma once

#include "core/advice/evaluation.hpp"
#include "core/catalogue/catalogue.hpp"
#include "core/pricing/scenario.hpp"

#include <string>

namespace kontingent::cli {

std::string comparison_text(Catalogue const& catalogue, Evaluation const& evaluation,
                            Scenario const& scenario, Language language);

} // namespace kontingent::cli
