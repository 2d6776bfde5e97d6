// Every package with every term, each with its best pooling, and on demand once, in the order of
// their prices.
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
    // Rising by the sum of lines; those with open minutes or missing extras after all others; among
    // equals in the order of offers_of().
    std::vector<ComparedOffer> offers;
};

// Package, term and pooling of the scenario are not used.
std::expected<Comparison, Errors> compare(Catalogue const& catalogue, Scenario const& scenario);
std::expected<Comparison, Errors> compare(Catalogue const& catalogue,
                                          std::vector<Minutes> const& usage, Vat vat);

} // namespace kontingent
