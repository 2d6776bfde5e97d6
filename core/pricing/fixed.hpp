// What an offer costs whatever happens: base, set-up fee and extras, with the discounts on them.
#pragma once

#include "core/base/units.hpp"
#include "core/pricing/line.hpp"
#include "core/pricing/tariff.hpp"

#include <cstddef>
#include <cstdint>
#include <expected>
#include <vector>

namespace kontingent {

// How many of an extra are wanted. What is not named is what an offer includes.
struct ChosenExtra {
    std::size_t extra = 0; // index into Catalogue::extras
    std::int32_t number = 0;
    friend bool operator==(ChosenExtra const&, ChosenExtra const&) = default;
};

using ChosenExtras = std::vector<ChosenExtra>; // rising by extra, each at most once

// Wanted extras that the offer does not have, or has without a price beyond what it includes.
std::vector<std::size_t> missing_extras(Offer const& offer, ChosenExtras const& extras);

// Whether all months but the first have the same fixed lines.
bool months_are_alike(Tariff const& tariff);

// Puts a month's fixed lines (months count from 1; one-off lines are those of month 1) and returns
// their sum.
std::expected<Money, Overflow> put_fixed(LineSink& sink, Tariff const& tariff,
                                         ChosenExtras const& extras, std::int32_t month);

// A month's base with the discounts on it; 0 on demand.
std::expected<Money, Overflow> base_of_month(Tariff const& tariff, std::int32_t month);

// The sum of the months `first` to `last`; 0 where there are none.
std::expected<Money, Overflow> fixed_sum(Tariff const& tariff, ChosenExtras const& extras,
                                         std::int32_t first, std::int32_t last);

// What is fixed after so many months, up to the end of the last term begun; 0 on demand.
std::expected<Money, Overflow> committed_beyond(Tariff const& tariff, ChosenExtras const& extras,
                                                std::int32_t month_count);

// A term's discount on `amount`, as a line's net: 0 or less.
std::expected<Money, Overflow> discount_on(Money amount, BasisPoints discount);

} // namespace kontingent
