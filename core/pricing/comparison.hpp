// Every package with every term, each with its best pooling, and on demand once, ranked by net
// total.
#pragma once

#include "core/catalogue/catalogue.hpp"
#include "core/pricing/offers.hpp"
#include "core/pricing/quote.hpp"
#include "core/pricing/scenario.hpp"

#include <expected>
#include <vector>

namespace kontingent {

struct ComparedOffer {
    OfferId id;
    Quote quote;
};

struct Comparison {
    // Rising by net; among equals in the order of offers_of().
    std::vector<ComparedOffer> offers;
};

std::expected<Comparison, Errors> compare(Catalogue const& catalogue,
                                          std::vector<Minutes> const& usage, Vat vat);

} // namespace kontingent
