// Reads the texts that the seller puts in place of those of the page and the portal.
#pragma once

#include "core/catalogue/catalogue.hpp"
#include "core/catalogue/catalogue_text.hpp"
#include "core/json/check.hpp"

#include <vector>

namespace kontingent {

std::vector<OwnText> read_own_texts(CatalogueChecker& checker, json::Value const* object);

} // namespace kontingent
