// What offers cost, computed a second time: slowly, from the contract's sentences alone, with no
// code of core's but the types of its catalogue and scenario. Properties hold the engine against
// it.
#pragma once

#include "core/catalogue/catalogue.hpp"
#include "core/pricing/pairs.hpp"
#include "core/pricing/scenario.hpp"

#include <cstdint>
#include <string>

namespace kontingent::tests {

struct ReferenceQuote {
    std::string months; // as text_of(std::vector<Month>)
    std::int64_t fixed = 0;
    std::int64_t expected = 0;
    std::int64_t committed_beyond = 0;
    std::int64_t net = 0;
    std::int64_t vat = 0;
    std::int64_t overage = 0;
    std::int64_t expired = 0;
    std::int64_t open = 0;
    std::int64_t left = 0;
    // Every counted minute comes from one of these three; blocks give what earlier ones left, too.
    std::int64_t from_included = 0;
    std::int64_t from_blocks = 0;
    std::int64_t charged = 0; // by the minute
};

// With the scenario's pairs where it gives a list, else with none. Amounts must be small.
ReferenceQuote reference_quote(Catalogue const& catalogue, Scenario const& scenario);

// Found by trying every list of pairs.
PairList reference_pairs(Catalogue const& catalogue, Scenario const& scenario);

} // namespace kontingent::tests
