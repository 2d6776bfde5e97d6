// What is valid in a catalogue and yet unlikely: a decimal point in the wrong place, a price that
// nobody will ever choose. A person decides; nothing else depends on it.
#pragma once

#include "core/base/units.hpp"
#include "core/catalogue/catalogue.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace kontingent {

enum class WarningKind : std::uint8_t {
    low_vat,         // `share`; below 1 %
    high_vat,        // `share`; above 30 %
    high_discount,   // `share` of the term of `months` months; above 50 %
    included_price,  // an included hour of the offer costs `amount`, of the others about `usual`
    overage_price,   // an hour beyond costs `amount` at first, an included one `usual`
    falling_overage, // `work` of overage costs `amount`, a little less of it `usual`, which is more
    never_cheapest,  // no even usage on the scale makes the offer the cheapest
    unsold_extra,    // no offer sells the extra of this index
    kind_without_rule, // no offer treats the kind of this index other than the first one
};

std::string_view warning_code(WarningKind kind);

struct Warning {
    WarningKind kind = WarningKind::low_vat;
    std::size_t index = 0; // of the offer, the extra or the kind
    std::int32_t months = 0;
    BasisPoints share = {};
    Minutes work = {};
    Money amount = {};
    Money usual = {};
    friend bool operator==(Warning const&, Warning const&) = default;
};

// In the order of WarningKind, then of the catalogue.
std::vector<Warning> warnings_of(Catalogue const& catalogue);

// What an hour or a unit of an offer's included work costs, by its monthly price, rounded half away
// from zero; 0 where nothing, everything or nothing of known size is included.
Money included_hour_price(Catalogue const& catalogue, Offer const& offer);

// What the first hour or unit beyond the included costs; 0 where it has no price of its own.
Money first_overage_price(Catalogue const& catalogue, Offer const& offer);

} // namespace kontingent
