// Every offer of a catalogue at speed. Offers that differ by their base price alone are settled
// once and for all: a catalogue whose discount covers the base has a settlement a package, not an
// offer.
#pragma once

#include "core/base/units.hpp"
#include "core/catalogue/catalogue.hpp"
#include "core/pricing/offer_cost.hpp"
#include "core/pricing/offers.hpp"

#include <cstddef>
#include <expected>
#include <span>
#include <vector>

namespace kontingent {

class OfferCosts {
public:
    struct Offer {
        OfferId id;
        std::size_t distinct = 0; // index into distinct()
        Money monthly_difference; // its monthly base less that of distinct()[distinct]
    };

    // As OfferCost::of(), for each of offers_of(). Keeps nothing of the catalogue.
    static std::expected<OfferCosts, Overflow> of(Catalogue const& catalogue, Minutes usage_max);

    std::span<Offer const> offers() const { return offers_; } // in the order of offers_of()

    std::span<OfferCost const> distinct() const { return distinct_; }

    // The offer's own net of a forecast of that many months, from the one that its distinct()
    // gives.
    static Money net_of(Offer const& offer, Money distinct_net, std::size_t month_count) {
        return Money{distinct_net.minor +
                     offer.monthly_difference.minor * static_cast<std::int64_t>(month_count)};
    }

private:
    std::vector<Offer> offers_;
    std::vector<OfferCost> distinct_;
};

} // namespace kontingent
