// Special discounts: what a seller grants one customer beyond the catalogue. They are part of a
// quote by the seller, never of a catalogue or of a visitor's request.
//
// Discounts follow each other in their order, each on what those before it leave of a month's
// amount: of its base with the term's discount, of its monthly extras with theirs, or of its
// overage with its flat fees and theirs. Set-up fees, one-off extras and task fees are not
// discounted.
#pragma once

#include "core/base/units.hpp"
#include "core/pricing/line.hpp"
#include "core/pricing/money_sum.hpp"

#include <algorithm>
#include <cstdint>
#include <expected>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace kontingent {

enum class DiscountedPart : std::uint8_t { base, extras, overage };

std::string_view text_of(DiscountedPart part); // "base", "extras", "overage"

// Months count from 1; both are included.
struct MonthRange {
    std::int32_t first = 1;
    std::int32_t last = 1;
    friend bool operator==(MonthRange const&, MonthRange const&) = default;
};

struct SpecialDiscount {
    std::string reason; // as the customer reads it
    // A share of what is left, 1 to 10,000; or so much a month, at most what is there.
    std::variant<BasisPoints, Money> size;
    DiscountedPart on = DiscountedPart::base;
    std::optional<MonthRange> months = {}; // none: every month
    friend bool operator==(SpecialDiscount const&, SpecialDiscount const&) = default;

    bool is_in(std::int32_t month) const {
        return !months || (months->first <= month && month <= months->last);
    }
};

using SpecialDiscounts = std::vector<SpecialDiscount>;

// Whether what a discount takes off a part depends on which month it is.
inline bool depends_on_month(std::span<SpecialDiscount const> discounts, DiscountedPart part) {
    return std::ranges::any_of(discounts, [part](SpecialDiscount const& discount) {
        return discount.on == part && discount.months.has_value();
    });
}

LineKind special_discount_kind(DiscountedPart part);

// What a discount takes off `left` (0 or more) in a month in which it holds: 0 to `left`.
std::expected<Money, Overflow> taken_off(SpecialDiscount const& discount, Money left);

// Puts a line for each discount that takes something off `amount`, and adds it to `sum`.
void put_special_discounts(LineSink& sink, MoneySum& sum,
                           std::span<SpecialDiscount const> discounts, DiscountedPart part,
                           std::int32_t month, Money amount);

} // namespace kontingent
