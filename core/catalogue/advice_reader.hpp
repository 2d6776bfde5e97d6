// Reads what helps a visitor to say what they need: seasons, and the questions that lead to a
// support level.
#pragma once

#include "core/catalogue/catalogue_text.hpp"
#include "core/catalogue/season.hpp"
#include "core/catalogue/triage.hpp"

#include <vector>

namespace kontingent {

std::vector<NamedSeason> read_seasons(CatalogueChecker& checker, json::Value const* list);
Triage read_triage(CatalogueChecker& checker, json::Value const* object, std::size_t level_count);

} // namespace kontingent
