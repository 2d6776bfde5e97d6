// What one offer costs, at speed: the net total of a forecast with its best pooling, equal to the
// cent with make_quote(), and the overage and expired minutes of the same settlement. The charges
// of every possible month are worked out once, by the rules that itemise a quote; afterwards a
// forecast is looked up and added, without allocation and without a way to overflow.
#pragma once

#include "core/base/units.hpp"
#include "core/pricing/tariff.hpp"

#include <cstddef>
#include <cstdint>
#include <expected>
#include <span>
#include <vector>

namespace kontingent {

// Usage in whole billing increments.
struct Increments {
    std::int32_t count = 0;
    friend auto operator<=>(Increments, Increments) = default;
};

// How many increments `used` minutes (0 to month_usage_max) are billed as: rounded up.
Increments increments_of(Minutes used, Minutes increment);

// A forecast settled under one offer.
struct Settlement {
    Money net;
    Minutes overage;
    Minutes expired;
    friend bool operator==(Settlement const&, Settlement const&) = default;
};

// The price of a month without overage: monthly price and its discount, 0 on demand. Overflow
// beyond settlement_extra_max (see pooling.hpp), which no valid catalogue reaches.
std::expected<Money, Overflow> monthly_base_of(Tariff const& tariff);

// Whether two tariffs of one catalogue differ by no more than the base price, as a package's terms
// do where the discount leaves overage alone: then they pool alike, and one settlement serves both.
bool settle_alike(Tariff const& a, Tariff const& b);

class OfferCost {
public:
    // `usage_max`: the most minutes a month may have, as entered, at most month_usage_max; the
    // tables grow with it. Overflow where a forecast of forecast_months_max months could leave 64
    // bits, which no valid catalogue makes happen. Copies all it needs of the tariff.
    static std::expected<OfferCost, Overflow> of(Tariff const& tariff, Minutes increment,
                                                 Minutes usage_max);

    // 1 to forecast_months_max months, each 0 to `usage_max`.
    Settlement settle(std::span<Increments const> usage) const;
    // The same, rounding up to the increment first.
    Settlement settle(std::span<Minutes const> usage) const;

    Money monthly_base() const { return monthly_base_; }

private:
    // Minutes beyond the included ones, negative where some expire.
    std::int64_t beyond(Increments usage) const;
    // Takes what the best pairs save off a settlement of months alone.
    void pool(std::span<Increments const> usage, Settlement& settlement) const;

    Money monthly_base_;
    Minutes increment_{1};
    Minutes included_;
    std::int32_t pairs_per_term_max_ = 0;
    std::vector<Money> alone_;  // what a month adds to the base, by its increments
    std::vector<Money> pooled_; // what a pair adds, by its increments; empty without pooling
};

} // namespace kontingent
