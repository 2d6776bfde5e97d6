// A recommendation in words: what it costs and saves, how likely it stays right, what would change
// it, what its term binds.
#pragma once

#include "core/advice/appraisal.hpp"
#include "core/base/language.hpp"
#include "core/catalogue/catalogue.hpp"

#include <string>

namespace kontingent::cli {

std::string recommendation_text(Catalogue const& catalogue, Appraisal const& appraisal,
                                Language language);

} // namespace kontingent::cli
