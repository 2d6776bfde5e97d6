// Catalogues and usage drawn at random, small enough that edges and ties are met often.
#pragma once

#include "core/catalogue/catalogue.hpp"
#include "tests/core/random.hpp"

#include <cstddef>
#include <vector>

namespace kontingent::tests {

Overage random_overage(Random& random);
// Three packages, on demand and three terms.
Catalogue random_catalogue(Random& random);
// Coarse enough for ties: many months are unused, exactly used, or alike.
std::vector<Minutes> random_usage(Random& random, std::size_t month_count);

} // namespace kontingent::tests
