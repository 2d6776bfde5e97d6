// Reads what is offered: packages and on demand, with their services, response promises and
// overage.
#pragma once

#include "core/catalogue/catalogue.hpp"
#include "core/catalogue/catalogue_text.hpp"

#include <vector>

namespace kontingent {

// What offers refer to.
struct OfferContext {
    CatalogueChecker& checker;
    std::vector<Service> const& services;
    std::vector<Term> const& terms;
    std::size_t level_count = 0;
    UsedIds used_ids; // of packages and on demand together
};

std::vector<Offer> read_packages(OfferContext& context, json::Value const* list);
Offer read_on_demand(OfferContext& context, json::Value const* object);

} // namespace kontingent
