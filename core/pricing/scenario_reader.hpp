// Reads a scenario that is part of a larger document, such as a request: pointers then begin where
// it stands.
#pragma once

#include "core/catalogue/catalogue.hpp"
#include "core/json/check.hpp"
#include "core/pricing/scenario.hpp"

namespace kontingent {

// What is wrong is left with the checker; the scenario counts only if it has no errors. A null
// object is silent.
Scenario read_scenario(json::Checker& checker, json::Value const* object,
                       Catalogue const& catalogue);

} // namespace kontingent
