// Break-even: for the same hours each month of the catalogue's horizon, what every offer costs at
// each billing increment, which one is cheapest from where to where, and where more hours cost
// less.
#pragma once

#include "core/advice/forecast.hpp"
#include "core/base/units.hpp"
#include "core/catalogue/catalogue.hpp"

#include <cstddef>
#include <expected>
#include <span>
#include <vector>

namespace kontingent {

// How many minutes a month are worth looking at: twice the largest package's, up to the next ten
// hours; 20 hours where all are small, month_usage_max at most.
Minutes usage_scale_end(Catalogue const& catalogue);

// Of minutes a month, both ends included: multiples of the increment, and any usage that is rounded
// up to one of them.
struct CheapestInterval {
    Minutes from;
    Minutes to;
    std::size_t offer = 0; // index into offers_of()
    friend bool operator==(CheapestInterval const&, CheapestInterval const&) = default;
};

// At `at` minutes a month the horizon costs `drop` less than at one increment fewer.
struct Cliff {
    std::size_t offer = 0; // index into offers_of()
    Minutes at;
    Money drop;
    friend bool operator==(Cliff const&, Cliff const&) = default;
};

struct BreakEven {
    Minutes increment;
    std::vector<std::size_t> offers; // as allowed
    // By offer as in `offers`, then by increments from 0 to usage_scale_end(): the net total of the
    // horizon with its best pooling, equal to the quote's. Open work is not in it.
    std::vector<std::vector<Money>> curves;
    // The cheapest offer from 0 on, by the net and what is committed beyond the horizon; among
    // equals the one that binds for the shortest time, then the first. A gap is where no offer has
    // a price for all of the work.
    std::vector<CheapestInterval> cheapest;
    std::vector<Cliff> cliffs; // of each offer by itself, by offer and then rising
    // Where even the cheapest price falls; `offer` is the one that is cheapest there. Rising.
    std::vector<Cliff> cheapest_cliffs;
};

// `allowed`: at least one index into offers_of(), rising. Overflow as in OfferCost::of().
// `forecast` says how work is made up and which extras are chosen; its months are not used.
std::expected<BreakEven, Overflow> break_even_of(Catalogue const& catalogue,
                                                 std::span<std::size_t const> allowed,
                                                 Forecast const& forecast = {});

} // namespace kontingent
