// Every offer of a catalogue at speed, for forecasts of one number of months. Offers whose expected
// part is the same are settled once: a catalogue whose discount covers the base alone has a
// settlement a package, not an offer.
#pragma once

#include "core/base/units.hpp"
#include "core/catalogue/catalogue.hpp"
#include "core/pricing/fixed.hpp"
#include "core/pricing/offer_cost.hpp"
#include "core/pricing/offers.hpp"

#include <cstddef>
#include <expected>
#include <memory>
#include <span>
#include <vector>

namespace kontingent {

class OfferCosts {
public:
    struct Offer {
        OfferId id;
        std::size_t distinct = 0; // index into distinct()
        Money fixed;              // of the forecast
        Money committed_beyond;   // of what follows it
        std::vector<std::size_t> missing_extras;
    };

    // As OfferCost::of(), for each of offers_of(). The catalogue must outlive it. The forecast has
    // as many months as the model.
    static std::expected<OfferCosts, Overflow> of(Catalogue const& catalogue, WorkModel model,
                                                  ChosenExtras const& extras, Minutes usage_max,
                                                  std::span<SpecialDiscount const> discounts = {});

    std::span<Offer const> offers() const { return offers_; } // in the order of offers_of()

    std::span<OfferCost> distinct() { return distinct_; }

    std::size_t distinct_count() const { return distinct_.size(); }

    // The sum of a quote's lines.
    static Money total_of(Offer const& offer, Money expected) {
        return Money{offer.fixed.minor + expected.minor};
    }

private:
    std::unique_ptr<WorkModel> model_; // at an address of its own, which distinct_ has
    std::vector<Offer> offers_;
    std::vector<OfferCost> distinct_;
};

} // namespace kontingent
