// What an offer's price depends on besides its prices: what becomes of unused work, pooling, how
// long blocks are valid, how tasks and kinds of work count.
#pragma once

#include "documents/wording.hpp"

#include <string>
#include <vector>

namespace kontingent::documents {

// A sentence each, as domain.md has the rules; empty where nothing applies. `words` has the
// catalogue's texts, of which the offer is.
std::vector<std::string> conditions_of(Offer const& offer, Catalogue const& catalogue,
                                       Wording const& words);

} // namespace kontingent::documents
