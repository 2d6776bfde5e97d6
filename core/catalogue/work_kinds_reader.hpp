// Reads what offers refer to besides services and levels: kinds of work, extras and the unit.
#pragma once

#include "core/catalogue/catalogue.hpp"
#include "core/catalogue/catalogue_text.hpp"
#include "core/json/check.hpp"

#include <optional>
#include <vector>

namespace kontingent {

std::vector<Kind> read_kinds(CatalogueChecker& checker, json::Value const* list);
std::vector<Extra> read_extras(CatalogueChecker& checker, json::Value const* list);
std::optional<Unit> read_unit(CatalogueChecker& checker, json::Value const* object);

} // namespace kontingent
