// What an offer's price depends on besides its prices: what becomes of unused work, pooling, how
// long blocks are valid, how tasks and kinds of work count.
#pragma once

#include "documents/wording.hpp"

#include <string>
#include <vector>

namespace kontingent::documents {

// A sentence each; empty where nothing applies. The offer is the catalogue's, the words are those
// of its texts. docs/catalogue.md has the rules.
std::vector<std::string> conditions_of(Offer const& offer, Catalogue const& catalogue,
                                       Wording const& words);

} // namespace kontingent::documents
