// Reads a scenario that is part of a larger document, such as a request: pointers then begin where
// it stands.
#pragma once

#include "core/catalogue/catalogue.hpp"
#include "core/json/check.hpp"
#include "core/pricing/scenario.hpp"

#include <cstdint>

namespace kontingent {

// Which members a scenario may have depends on where it comes from.
enum class ScenarioFrom : std::uint8_t {
    visitor,    // a request: without special discounts
    seller,     // all of them
    comparison, // a seller's that may name no package, since all are compared
    document,   // only the needs: what an offer is chosen for, without the offer
};

// What is wrong is left with the checker; the scenario counts only if it has no errors. A null
// object is silent.
Scenario read_scenario(json::Checker& checker, json::Value const* object,
                       Catalogue const& catalogue, ScenarioFrom from = ScenarioFrom::visitor);

// "package", "term_months" and "pooling", into a scenario that has its months already.
// `default_pooling` takes the place of an absent "pooling"; it may be null.
void read_choice(json::Checker& checker, json::Members const& members, Catalogue const& catalogue,
                 json::Value const* default_pooling, Scenario& scenario);

// "vat", into `scenario`.
void read_vat(json::Checker& checker, json::Value const* value, Catalogue const& catalogue,
              Scenario& scenario);

} // namespace kontingent
