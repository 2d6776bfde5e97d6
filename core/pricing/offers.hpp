// The offers of a catalogue, enumerated in one place: every package with every term, and on demand
// once. Their order is the one that decides among equal prices: the catalogue's, on demand last,
// the shorter term first.
#pragma once

#include "core/catalogue/catalogue.hpp"
#include "core/pricing/tariff.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace kontingent {

struct OfferId {
    std::size_t offer_index = 0;  // into Catalogue::offers
    std::int32_t term_months = 1; // 1 on demand
    friend bool operator==(OfferId const&, OfferId const&) = default;
};

std::vector<OfferId> offers_of(Catalogue const& catalogue);

// The id must be one of offers_of() of this catalogue, which must outlive the tariff.
Tariff tariff_of(Catalogue const& catalogue, OfferId const& offer);

} // namespace kontingent
