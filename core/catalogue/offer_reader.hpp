// Reads what is offered: packages and on demand, with everything that they have in common.
#pragma once

#include "core/catalogue/catalogue.hpp"
#include "core/catalogue/catalogue_text.hpp"

#include <cstddef>
#include <span>

namespace kontingent {

// What offers refer to.
struct OfferContext {
    CatalogueChecker& checker;
    Catalogue const& catalogue; // services, kinds, extras and terms have been read
    std::size_t level_count = 0;
    bool knows_services = false; // the catalogue's list could be read
    UsedIds used_ids;            // of packages and on demand together
};

// As many packages as the list has items.
void read_packages(OfferContext& context, json::Value const& list, std::span<Offer> packages);
void read_on_demand(OfferContext& context, json::Value const& object, Offer& offer);

// Parts with files of their own. `object` is the offer's; what it refers to has been read.
void read_allowance(json::Checker& json, json::Members const& members, Offer& offer);
void read_subscription(OfferContext& context, json::Members const& members,
                       json::Value const& object, Offer& offer);
// Overage, kinds, task and extras, and that nothing which is needed is missing.
void read_conditions(OfferContext& context, json::Members const& members, json::Value const& object,
                     Offer& offer);
// Rules that do not go together; after all else has been read.
void check_combinations(json::Checker& json, json::Members const& members, Offer const& offer);

} // namespace kontingent
