// An offer under one term, brought to the shape that everything computes with: on demand is an
// offer without a term, so nothing behind it knows the difference.
#pragma once

#include "core/base/units.hpp"
#include "core/catalogue/catalogue.hpp"
#include "core/pricing/special_discount.hpp"
#include "core/pricing/tier.hpp"

#include <cstdint>
#include <span>

namespace kontingent {

// Points into its catalogue, which must outlive it.
struct Tariff {
    Offer const* offer = nullptr;
    OfferedTerm const* term = nullptr; // null on demand
    Minutes increment{1};
    RateUnit rate_unit = RateUnit::hour;
    BasisPoints base_discount; // 0 where the term's discount does not cover it
    BasisPoints extras_discount;
    BasisPoints overage_discount;
    // Granted by the seller, or none; must outlive the tariff, too.
    std::span<SpecialDiscount const> special_discounts;

    Allowance const& allowance() const { return offer->allowance; }

    std::int32_t pairs_per_term_max() const { return offer->allowance.pooling_pairs_per_term_max; }
};

// `term_months` must be one of a package's terms; on demand has none and ignores it.
Tariff tariff_of(Catalogue const& catalogue, Offer const& offer, std::int32_t term_months);

} // namespace kontingent
