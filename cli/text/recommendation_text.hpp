// A recommendation in words: what it costs and saves, how likely it stays right, what would change
// it, what its term binds.
#pragma once

#include "core/advice/evaluation.hpp"
#include "core/base/language.hpp"
#include "core/catalogue/catalogue.hpp"

#include <string>

namespace kontingent::cli {

std::string recommendation_text(Catalogue const& catalogue, Evaluation const& evaluation,
                                Language language);

} // namespace kontingent::cli
