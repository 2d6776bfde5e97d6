// Reads what an offer must have, as a part of a scenario.
#pragma once

#include "core/catalogue.hpp"
#include "core/json_check.hpp"
#include "core/requirements.hpp"

namespace kontingent {

// What is wrong is left with the checker; the requirements count only if it has no faults. A null
// object is silent, and demands nothing.
Requirements read_requirements(json::Checker& json, json::Value const* object,
                               Catalogue const& catalogue);

} // namespace kontingent
