// Reads what an offer must have, as a part of a scenario.
#pragma once

#include "core/catalogue/catalogue.hpp"
#include "core/json/check.hpp"
#include "core/pricing/requirements.hpp"

namespace kontingent {

// What is wrong is left with the checker; the requirements count only if it has no errors. A null
// object is silent, and demands nothing.
Requirements read_requirements(json::Checker& json, json::Value const* object,
                               Catalogue const& catalogue);

} // namespace kontingent
