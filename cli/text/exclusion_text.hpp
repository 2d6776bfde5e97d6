// The offers that do not meet the requirements, each with its reasons.
#pragma once

#include "core/advice/recommendation.hpp"
#include "core/base/language.hpp"
#include "core/catalogue/catalogue.hpp"
#include "core/pricing/requirements.hpp"

#include <string>

namespace kontingent::cli {

// Empty where all are allowed. A package takes one entry where every term of it is excluded, with
// the reasons that all of them share; else each excluded term takes one.
std::string exclusions_text(Catalogue const& catalogue, Recommendation const& recommendation,
                            Requirements const& requirements, Language language);

} // namespace kontingent::cli
