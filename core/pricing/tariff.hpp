// A package under one term, or on demand, brought to one shape: what a month costs at base, and
// what extra minutes add. Pooling and quote compute with it alone, so that neither knows the
// difference.
#pragma once

#include "core/base/units.hpp"
#include "core/catalogue/catalogue.hpp"
#include "core/pricing/line.hpp"
#include "core/pricing/overage.hpp"

#include <cstdint>
#include <expected>
#include <optional>

namespace kontingent {

// Points into its catalogue, which must outlive it.
struct Tariff {
    std::optional<Money> monthly_price; // none on demand
    Minutes included;                   // a month; 0 on demand
    BasisPoints base_discount;
    BasisPoints overage_discount; // 0 where the term discount covers the base alone
    Overage const* overage = nullptr;
    std::int32_t pairs_per_term_max = 0; // 0: no pooling
};

// `term_months` must be one of a package's terms; on demand has none and ignores it.
Tariff tariff_of(Offer const& offer, std::int32_t term_months, DiscountScope scope);

// Both append lines to a quote's and return the sum of what they appended. After an overflow some
// of it may be there. Monthly price, and the term discount on it where that is not zero; nothing on
// demand.
std::expected<Money, Overflow> append_base(Lines& lines, Tariff const& tariff, std::int32_t month);
// The overage lines, and one term discount on their sum where it covers overage and is not zero.
std::expected<Money, Overflow> append_extra(Lines& lines, Tariff const& tariff, Minutes extra,
                                            std::int32_t month);

// The sum alone, of the very same lines.
std::expected<Money, Overflow> extra_sum(Tariff const& tariff, Minutes extra);

} // namespace kontingent
