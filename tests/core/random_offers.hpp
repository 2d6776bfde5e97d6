// Catalogues and usage drawn at random, small enough that edges and ties are met often.
#pragma once

#include "core/catalogue/catalogue.hpp"
#include "core/pricing/scenario.hpp"
#include "tests/core/random.hpp"

#include <cstddef>
#include <vector>

namespace kontingent::tests {

Overage random_overage(Random& random);
// Three packages, on demand and three terms.
Catalogue random_catalogue(Random& random);
// Three packages and on demand by any of the rules that a catalogue can have, in any combination
// that it may have.
Catalogue random_rules(Random& random);
// Any of the catalogue's offers and terms, with kinds, tasks and extras where it has them; pooling
// none or best.
Scenario random_scenario(Random& random, Catalogue const& catalogue, std::size_t month_count);
// Coarse enough for ties: many months are unused, exactly used, or alike.
std::vector<Minutes> random_usage(Random& random, std::size_t month_count);

} // namespace kontingent::tests
